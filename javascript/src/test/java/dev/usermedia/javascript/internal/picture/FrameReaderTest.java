package dev.usermedia.javascript.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameReaderTest {
  private static final int WIDTH = 14;
  private static final int HEIGHT = 10;
  private static final VideoRect VISIBLE = new VideoRect(2, 4, 9, 5);

  @ParameterizedTest
  @EnumSource
  void eachPixelHasTheColourThatTheFormulasGive(VideoPixelFormat format) {
    Random random = new Random(7);
    for (VideoColorSpace colours :
        new VideoColorSpace[] {
          VideoColorSpace.REC601,
          VideoColorSpace.REC709,
          new VideoColorSpace("smpte170m", "smpte170m", "smpte170m", true)
        }) {
      try (VideoFrame frame = frame(format, colours, 0, random)) {
        Raster read = FrameReader.raster(frame, Optional.empty());
        assertThat(read.width()).isEqualTo(VISIBLE.width());
        assertThat(read.height()).isEqualTo(VISIBLE.height());
        for (int y = 0; y < read.height(); y++) {
          for (int x = 0; x < read.width(); x++) {
            double[] expected = expected(frame, VISIBLE.x() + x, VISIBLE.y() + y);
            for (int channel = 0; channel < 4; channel++) {
              assertThat((double) (read.get(x, y) >>> (8 * channel) & 255))
                  .as("channel %s at %s,%s of %s", channel, x, y, colours)
                  .isCloseTo(expected[channel], org.assertj.core.data.Offset.offset(1.0));
            }
          }
        }
      }
    }
  }

  @Test
  void aTurnedPictureIsReadUpright() {
    Random random = new Random(8);
    try (VideoFrame frame = frame(VideoPixelFormat.RGBA, VideoColorSpace.SRGB, 90, random)) {
      Raster read = FrameReader.raster(frame, Optional.empty());
      assertThat(read.width()).isEqualTo(frame.displayWidth()).isEqualTo(VISIBLE.height());
      // turned clockwise, the lowest row is the first column
      double[] corner = expected(frame, VISIBLE.x(), VISIBLE.y() + VISIBLE.height() - 1);
      assertThat(read.get(0, 0) & 255).isEqualTo((int) corner[0]);
    }
  }

  @Test
  void memoryOfTheRightSizeIsUsedAgain() {
    Random random = new Random(9);
    try (VideoFrame frame = frame(VideoPixelFormat.I420, VideoColorSpace.REC601, 0, random)) {
      Raster first = FrameReader.raster(frame, Optional.empty());
      assertThat(FrameReader.raster(frame, Optional.of(first))).isSameAs(first);
      assertThat(FrameReader.raster(frame, Optional.of(new Raster(1, 1)))).isNotSameAs(first);
    }
  }

  private static VideoFrame frame(
      VideoPixelFormat format, VideoColorSpace colours, int rotation, Random random) {
    int[] strides = new int[format.planeCount()];
    for (int plane = 0; plane < strides.length; plane++) {
      strides[plane] = format.rowBytes(plane, WIDTH) + 6;
    }
    VideoLayout layout =
        new VideoLayout(format, WIDTH, HEIGHT, VISIBLE, rotation, colours, strides);
    try (VideoFramePool pool = new VideoFramePool(layout, 1)) {
      VideoFrameBuffer buffer = pool.acquire().orElseThrow();
      for (int plane = 0; plane < strides.length; plane++) {
        byte[] bytes = new byte[(int) buffer.plane(plane).byteSize()];
        random.nextBytes(bytes);
        buffer.plane(plane).asByteBuffer().put(bytes);
      }
      try (VideoFrame frame = buffer.publish(0, 0)) {
        return frame.clone();
      }
    }
  }

  /** From the definitions of the colour spaces, in floating point. */
  private static double[] expected(VideoFrame frame, int x, int y) {
    switch (frame.format()) {
      case RGBA, RGBX -> {
        return rgb(frame, x, y, 0, 1, 2, frame.format() == VideoPixelFormat.RGBX);
      }
      case BGRA, BGRX -> {
        return rgb(frame, x, y, 2, 1, 0, frame.format() == VideoPixelFormat.BGRX);
      }
      default -> {}
    }
    double luma = 0;
    double u = 0;
    double v = 0;
    switch (frame.format()) {
      case I420 -> {
        luma = sample(frame, 0, x, y);
        u = sample(frame, 1, x / 2, y / 2);
        v = sample(frame, 2, x / 2, y / 2);
      }
      case NV12 -> {
        luma = sample(frame, 0, x, y);
        u = sample(frame, 1, x / 2 * 2, y / 2);
        v = sample(frame, 1, x / 2 * 2 + 1, y / 2);
      }
      default -> {
        luma = sample(frame, 0, 2 * x, y);
        u = sample(frame, 0, x / 2 * 4 + 1, y);
        v = sample(frame, 0, x / 2 * 4 + 3, y);
      }
    }
    boolean full = frame.colorSpace().fullRange();
    double kr = frame.colorSpace().equals(VideoColorSpace.REC709) ? 0.2126 : 0.299;
    double kb = frame.colorSpace().equals(VideoColorSpace.REC709) ? 0.0722 : 0.114;
    double bright = full ? luma / 255 : (luma - 16) / 219;
    double pb = (u - 128) / (full ? 255 : 224);
    double pr = (v - 128) / (full ? 255 : 224);
    double red = bright + 2 * (1 - kr) * pr;
    double blue = bright + 2 * (1 - kb) * pb;
    double green = (bright - kr * red - kb * blue) / (1 - kr - kb);
    return new double[] {whole(red), whole(green), whole(blue), 255};
  }

  private static double[] rgb(
      VideoFrame frame, int x, int y, int red, int green, int blue, boolean opaque) {
    return new double[] {
      sample(frame, 0, 4 * x + red, y),
      sample(frame, 0, 4 * x + green, y),
      sample(frame, 0, 4 * x + blue, y),
      opaque ? 255 : sample(frame, 0, 4 * x + 3, y)
    };
  }

  private static double sample(VideoFrame frame, int plane, int byteInRow, int row) {
    long at = (long) row * frame.layout().strideBytes(plane) + byteInRow;
    return frame.plane(plane).get(ValueLayout.JAVA_BYTE, at) & 255;
  }

  private static double whole(double value) {
    return Math.max(0, Math.min(255, value * 255));
  }
}
