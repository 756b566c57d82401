package dev.usermedia.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.TypeError;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a sender is told to send. */
@Tag("webrtc")
class SenderParametersTest {
  private PeerPair pair;
  private RTCRtpSender sender;

  @BeforeEach
  void open() {
    pair = new PeerPair();
    sender = pair.caller.addTransceiver(MediaKind.VIDEO, RTCRtpTransceiverInit.DEFAULT).sender();
  }

  @AfterEach
  void close() {
    pair.close();
  }

  private static void assertFails(String name, ThrowingCallable call) {
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(call)
        .satisfies(it -> assertThat(it.name()).isEqualTo(name));
  }

  private void change(UnaryOperator<RTCRtpEncodingParameters> encoding) {
    RTCRtpSendParameters parameters = sender.getParameters();
    sender.setParameters(
        parameters.withEncodings(List.of(encoding.apply(parameters.encodings().getFirst()))));
  }

  @Test
  void areAsTheSpecificationHasThemBeforeAndAfterNegotiation() {
    RTCRtpSendParameters before = sender.getParameters();
    assertThat(before.codecs()).isEmpty();
    assertThat(before.degradationPreference()).isEmpty();
    assertThat(before.encodings())
        .containsExactly(RTCRtpEncodingParameters.DEFAULT.withScaleResolutionDownBy(1));
    sender.setParameters(before);

    pair.negotiate();
    assertThat(sender.getParameters().codecs())
        .extracting(RTCRtpCodecParameters::mimeType)
        .contains("video/VP8");
    assertThat(sender.getParameters().headerExtensions()).isNotEmpty();
  }

  @Test
  void keepWhatTheyAreTold() {
    change(it -> it.withActive(false).withMaxBitrate(100_000).withMaxFramerate(10));
    RTCRtpSendParameters parameters = sender.getParameters();
    assertThat(parameters.encodings().getFirst())
        .isEqualTo(
            RTCRtpEncodingParameters.DEFAULT
                .withActive(false)
                .withMaxBitrate(100_000)
                .withMaxFramerate(10)
                .withScaleResolutionDownBy(1));
    for (RTCDegradationPreference preference : RTCDegradationPreference.values()) {
      sender.setParameters(sender.getParameters().withDegradationPreference(preference));
      assertThat(sender.getParameters().degradationPreference()).hasValue(preference);
    }
  }

  @Test
  void haveToBeTheLatest() throws Exception {
    RTCRtpSendParameters parameters = sender.getParameters();
    assertThat(sender.getParameters()).isEqualTo(parameters);
    sender.setParameters(parameters);
    assertFails("InvalidStateError", () -> sender.setParameters(parameters));
    sender.getParameters();
    assertFails("InvalidModificationError", () -> sender.setParameters(parameters));

    // on the event loop, within the same task
    CompletableFuture<RTCRtpSendParameters> earlier = new CompletableFuture<>();
    pair.media.eventLoop().execute(() -> earlier.complete(sender.getParameters()));
    RTCRtpSendParameters stale = earlier.get(PeerPair.PATIENCE_SECONDS, TimeUnit.SECONDS);
    CompletableFuture<CompletableFuture<Void>> later = new CompletableFuture<>();
    pair.media.eventLoop().execute(() -> later.complete(sender.setParametersAsync(stale)));
    assertThat(later.get(PeerPair.PATIENCE_SECONDS, TimeUnit.SECONDS))
        .failsWithin(PeerPair.PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void refuseWhatCannotBeChanged() {
    RTCRtpSendParameters parameters = sender.getParameters();
    assertFails(
        "InvalidModificationError",
        () -> sender.setParameters(parameters.withEncodings(List.of())));
    assertFails(
        "InvalidModificationError",
        () ->
            sender.setParameters(
                new RTCRtpSendParameters(
                    "another",
                    parameters.encodings(),
                    parameters.headerExtensions(),
                    parameters.rtcp(),
                    parameters.codecs(),
                    Optional.empty())));
    assertThatThrownBy(() -> change(it -> it.withScaleResolutionDownBy(0.5)))
        .isExactlyInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> change(it -> it.withMaxFramerate(-1)))
        .isExactlyInstanceOf(IllegalArgumentException.class);
    sender.transceiver().stop();
    assertFails("InvalidStateError", () -> sender.setParameters(sender.getParameters()));
  }

  @Test
  void ofSoundHaveNoSize() {
    RTCRtpSender sound =
        pair.caller
            .addTransceiver(
                MediaKind.AUDIO,
                RTCRtpTransceiverInit.DEFAULT.withSendEncodings(
                    List.of(RTCRtpEncodingParameters.DEFAULT.withScaleResolutionDownBy(2))))
            .sender();
    pair.negotiate();
    assertThat(sound.getParameters().codecs())
        .extracting(RTCRtpCodecParameters::mimeType)
        .contains("audio/opus", "audio/red");
    assertThat(sound.getParameters().rtcp().cname()).isPresent();
    assertThat(pair.callee.getReceivers().getLast().getParameters().codecs()).isNotEmpty();
    sound.setParameters(sound.getParameters());
    assertThat(sound.getParameters().encodings()).containsExactly(RTCRtpEncodingParameters.DEFAULT);
    assertThatThrownBy(
            () -> sound.replaceTrack(Optional.of(pair.camera().getVideoTracks().getFirst())))
        .isInstanceOf(TypeError.class);
  }
}
