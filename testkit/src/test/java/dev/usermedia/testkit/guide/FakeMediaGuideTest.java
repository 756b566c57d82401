package dev.usermedia.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.testkit.FakeMedia;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test that docs/guide/from-mdn-to-java.md shows. */
class FakeMediaGuideTest {
  // region fake-media
  @RegisterExtension final FakeMedia media = FakeMedia.create();

  @Test
  void aSecondHasThirtyFramesAndThenSomebodyPullsTheCable() throws Exception {
    MediaStreamTrack track =
        media
            .mediaDevices()
            .getUserMedia(MediaStreamConstraints.builder().video(true).build())
            .getVideoTracks()
            .getFirst();
    AtomicInteger frames = new AtomicInteger();
    var _ = track.addVideoSink(Delivery.direct(), frame -> frames.incrementAndGet());
    CompletableFuture<String> ended = new CompletableFuture<>();
    var _ = track.onended(event -> ended.complete(event.type()));

    media.clock().awaitWaiters(1); // the camera has started
    media.advance(Duration.ofSeconds(1));
    assertThat(frames.get()).isBetween(30, 31);

    media.devices().unplug("camera-user");
    assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo("ended");
    assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
  }
  // endregion
}
