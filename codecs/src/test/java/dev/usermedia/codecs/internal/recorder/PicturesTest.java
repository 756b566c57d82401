package dev.usermedia.codecs.internal.recorder;

import static dev.usermedia.codecs.internal.recorder.Studio.START_US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.codecs.RecorderOptions;
import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of any format, size, place and orientation arrive as what they show. */
@Tag("ffmpeg")
class PicturesTest {
  private static final int SIZE = 128;
  private static final int RED = 0xd02010;
  private static final int GREEN = 0x10a030;
  private static final int BLUE = 0x2030c0;
  private static final int GREY = 0x909090;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(VideoPixelFormat.class)
  void everyFormatKeepsItsColours(VideoPixelFormat format) throws Exception {
    Path file = directory.resolve("clip.webm");
    record(file, VideoLayout.packed(format, SIZE, SIZE));

    byte[] picture = lastRgb(file, SIZE, SIZE);
    assertQuadrants(picture, SIZE, SIZE, RED, GREEN, BLUE, GREY);
  }

  @ParameterizedTest
  @CsvSource({
    "smpte170m, false, smpte170m",
    "bt709, false, bt709",
    "smpte170m, true, smpte170m",
    "'', false, smpte170m",
  })
  void theColourSpaceIsWrittenAndRight(String matrix, boolean full, String written)
      throws Exception {
    Path file = directory.resolve("clip.webm");
    VideoLayout plain = VideoLayout.packed(VideoPixelFormat.I420, SIZE, SIZE);
    record(
        file,
        new VideoLayout(
            VideoPixelFormat.I420,
            SIZE,
            SIZE,
            plain.visibleRect(),
            0,
            new VideoColorSpace("", "", matrix, full),
            SIZE,
            SIZE / 2,
            SIZE / 2));

    assertThat(new Judge(file).shown("stream=color_space,color_range")).isEqualTo("tv," + written);
    byte[] picture = new Judge(file).pictures("rgb24", SIZE * SIZE * 3, written).getLast();
    assertQuadrants(picture, SIZE, SIZE, RED, GREEN, BLUE, GREY);
  }

  @ParameterizedTest
  @CsvSource({
    "90, 0x2030c0, 0xd02010, 0x909090, 0x10a030",
    "180, 0x909090, 0x2030c0, 0x10a030, 0xd02010",
    "270, 0x10a030, 0x909090, 0xd02010, 0x2030c0",
  })
  void picturesAreTurnedUpright(int rotation, int a, int b, int c, int d) throws Exception {
    Path file = directory.resolve("clip.webm");
    int height = SIZE * 3 / 4;
    record(
        file,
        new VideoLayout(
            VideoPixelFormat.I420,
            SIZE,
            height,
            new VideoRect(0, 0, SIZE, height),
            rotation,
            VideoColorSpace.REC601,
            SIZE,
            SIZE / 2,
            SIZE / 2));

    boolean across = rotation != 180;
    int shownWidth = across ? height : SIZE;
    int shownHeight = across ? SIZE : height;
    assertThat(new Judge(file).shown("stream=width,height"))
        .isEqualTo(shownWidth + "," + shownHeight);
    assertQuadrants(lastRgb(file, shownWidth, shownHeight), shownWidth, shownHeight, a, b, c, d);
  }

  @ParameterizedTest
  @CsvSource({"I420, 32, 16", "I420, 33, 17", "YUY2, 33, 17", "BGRX, 33, 17", "NV12, 31, 16"})
  void onlyTheVisiblePartIsRecorded(VideoPixelFormat format, int x, int y) throws Exception {
    Path file = directory.resolve("clip.webm");
    int coded = 2 * SIZE;
    int[] strides = new int[format.planeCount()];
    for (int p = 0; p < strides.length; p++) {
      strides[p] = format.rowBytes(p, coded) + 32;
    }
    record(
        file,
        new VideoLayout(
            format,
            coded,
            coded,
            new VideoRect(x, y, SIZE, SIZE),
            0,
            VideoLayout.packed(format, 2, 2).colorSpace(),
            strides));

    assertQuadrants(lastRgb(file, SIZE, SIZE), SIZE, SIZE, RED, GREEN, BLUE, GREY);
  }

