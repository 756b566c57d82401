package dev.usermedia.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.DOMException;
import dev.usermedia.codecs.internal.recorder.TestPixels;
import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Photos as the JDK's own readers see them. */
class PhotoEncoderTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  /** Red, green, blue and yellow, by quarters. */
  private static int quarters(int x, int y) {
    return y < HEIGHT / 2
        ? (x < WIDTH / 2 ? 0xe01808 : 0x08b020)
        : (x < WIDTH / 2 ? 0x1020d0 : 0xd0c010);
  }

  @ParameterizedTest
  @EnumSource(VideoPixelFormat.class)
  void bothFilesShowTheColoursOfEveryFormat(VideoPixelFormat format) throws IOException {
    VideoLayout layout = VideoLayout.packed(format, WIDTH, HEIGHT);

    assertQuarters(photo(layout, PhotoEncoderTest::quarters, PhotoEncoder::png), 3);
    assertQuarters(
        photo(layout, PhotoEncoderTest::quarters, frame -> PhotoEncoder.jpeg(frame, 0.95)), 6);
  }

  @ParameterizedTest
  @CsvSource({"bt709, false", "smpte170m, true", "bt709, true", "'', false"})
  void theMatrixAndRangeCount(String matrix, boolean full) throws IOException {
    VideoLayout layout =
        new VideoLayout(
            VideoPixelFormat.I420,
            WIDTH,
            HEIGHT,
            new VideoRect(0, 0, WIDTH, HEIGHT),
            0,
            new VideoColorSpace("", "", matrix, full),
            WIDTH,
            WIDTH / 2,
            WIDTH / 2);

    assertQuarters(photo(layout, PhotoEncoderTest::quarters, PhotoEncoder::png), 3);
    assertQuarters(
        photo(layout, PhotoEncoderTest::quarters, frame -> PhotoEncoder.jpeg(frame, 0.95)), 6);
  }

  @Test
  void rgbIsKeptToTheBit() throws IOException {
    VideoLayout layout = VideoLayout.packed(VideoPixelFormat.BGRX, WIDTH, HEIGHT);
    IntBinaryOperator gradient =
        (x, y) -> ((x * 2) << 16) | ((y * 3) << 8) | ((x * 7 + y * 5) % 256);

    BufferedImage image = photo(layout, gradient, PhotoEncoder::png);

    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(image.getRGB(x, y) & 0xffffff).isEqualTo(gradient.applyAsInt(x, y));
      }
    }
    assertThat(image.getColorModel().hasAlpha()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = VideoPixelFormat.class,
      names = {"I420", "YUY2", "BGRX"})
  void theVisiblePartIsShownToThePixel(VideoPixelFormat format) throws IOException {
    VideoRect visible = new VideoRect(7, 5, WIDTH, HEIGHT);
    int[] strides = new int[format.planeCount()];
    for (int plane = 0; plane < strides.length; plane++) {
      strides[plane] = format.rowBytes(plane, 2 * WIDTH) + 64;
    }
    VideoLayout layout =
        new VideoLayout(
            format,
            2 * WIDTH,
            2 * HEIGHT,
            visible,
            0,
            VideoLayout.packed(format, 2, 2).colorSpace(),
            strides);

    BufferedImage image =
        photo(
            layout,
            (x, y) ->
                x < 7 || y < 5 || x >= 7 + WIDTH || y >= 5 + HEIGHT ? 0 : quarters(x - 7, y - 5),
            PhotoEncoder::png);

    assertThat(image.getWidth()).isEqualTo(WIDTH);
    assertThat(image.getHeight()).isEqualTo(HEIGHT);
    assertQuarters(image, 3);
    // the neighbours' black is no part of the corners' luma
    assertThat(image.getRGB(0, HEIGHT / 4) >> 16 & 0xff).isGreaterThan(100);
    assertThat(image.getRGB(WIDTH - 1, HEIGHT / 4) >> 8 & 0xff).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({"90", "180", "270"})
  void thePictureIsTurnedUpright(int rotation) throws IOException {
    VideoLayout layout =
        new VideoLayout(
            VideoPixelFormat.BGRX,
            WIDTH,
            HEIGHT,
            new VideoRect(0, 0, WIDTH, HEIGHT),
            rotation,
            VideoColorSpace.SRGB,
            4 * WIDTH);
    IntBinaryOperator gradient = (x, y) -> x << 16 | y << 8 | 0x80;

    BufferedImage image = photo(layout, gradient, PhotoEncoder::png);

    boolean across = rotation != 180;
    assertThat(image.getWidth()).isEqualTo(across ? HEIGHT : WIDTH);
    assertThat(image.getHeight()).isEqualTo(across ? WIDTH : HEIGHT);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int source =
            switch (rotation) {
              case 90 -> gradient.applyAsInt(y, HEIGHT - 1 - x);
              case 180 -> gradient.applyAsInt(WIDTH - 1 - x, HEIGHT - 1 - y);
              default -> gradient.applyAsInt(WIDTH - 1 - y, x);
            };
        assertThat(image.getRGB(x, y) & 0xffffff).isEqualTo(source);
      }
    }
  }

  @Test
  void transparencyIsKept() throws IOException {
    VideoLayout layout = VideoLayout.packed(VideoPixelFormat.BGRA, WIDTH, HEIGHT);
    BufferedImage image = photo(layout, PhotoEncoderTest::quarters, PhotoEncoder::png);

    assertThat(image.getColorModel().hasAlpha()).isTrue();
    assertThat(image.getRGB(3, 3) >>> 24).isEqualTo(0xff);
  }

  @Test
  void aBetterJpegIsLargerAndCloser() throws IOException {
    VideoLayout layout = VideoLayout.packed(VideoPixelFormat.BGRX, WIDTH, HEIGHT);
    IntBinaryOperator texture = (x, y) -> (x * 37 + y * 91) % 160 * 0x010101 + 0x202020;
    int previousBytes = 0;
    double previousError = Double.MAX_VALUE;
    for (double quality : new double[] {0, 0.3, 0.6, 0.92, 1}) {
      byte[] bytes = encoded(layout, texture, frame -> PhotoEncoder.jpeg(frame, quality));
      double error = meanSquaredError(ImageIO.read(new ByteArrayInputStream(bytes)), texture);
      assertThat(bytes.length).isGreaterThan(previousBytes);
      assertThat(error).isLessThan(previousError);
      previousBytes = bytes.length;
      previousError = error;
    }
    assertThat(previousError).isLessThan(3);
  }

  @Test
  void badArgumentsAndClosedFramesAreRefused() {
    VideoLayout layout = VideoLayout.packed(VideoPixelFormat.I420, WIDTH, HEIGHT);
    try (VideoFramePool pool = new VideoFramePool(layout, 1)) {
      VideoFrame frame = pool.acquire().orElseThrow().publish(0, 0);
      assertThatThrownBy(() -> PhotoEncoder.jpeg(frame, 1.01))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> PhotoEncoder.jpeg(frame, Double.NaN))
          .isInstanceOf(IllegalArgumentException.class);
      frame.close();
      assertThatThrownBy(() -> PhotoEncoder.png(frame))
          .isInstanceOfSatisfying(
              DOMException.class, e -> assertThat(e.name()).isEqualTo("InvalidStateError"));
      assertThat(pool.inUse()).isZero();
    }
  }

  private interface Encoding {
    byte[] of(VideoFrame frame);
  }

  private static BufferedImage photo(
      VideoLayout layout, IntBinaryOperator colors, Encoding encoding) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(encoded(layout, colors, encoding)));
  }

  private static byte[] encoded(VideoLayout layout, IntBinaryOperator colors, Encoding encoding) {
    try (VideoFramePool pool = new VideoFramePool(layout, 1)) {
      VideoFrameBuffer buffer = pool.acquire().orElseThrow();
      for (int y = 0; y < layout.codedHeight(); y++) {
        for (int x = 0; x < layout.codedWidth(); x++) {
          TestPixels.set(buffer, x, y, colors.applyAsInt(x, y));
        }
      }
      byte[] bytes;
      try (VideoFrame frame = buffer.publish(0, 0)) {
        bytes = encoding.of(frame);
      }
      assertThat(pool.inUse()).isZero();
      return bytes;
    }
  }

  private static void assertQuarters(BufferedImage image, int tolerance) {
    for (int y = HEIGHT / 4; y < HEIGHT; y += HEIGHT / 2) {
      for (int x = WIDTH / 4; x < WIDTH; x += WIDTH / 2) {
        int seen = image.getRGB(x, y);
        int meant = quarters(x, y);
        for (int shift = 0; shift <= 16; shift += 8) {
          assertThat(seen >> shift & 0xff)
              .as("%06x instead of %06x", seen & 0xffffff, meant)
              .isCloseTo(meant >> shift & 0xff, within(tolerance));
        }
      }
    }
  }

  private static double meanSquaredError(BufferedImage image, IntBinaryOperator meant) {
    double sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int difference = (image.getRGB(x, y) & 0xff) - (meant.applyAsInt(x, y) & 0xff);
        sum += difference * difference;
      }
    }
    return sum / (WIDTH * HEIGHT);
  }
}
