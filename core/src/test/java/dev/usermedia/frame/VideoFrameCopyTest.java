package dev.usermedia.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.TypeError;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoFrameCopyTest {
  @ParameterizedTest
  @CsvSource({
    "I420, 1, 0, false", "I420, 0, 1, false", "I420, 2, 2, true",
    "NV12, 1, 0, false", "NV12, 0, 3, false", "NV12, 2, 4, true",
    "YUY2, 1, 0, false", "YUY2, 2, 1, true", "BGRX, 1, 1, true"
  })
  void aVisiblePartMayNotBeginInsideAChromaSample(
      VideoPixelFormat format, int x, int y, boolean copies) {
    int[] strides = new int[format.planeCount()];
    for (int plane = 0; plane < strides.length; plane++) {
      strides[plane] = format.rowBytes(plane, 16);
    }
    VideoRect visible = new VideoRect(x, y, 3, 5);
    VideoLayout layout =
        new VideoLayout(format, 16, 16, visible, 0, VideoColorSpace.REC709, strides);
    try (VideoFramePool pool = new VideoFramePool(layout, 1);
        VideoFrame frame = pool.acquire().orElseThrow().publish(0, 0)) {
      MemorySegment copy = MemorySegment.ofArray(new byte[256]);
      if (copies) {
        assertThat(frame.copyTo(copy)).isEqualTo(format.sizeBytes(3, 5));
      } else {
        assertThatExceptionOfType(TypeError.class)
            .isThrownBy(() -> frame.copyTo(copy))
            .withMessageContaining(x + "," + y);
        assertThatExceptionOfType(TypeError.class).isThrownBy(frame::allocationSize);
      }
    }
  }

  private static final List<VideoPixelFormat> FORMATS = List.of(VideoPixelFormat.values());

  @RepeatedTest(200)
  void copiesTheVisiblePartOfAnyLayoutByteForByte(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    VideoPixelFormat format = FORMATS.get(random.nextInt(FORMATS.size()));
    int width = 2 + random.nextInt(40);
    int height = 2 + random.nextInt(40);
    int x = random.nextInt(width - 1) & ~1;
    int y = random.nextInt(height - 1) & ~1;
    VideoRect visible =
        new VideoRect(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
    int[] strides = new int[format.planeCount()];
    for (int plane = 0; plane < strides.length; plane++) {
      strides[plane] = format.rowBytes(plane, width) + random.nextInt(20);
    }
    VideoLayout layout =
        new VideoLayout(format, width, height, visible, 90, VideoColorSpace.REC709, strides);
    VideoFramePool pool = new VideoFramePool(layout, 1);
    VideoFrameBuffer buffer = pool.acquire().orElseThrow();
    for (int plane = 0; plane < strides.length; plane++) {
      assertThat(buffer.plane(plane).byteSize()).isGreaterThanOrEqualTo(layout.planeBytes(plane));
      byte[] noise = new byte[(int) layout.planeBytes(plane)];
      random.nextBytes(noise);
      MemorySegment.copy(noise, 0, buffer.plane(plane), ValueLayout.JAVA_BYTE, 0, noise.length);
    }
    try (VideoFrame frame = buffer.publish(0, 0)) {
      byte[] copy = new byte[(int) frame.allocationSize()];
      assertThat(frame.copyTo(MemorySegment.ofArray(copy))).isEqualTo(copy.length);
      int at = 0;
      for (int plane = 0; plane < strides.length; plane++) {
        // samples of the plane for one pixel across and down, and bytes of a sample
        int shrink = plane > 0 ? 2 : 1;
        int across = format == VideoPixelFormat.YUY2 ? 2 : shrink;
        int bytes =
            switch (format) {
              case I420 -> 1;
              case NV12 -> plane == 0 ? 1 : 2;
              case YUY2, RGBA, RGBX, BGRA, BGRX -> 4;
            };
        for (int row = 0; row < (visible.height() + shrink - 1) / shrink; row++) {
          for (int i = 0; i < (visible.width() + across - 1) / across * bytes; i++) {
            long from = (long) (y / shrink + row) * strides[plane] + (long) x / across * bytes + i;
            assertThat(copy[at++])
                .as("%s plane %d row %d byte %d", layout, plane, row, i)
                .isEqualTo(frame.plane(plane).get(ValueLayout.JAVA_BYTE, from));
          }
        }
      }
      assertThat(at).isEqualTo(copy.length);
      assertThat(frame.displayWidth()).isEqualTo(visible.height());
    }
    pool.close();
  }
}
