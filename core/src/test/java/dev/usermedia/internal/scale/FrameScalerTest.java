package dev.usermedia.internal.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameScalerTest {
  private interface Sample {
    int at(int plane, int x, int y);
  }

  @ParameterizedTest
  @EnumSource(VideoPixelFormat.class)
  void anEvenColourStaysThatColour(VideoPixelFormat format) {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      int width = 2 + random.nextInt(90);
      int height = 2 + random.nextInt(90);
      int colour = random.nextInt(256);
      Picture out =
          scaled(
              round % 2 == 0 ? FilterKernel.TRIANGLE : FilterKernel.CATMULL_ROM,
              format,
              width,
              height,
              1 + random.nextInt(width),
              1 + random.nextInt(height),
              (plane, x, y) -> colour);
      for (byte[] plane : out.planes) {
        for (byte sample : plane) {
          assertThat(sample & 0xff).isEqualTo(colour);
        }
      }
    }
  }

  @Test
  void aRampStaysARampWithinRounding() {
    Picture out =
        scaled(VideoPixelFormat.I420, 256, 64, 100, 25, (plane, x, y) -> plane == 0 ? x : 128);
    for (int x = 2; x < 98; x++) {
      double exact = (x + 0.5) * 2.56 - 0.5;
      assertThat(out.planes[0][x] & 0xff).isBetween((int) exact - 1, (int) exact + 2);
    }
  }

  @Test
  void halvingAveragesInsteadOfSkipping() {
    // one-pixel stripes would alias to black or white if samples were left out
    Picture out =
        scaled(VideoPixelFormat.I420, 128, 128, 32, 32, (plane, x, y) -> x % 2 == 0 ? 0 : 255);
    for (int x = 1; x < 31; x++) {
      assertThat(out.planes[0][32 + x] & 0xff).isBetween(120, 135);
    }
  }

  @Test
  void anotherShapeIsCutEquallyOnBothSides() {
    // a white middle third in a picture of 300x100 scaled to 100x100: all white
    Picture out =
        scaled(
            VideoPixelFormat.I420,
            300,
            100,
            100,
            100,
            (plane, x, y) -> plane > 0 ? 128 : x >= 98 && x < 202 ? 255 : 0);
    for (byte sample : out.planes[0]) {
      assertThat(sample & 0xff).isEqualTo(255);
    }
  }

  @Test
  void componentsOfRgbStayApart() {
    Picture out = scaled(VideoPixelFormat.BGRX, 64, 64, 20, 20, (plane, x, y) -> (x % 4) * 60);
    for (int x = 0; x < 80; x++) {
      assertThat(out.planes[0][x] & 0xff).isEqualTo((x % 4) * 60);
    }
  }

  @Test
  void fineStrokesKeepMoreOfTheirContrastUnderTheSharpKernel() {
    assertThat(contrastOfStrokes(FilterKernel.CATMULL_ROM))
        .isGreaterThan(1.25 * contrastOfStrokes(FilterKernel.TRIANGLE));
  }

  /** Root mean square about the mean, of strokes two pixels wide in a picture shrunk by a third. */
  private static double contrastOfStrokes(FilterKernel kernel) {
    Picture out =
        scaled(
            kernel,
            VideoPixelFormat.I420,
            240,
            60,
            160,
            40,
            (plane, x, y) -> plane > 0 ? 128 : x / 2 % 2 == 0 ? 40 : 200);
    double sum = 0;
    for (int x = 10; x < 150; x++) {
      double off = (out.planes[0][20 * 160 + x] & 0xff) - 120;
      sum += off * off;
    }
    return Math.sqrt(sum / 140);
  }

  @Test
  void theSharpKernelDoesNotWrapBesideEdgesOfFullContrast() {
    Picture out =
        scaled(
            FilterKernel.CATMULL_ROM,
            VideoPixelFormat.I420,
            64,
            64,
            96,
            96,
            (plane, x, y) -> plane > 0 ? 128 : x < 32 ? 0 : 255);
    for (int x = 0; x < 44; x++) {
      assertThat(out.planes[0][48 * 96 + x] & 0xff).as("%d", x).isLessThan(10);
      assertThat(out.planes[0][48 * 96 + 95 - x] & 0xff).as("%d", 95 - x).isGreaterThan(245);
    }
  }

  private static final class Picture {
    final byte[][] planes;

    Picture(byte[][] planes) {
      this.planes = planes;
    }
  }

  /** Fills each byte of each plane by its byte column and row, scales, and reads the bytes back. */
  private static Picture scaled(
      VideoPixelFormat format, int width, int height, int toWidth, int toHeight, Sample sample) {
    return scaled(FilterKernel.TRIANGLE, format, width, height, toWidth, toHeight, sample);
  }

  private static Picture scaled(
      FilterKernel kernel,
      VideoPixelFormat format,
      int width,
      int height,
      int toWidth,
      int toHeight,
      Sample sample) {
    VideoLayout from = VideoLayout.packed(format, width, height);
    try (VideoFramePool in = new VideoFramePool(from, 1)) {
      VideoFrameBuffer buffer = in.acquire().orElseThrow();
      for (int plane = 0; plane < format.planeCount(); plane++) {
        int stride = from.strideBytes(plane);
        for (int y = 0; y < format.rows(plane, height); y++) {
          for (int x = 0; x < stride; x++) {
            buffer
                .plane(plane)
                .set(ValueLayout.JAVA_BYTE, (long) y * stride + x, (byte) sample.at(plane, x, y));
          }
        }
      }
      try (VideoFrame frame = buffer.publish(0, 0)) {
        FrameScaler scaler = new FrameScaler(from, toWidth, toHeight, kernel);
        try (VideoFramePool out = new VideoFramePool(scaler.output(), 1)) {
          VideoFrameBuffer result = out.acquire().orElseThrow();
          scaler.scale(frame, result);
          byte[][] planes = new byte[scaler.output().format().planeCount()][];
          for (int plane = 0; plane < planes.length; plane++) {
            planes[plane] = result.plane(plane).toArray(ValueLayout.JAVA_BYTE);
          }
          result.discard();
          return new Picture(planes);
        }
      }
    }
  }
}
