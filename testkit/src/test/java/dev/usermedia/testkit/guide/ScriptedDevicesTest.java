package dev.usermedia.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.testkit.FakeMedia;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a test can have devices do, each as an application sees it. */
class ScriptedDevicesTest {
  private static final SyntheticDevice SLOW_CAMERA =
      SyntheticDevice.camera("camera-user")
          .withLabel("Synthetic front camera")
          .withSystemDefault(true)
          .withModes(new VideoMode(VideoPixelFormat.I420, 320, 240, 10));

  @RegisterExtension final FakeMedia media = FakeMedia.create();

  private MediaStreamTrack camera() {
    return media
        .mediaDevices()
        .getUserMedia(MediaStreamConstraints.builder().video(true).build())
        .getVideoTracks()
        .getFirst();
  }

  private MediaStreamTrack microphone() {
    return media
        .mediaDevices()
        .getUserMedia(MediaStreamConstraints.builder().audio(true).build())
        .getAudioTracks()
        .getFirst();
  }

  private static CompletableFuture<String> end(MediaStreamTrack track) {
    CompletableFuture<String> ended = new CompletableFuture<>();
    var _ = track.onended(event -> ended.complete(event.type()));
    return ended;
  }

  private static void await(CompletableFuture<String> ended) throws Exception {
    assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo("ended");
  }

  @Test
  void aDayOfManyDevices() {
    // region scripted
    media.devices().plug(SyntheticDevice.microphone("headset").withLabel("Headset"));
    media.devices().setMuted("headset", true); // its switch
    media.devices().setStalled("microphone", true); // hangs, and says nothing
    media.devices().refuse("camera-environment", Optional.of(SourceException.Kind.BUSY));
    media.devices().replace(SLOW_CAMERA); // the same device with other modes
    media.devices().unplug("screen-2");
    media.prompt().answer(PermissionName.MICROPHONE, PermissionDecision.DISMISS);
    media.revoke(PermissionName.CAMERA); // ends its tracks
    // endregion
    assertThat(media.mediaDevices().enumerateDevices())
        .extracting(MediaDeviceInfo::label)
        .contains("Headset");
    assertThat(media.context().displaySurfaces()).hasSize(1);
    assertThat(camera().getSettings().width()).hasValue(320);
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(this::microphone)
        .satisfies(e -> assertThat(e.name()).isEqualTo("NotAllowedError"));
  }

  @Test
  void aStalledCameraDeliversNothingAndSaysNothingUntilItGoesOn() {
    MediaStreamTrack track = camera();
    AtomicInteger frames = new AtomicInteger();
    var _ = track.addVideoSink(Delivery.direct(), frame -> frames.incrementAndGet());
    media.clock().awaitWaiters(1);
    media.advance(Duration.ofMillis(110));
    int before = frames.get();
    assertThat(before).isPositive();
    media.devices().setStalled("camera-user", true);
    media.advance(Duration.ofSeconds(1));
    assertThat(frames).hasValue(before);
    assertThat(track.muted()).isFalse();
    media.devices().setStalled("camera-user", false);
    media.advance(Duration.ofSeconds(1));
    assertThat(frames).hasValue(before + 30);
  }

  @Test
  void aStalledMicrophoneDeliversNothing() {
    AtomicInteger chunks = new AtomicInteger();
    var _ = microphone().addAudioSink(Delivery.direct(), data -> chunks.incrementAndGet());
    media.clock().awaitWaiters(1);
    media.advance(Duration.ofMillis(110));
    int before = chunks.get();
    assertThat(before).isPositive();
    media.devices().setStalled("microphone", true);
    media.advance(Duration.ofSeconds(1));
    assertThat(chunks).hasValue(before);
    media.devices().setStalled("microphone", false);
    media.advance(Duration.ofSeconds(1));
    assertThat(chunks).hasValueGreaterThan(before);
  }

  @Test
  void aReplacedCameraEndsItsTracksAndHasOtherModes() throws Exception {
    MediaStreamTrack track = camera();
    assertThat(track.getSettings().width()).hasValue(640);
    CompletableFuture<String> ended = end(track);
    media.devices().replace(SLOW_CAMERA);
    await(ended);
    MediaStreamTrack again = camera();
    assertThat(again.label()).isEqualTo(track.label());
    assertThat(again.getCapabilities().width().orElseThrow().max()).isEqualTo(320);
    assertThat(again.getSettings().frameRate()).hasValue(10);
  }

  @Test
  void whatIsNotThereCannotBeReplacedOrStalled() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> media.devices().replace(SyntheticDevice.camera("none")));
    assertThatIllegalArgumentException().isThrownBy(() -> media.devices().setStalled("none", true));
  }

  @Test
  void aPermissionThatIsTakenBackEndsItsTracksAndNoOthers() throws Exception {
    MediaStreamTrack camera = camera();
    MediaStreamTrack microphone = microphone();
    CompletableFuture<String> ended = end(camera);
    media.revoke(PermissionName.CAMERA);
    await(ended);
    assertThat(microphone.readyState().value()).isEqualTo("live");
  }

  @Test
  void aScreenThatIsUnpluggedEndsItsCapture() throws Exception {
    media
        .devices()
        .plug(SyntheticDevice.screen("wall", new VideoRect(0, 0, 800, 600)).withLabel("Wall"));
    media.devices().unplug("screen-1");
    media.devices().unplug("screen-2");
    MediaStreamTrack wall =
        media
            .mediaDevices()
            .getDisplayMedia(DisplayMediaStreamOptions.DEFAULT)
            .getVideoTracks()
            .getFirst();
    assertThat(wall.getSettings().width()).hasValue(800);
    CompletableFuture<String> ended = end(wall);
    media.devices().unplug("wall");
    await(ended);
  }
}
