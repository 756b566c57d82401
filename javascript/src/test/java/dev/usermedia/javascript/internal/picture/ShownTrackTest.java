package dev.usermedia.javascript.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackVideoStats;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.testkit.FakeMedia;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShownTrackTest {
  @RegisterExtension final FakeMedia media = FakeMedia.create();

  @Test
  void whatIsHeldStaysTheSameWhileTheTrackGoesOn() {
    MediaStreamTrack track = track();
    try (ShownTrack shown = new ShownTrack(track, () -> {})) {
      shown.follow();
      media.advance(Duration.ofMillis(200));
      long before = shown.shownFrames();
      shown.hold();
      byte[] held = bytes(shown);
      media.advance(Duration.ofSeconds(2));
      assertThat(bytes(shown)).isEqualTo(held);
      assertThat(shown.shownFrames()).isEqualTo(before).isPositive();
      shown.follow();
      media.advance(Duration.ofMillis(200));
      assertThat(bytes(shown)).isNotEqualTo(held);
    }
  }

  @Test
  void pausedPicturesKeepNoneOfTheDevicesMemory() {
    MediaStreamTrack track = track();
    ShownTrack[] shown = new ShownTrack[64]; // more than a device has buffers
    for (int i = 0; i < shown.length; i++) {
      shown[i] = new ShownTrack(track, () -> {});
      shown[i].follow();
      media.advance(Duration.ofMillis(100));
      shown[i].hold();
    }
    assertThat(((MediaStreamTrackVideoStats) track.stats()).discardedFrames()).isZero();
    for (ShownTrack it : shown) {
      assertThat(it.shownFrames()).isPositive();
      it.close();
      assertThat(it.take()).isEmpty();
    }
  }

  @Test
  void onlyTheFirstAndWhatIsWantedIsAnnounced() {
    AtomicInteger announced = new AtomicInteger();
    try (ShownTrack shown = new ShownTrack(track(), announced::incrementAndGet)) {
      shown.follow();
      media.advance(Duration.ofSeconds(1));
      assertThat(announced).hasValue(1);
      shown.want();
      media.advance(Duration.ofSeconds(1));
      assertThat(announced).hasValue(2);
    }
  }

  /** A live track whose device waits on the clock. */
  private MediaStreamTrack track() {
    MediaStreamTrack track =
        media
            .mediaDevices()
            .getUserMedia(MediaStreamConstraints.builder().video(true).build())
            .getVideoTracks()
            .getFirst();
    media.clock().awaitWaiters(1);
    return track;
  }

  private static byte[] bytes(ShownTrack shown) {
    try (VideoFrame frame = shown.take().orElseThrow();
        Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocate(frame.allocationSize());
      long _ = frame.copyTo(copy);
      return copy.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
    }
  }
}
