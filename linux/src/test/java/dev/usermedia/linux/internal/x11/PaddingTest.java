package dev.usermedia.linux.internal.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaddingTest {
  @Test
  void rowsAreSpreadInPlaceAndTheRestIsBlackAtAnySize() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      int frameWidth = 1 + random.nextInt(20);
      int frameHeight = 1 + random.nextInt(20);
      int width = 1 + random.nextInt(frameWidth);
      int height = 1 + random.nextInt(frameHeight);
      VideoLayout layout = VideoLayout.packed(VideoPixelFormat.BGRX, frameWidth, frameHeight);
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment plane = arena.allocate(layout.planeBytes(0), 4);
        plane.fill((byte) 0x55); // what an earlier picture left
        for (int i = 0; i < width * height; i++) {
          plane.setAtIndex(ValueLayout.JAVA_INT, i, i + 1);
        }
        Padding.spread(plane, width, height, layout);
        for (int y = 0; y < frameHeight; y++) {
          for (int x = 0; x < frameWidth; x++) {
            int expected = x < width && y < height ? y * width + x + 1 : 0;
            assertThat(plane.getAtIndex(ValueLayout.JAVA_INT, (long) y * frameWidth + x))
                .isEqualTo(expected);
          }
        }
      }
    }
  }
}
