package dev.usermedia.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakeMediaTest {
  private static final MediaStreamConstraints CAMERA =
      MediaStreamConstraints.builder().video(true).build();

  @RegisterExtension final FakeMedia media = FakeMedia.create();

  @Test
  void aTestTurnsTheClockAndCountsFrames() {
    MediaStreamTrack track = media.mediaDevices().getUserMedia(CAMERA).getVideoTracks().getFirst();
    List<Long> times = Collections.synchronizedList(new ArrayList<>());
    track.addVideoSink(Delivery.direct(), frame -> times.add(frame.timestampUs()));
    media.clock().awaitWaiters(1);
    media.advance(Duration.ofSeconds(1));
    assertThat(times).hasSizeBetween(30, 31);
  }

  @Test
  void aTestPullsTheCable() throws Exception {
    MediaStreamTrack track = media.mediaDevices().getUserMedia(CAMERA).getVideoTracks().getFirst();
    CompletableFuture<String> ended = new CompletableFuture<>();
    var _ = track.onended(event -> ended.complete(event.type()));
    media.devices().unplug("camera-user");
    assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo("ended");
  }

  @Test
  void aTestAnswersThePrompt() {
    media.prompt().answer(PermissionName.CAMERA, PermissionDecision.DENY);
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> media.mediaDevices().getUserMedia(CAMERA))
        .satisfies(e -> assertThat(e.name()).isEqualTo("NotAllowedError"));
    assertThat(media.prompt().asked()).hasSize(1);
  }

  @Test
  void aPromptThatIsNotAnsweredStallsTheCallUntilItIs() throws Exception {
    media.prompt().stall();
    CompletableFuture<MediaStream> stream = media.mediaDevices().getUserMediaAsync(CAMERA);
    assertThat(stream).isNotDone();
    media.prompt().resume();
    assertThat(stream.get(20, TimeUnit.SECONDS).active()).isTrue();
  }
}
