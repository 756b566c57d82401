package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveChangeTest {
  private static final long FRAME_US = 33_334;

  private record Seen(String size, long number) {
    static Seen of(VideoFrame frame) {
      return new Seen(
          ContextFixture.size(frame),
          VideoPattern.read(frame).map(VideoPattern.Reading::number).orElse(-1L));
    }
  }

  @Test
  void changesOfSizeOnARunningTrackLoseNoFrameSpoilNoneAndHoldFromTheSecondOn() {
    Random random = new Random(20261);
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera(size(640, 480));
      List<Seen> frames = watch(track, Seen::of);
      for (int change = 0; change < 40; change++) {
        int width = 240 + random.nextInt(1_000);
        int height = random.nextBoolean() ? width * 3 / 4 : width * 9 / 16;
        int before = frames.size();
        track.applyConstraints(size(width, height));
        fixture.clock.advanceUs((1 + random.nextInt(3)) * FRAME_US);
        assertThat(frames.stream().skip(before + 1).map(Seen::size).distinct())
            .as("change %d to %dx%d", change, width, height)
            .isSubsetOf(width + "x" + height);
      }
      long first = frames.getFirst().number();
      for (int i = 0; i < frames.size(); i++) {
        assertThat(frames.get(i).number()).as("frame %d", i).isEqualTo(first + i);
      }
    }
  }

  private static MediaTrackConstraints size(int width, int height) {
    return MediaTrackConstraints.builder()
        .width(ConstrainULong.exact(width))
        .height(ConstrainULong.exact(height))
        .frameRate(ConstrainDouble.exact(30))
        .build();
  }
}