  @Test
  void aPictureOfAnotherSizeIsScaledToTheFirstOnesWithBlackBeside() throws Exception {
    Path file = directory.resolve("clip.webm");
    try (Studio studio = new Studio(new FileOutput(file, false), RecorderOptions.defaults())) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, 2 * SIZE, SIZE);
      studio.start();
      camera.show(START_US, 100);
      Studio.Camera portrait =
          camera.changedTo(VideoLayout.packed(VideoPixelFormat.BGRX, 3 * SIZE, 3 * SIZE));
      for (int n = 1; n < 10; n++) {
        portrait.show(START_US + n * 33_333L, PicturesTest::paintQuadrants);
      }
      studio.stop(START_US + 400_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.packets()).hasSize(10);
    byte[] picture = lastRgb(file, 2 * SIZE, SIZE);
    byte[] middle = new byte[SIZE * SIZE * 3];
    for (int y = 0; y < SIZE; y++) {
      System.arraycopy(picture, (y * 2 * SIZE + SIZE / 2) * 3, middle, y * SIZE * 3, SIZE * 3);
    }
    assertQuadrants(middle, SIZE, SIZE, RED, GREEN, BLUE, GREY);
    assertThat(pixel(picture, 2 * SIZE, 10, 64)).isEqualTo(new Rgb(0, 0, 0));
    assertThat(pixel(picture, 2 * SIZE, 2 * SIZE - 10, 64)).isEqualTo(new Rgb(0, 0, 0));
  }

  @Test
  void oddSizesAreRecordedAsTheyAre() throws Exception {
    Path file = directory.resolve("clip.webm");
    record(file, VideoLayout.packed(VideoPixelFormat.I420, 127, 95));

    assertThat(new Judge(file).complaints()).isEmpty();
    assertThat(new Judge(file).shown("stream=width,height")).isEqualTo("127,95");
  }

  private void record(Path file, VideoLayout layout) throws Exception {
    try (Studio studio = new Studio(new FileOutput(file, false), RecorderOptions.defaults())) {
      Studio.Camera camera =
          studio
              .camera(layout.format(), layout.codedWidth(), layout.codedHeight())
              .changedTo(layout);
      studio.start();
      for (int n = 0; n < 10; n++) {
        camera.show(START_US + n * 33_333L, PicturesTest::paintQuadrants);
      }
      studio.stop(START_US + 400_000);
    }
  }

  /** Red, green, blue and grey, by quarters of the visible part; black beside it. */
  private static void paintQuadrants(VideoFrameBuffer buffer) {
    VideoLayout layout = buffer.layout();
    VideoRect visible = layout.visibleRect();
    for (int y = 0; y < layout.codedHeight(); y++) {
      for (int x = 0; x < layout.codedWidth(); x++) {
        boolean right = x >= visible.x() + visible.width() / 2;
        boolean low = y >= visible.y() + visible.height() / 2;
        int rgb = low ? (right ? GREY : BLUE) : (right ? GREEN : RED);
        TestPixels.set(buffer, x, y, rgb);
      }
    }
  }

  private static byte[] lastRgb(Path file, int width, int height) {
    List<byte[]> pictures = new Judge(file).pictures("rgb24", width * height * 3);
    assertThat(pictures.size()).isEqualTo(10);
    return pictures.getLast();
  }

  private record Rgb(int red, int green, int blue) {}

  private static Rgb pixel(byte[] rgb24, int width, int x, int y) {
    int at = (y * width + x) * 3;
    return new Rgb(rgb24[at] & 0xff, rgb24[at + 1] & 0xff, rgb24[at + 2] & 0xff);
  }

  private static void assertQuadrants(
      byte[] rgb24, int width, int height, int topLeft, int topRight, int lowLeft, int lowRight) {
    assertColor(pixel(rgb24, width, width / 4, height / 4), topLeft);
    assertColor(pixel(rgb24, width, width * 3 / 4, height / 4), topRight);
    assertColor(pixel(rgb24, width, width / 4, height * 3 / 4), lowLeft);
    assertColor(pixel(rgb24, width, width * 3 / 4, height * 3 / 4), lowRight);
  }

  private static void assertColor(Rgb seen, int rgb) {
    assertThat(seen.red()).as("red of %s", seen).isCloseTo(rgb >> 16 & 0xff, within(8));
    assertThat(seen.green()).as("green of %s", seen).isCloseTo(rgb >> 8 & 0xff, within(8));
    assertThat(seen.blue()).as("blue of %s", seen).isCloseTo(rgb & 0xff, within(8));
  }
}
