package dev.usermedia.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrackState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that are made, closed, and used after that. */
@Tag("webrtc")
class ConnectionLifeTest {
  private static final int CYCLES = 30;

  private static void assertClosed(ThrowingCallable call) {
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(call)
        .satisfies(it -> assertThat(it.name()).isEqualTo("InvalidStateError"));
  }

  @Test
  void aClosedConnectionRefusesAndKeepsItsWord() {
    try (PeerPair pair = new PeerPair()) {
      MediaStream stream = pair.camera();
      RTCRtpSender sender = pair.caller.addTrack(stream.getVideoTracks().getFirst(), stream);
      RTCRtpTransceiver transceiver = pair.caller.getTransceivers().getFirst();
      pair.caller.close();
      pair.caller.close();

      assertThat(pair.caller.signalingState()).isEqualTo(RTCSignalingState.CLOSED);
      assertThat(pair.caller.connectionState()).isEqualTo(RTCPeerConnectionState.CLOSED);
      assertThat(pair.caller.iceConnectionState()).isEqualTo(RTCIceConnectionState.CLOSED);
      assertThat(transceiver.receiver().track().readyState())
          .isEqualTo(MediaStreamTrackState.ENDED);
      assertThat(stream.getVideoTracks().getFirst().readyState())
          .isEqualTo(MediaStreamTrackState.LIVE);
      assertThat(pair.caller.getSenders()).isEmpty();
      assertThat(sender.getParameters().encodings()).hasSize(1);
      assertClosed(() -> pair.caller.createOffer(RTCOfferOptions.DEFAULT));
      assertClosed(() -> pair.caller.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT));
      assertClosed(
          () -> pair.caller.addTransceiver(MediaKind.AUDIO, RTCRtpTransceiverInit.DEFAULT));
      assertClosed(() -> pair.caller.removeTrack(sender));
      assertClosed(() -> sender.replaceTrack(Optional.empty()));
      assertClosed(() -> sender.setParameters(sender.getParameters()));
      assertClosed(() -> transceiver.direction(RTCRtpTransceiverDirection.INACTIVE));
      assertClosed(transceiver::stop);
      assertThat(pair.caller.getStats().stats()).isEmpty();
      assertClosed(() -> pair.caller.setConfiguration(RTCConfiguration.DEFAULT));
    }
  }

  @Test
  void aContextTakesItsConnectionsAlong() {
    MediaContext media = MediaContext.builder().fakeDevices().build();
    RTCPeerConnection connection = new RTCPeerConnection(media);
    media.close();
    assertThat(connection.signalingState()).isEqualTo(RTCSignalingState.CLOSED);
    assertClosed(() -> new RTCPeerConnection(media));
  }

  @Test
  void aListenerThatThrowsHarmsNothing() throws Exception {
    PeerPair.assumeNetwork();
    List<Throwable> errors = new CopyOnWriteArrayList<>();
    try (PeerPair pair = new PeerPair()) {
      for (RTCPeerConnection it : List.of(pair.caller, pair.callee)) {
        var _ = it.onicecandidate(event -> fail("candidate"));
        var _ = it.onsignalingstatechange(event -> fail("signaling"));
        var _ = it.onconnectionstatechange(event -> fail("connection"));
        var _ = it.ontrack(event -> fail("track"));
      }
      MediaStream stream = pair.camera();
      pair.caller.addTrack(stream.getVideoTracks().getFirst(), stream);
      pair.negotiate();
      PeerPair.awaitConnected(pair.caller);
      PeerPair.awaitConnected(pair.callee);
      CompletableFuture<Void> turn = new CompletableFuture<>();
      pair.media.eventLoop().execute(() -> turn.complete(null));
      turn.get(PeerPair.PATIENCE_SECONDS, TimeUnit.SECONDS);
      errors.addAll(pair.errors);
      pair.errors.clear();
      pair.caller.close();
      pair.callee.close();
      pair.media.close();
      pair.errors.clear();
    }
    assertThat(errors)
        .extracting(Throwable::getMessage)
        .contains("candidate", "signaling", "connection", "track");
  }

  private static void fail(String what) {
    throw new IllegalStateException(what);
  }

  @Test
  void connectionsComeAndGoWithSoundAndPictures() throws Exception {
    PeerPair.assumeNetwork();
    try (PeerPair pair = new PeerPair()) {
      MediaStream camera = pair.camera();
      MediaStream microphone = pair.microphone();
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        RTCPeerConnection one = new RTCPeerConnection(pair.media);
        RTCPeerConnection two = new RTCPeerConnection(pair.media);
        one.addTrack(camera.getVideoTracks().getFirst(), camera);
        one.addTrack(microphone.getAudioTracks().getFirst(), microphone);
        one.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT);
        two.setRemoteDescription(one.localDescription().orElseThrow().toJSON());
        two.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT);
        one.setRemoteDescription(two.localDescription().orElseThrow().toJSON());
        // some are closed by one side, some by the other, some while they gather
        (cycle % 2 == 0 ? one : two).close();
        (cycle % 2 == 0 ? two : one).close();
      }
      // and the last works like the first
      pair.caller.addTrack(camera.getVideoTracks().getFirst(), camera);
      pair.negotiate();
      PeerPair.awaitConnected(pair.callee);
    }
  }
}
