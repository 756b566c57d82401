package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturePlaybackTest {
  @TempDir Path directory;

  @Test
  void everyPictureComesInOrderAtItsTimeAndExactly() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mov"), TestMedia.pictures(64, 48, 30, 2), "-c:v ffv1");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(3_000_000);
      SourceException end = tape.awaitEnd();

      assertThat(end)
          .hasMessageContaining("clip.mov: its video has ended")
          .hasMessageContaining("#loop");
      assertThat(end.kind()).isEqualTo(SourceException.Kind.NOT_FOUND);
      List<Tape.Picture> pictures = tape.pictures();
      assertThat(pictures).hasSize(60);
      assertThat(tape.lost()).isZero();
      for (int n = 0; n < 60; n++) {
        Tape.Picture picture = pictures.get(n);
        assertThat(picture.timestampUs() - Player.START_US).isEqualTo(Math.round(n * 1e6 / 30));
        assertThat(picture.durationUs()).isEqualTo(33_333);
        assertThat(picture.arrivedUs()).isEqualTo(picture.timestampUs());
        for (int y = 0; y < 48; y++) {
          for (int x = 0; x < 64; x++) {
            assertThat(picture.sample(y * 64 + x)).isEqualTo((x + 2 * y + 5 * n) % 256);
          }
        }
      }
    }
  }

  @Test
  void theEndIsToldWhenTheLastPictureWasShownToItsEnd() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mov"), TestMedia.pictures(64, 48, 10, 1), "-c:v ffv1");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(999_999);
      assertThat(tape.pictures()).hasSize(10);
      assertThat(tape.endings()).isEmpty();
      player.clock.advanceUs(1);
      assertThat(tape.endings()).hasSize(1);
    }
  }

  @Test
  void picturesAreHandedOutWhereTheyLieInTheDecodersPool() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mov"), TestMedia.pictures(640, 360, 30, 2), "-c:v mpeg4");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(3_000_000);

      assertThat(tape.pictures()).hasSize(60);
      assertThat(tape.pictures().stream().map(Tape.Picture::address).distinct().count())
          .as("buffers for 60 pictures")
          .isLessThan(20);
      assertThat(tape.pictures())
          .allSatisfy(p -> assertThat(p.layout()).isSameAs(tape.pictures().getFirst().layout()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "yuv420p, rawvideo, I420",
    "nv12, rawvideo, NV12",
    "yuyv422, rawvideo, YUY2",
    "rgba, rawvideo, RGBA",
    "bgra, rawvideo, BGRA",
    "rgb0, rawvideo, RGBX",
    "bgr0, rawvideo, BGRX",
    "rgb24, rawvideo, RGBX",
    "gbrp10le, ffv1, RGBX",
    "argb, rawvideo, RGBA",
    "yuvj420p, mjpeg, I420",
    "yuvj422p, mjpeg, I420",
    "yuv422p, ffv1, I420",
    "yuv444p, ffv1, I420",
    "yuv420p10le, ffv1, I420",
    "gray, ffv1, I420"
  })
  void everyFormatIsPlayed(String pixelFormat, String codec, VideoPixelFormat expected)
      throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.nut"),
            "-f lavfi -i color=c=0xC86432:s=66x50:r=10:d=0.5,format=" + pixelFormat,
            "-c:v " + codec + " -pix_fmt " + pixelFormat + " -q:v 2 -strict -1");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(1_000_000);

      assertThat(player.camera().modes()).containsExactly(new VideoMode(expected, 66, 50, 10));
      assertThat(tape.pictures()).hasSize(5);
      Tape.Picture picture = tape.pictures().get(2);
      boolean fullRange = picture.layout().colorSpace().fullRange();
      int pixels = 66 * 50;
      switch (expected) {
        case I420, NV12, YUY2 -> {
          boolean gray = pixelFormat.equals("gray");
          assertThat(fullRange).isEqualTo(pixelFormat.startsWith("yuvj") || gray);
          // 200, 100, 50 in BT.601
          int luma = fullRange ? 124 : 123;
          assertThat(picture.sample(expected == VideoPixelFormat.YUY2 ? 66 : 1500))
              .isCloseTo(luma, within(2));
          int u = expected == VideoPixelFormat.YUY2 ? 65 : pixels + 100;
          int v =
              switch (expected) {
                case I420 -> pixels + pixels / 4 + 100;
                case NV12 -> u + 1;
                default -> u + 2;
              };
          assertThat(picture.sample(u)).isCloseTo(gray ? 128 : fullRange ? 86 : 91, within(2));
          assertThat(picture.sample(v)).isCloseTo(gray ? 128 : fullRange ? 182 : 175, within(2));
        }
        case RGBA, RGBX -> assertPixel(picture, 200, 100, 50);
        case BGRA, BGRX -> assertPixel(picture, 50, 100, 200);
      }
    }
  }

  private static void assertPixel(Tape.Picture picture, int first, int second, int third) {
    int at = (66 * 20 + 33) * 4;
    assertThat(picture.sample(at)).isCloseTo(first, within(1));
    assertThat(picture.sample(at + 1)).isCloseTo(second, within(1));
    assertThat(picture.sample(at + 2)).isCloseTo(third, within(1));
  }

  @Test
  void oddSizesArePlayedExactly() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mkv"), TestMedia.pictures(67, 45, 25, 0.4), "-c:v ffv1");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(1_000_000);

      Tape.Picture picture = tape.pictures().get(3);
      assertThat(picture.layout().visibleRect()).isEqualTo(new VideoRect(0, 0, 67, 45));
      assertThat(picture.bytes().byteSize()).isEqualTo(67 * 45 + 2 * 34 * 23);
      assertThat(picture.sample(44 * 67 + 66)).isEqualTo(66 + 88 + 15);
      assertThat(picture.sample(67 * 45 + 34 + 2)).as("blue of its second row").isEqualTo(2 + 9);
      assertThat(picture.sample(67 * 45 + 34 * 23 + 34 * 5))
          .as("red of its sixth")
          .isEqualTo(5 + 3);
    }
  }

  @Test
  void coloursTravelWithThePictures() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mkv"),
            TestMedia.pictures(64, 48, 25, 0.4)
                + ",setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709",
            "-c:v ffv1");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());

      player.clock.advanceUs(1_000_000);
      assertThat(tape.pictures().getFirst().layout().colorSpace())
          .isEqualTo(VideoColorSpace.REC709);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "90, 270", "180, 180", "-90, 90"})
  void rotationTravelsWithThePictures(int counterclockwise, int clockwise) throws Exception {
    Path upright =
        TestMedia.make(
            directory.resolve("upright.mp4"),
            TestMedia.pictures(64, 48, 25, 0.4),
            "-c:v libopenh264");
    Path turned =
        TestMedia.make(
            directory.resolve("turned.mp4"),
            "-display_rotation " + counterclockwise + " -i " + upright + " -c copy");
    try (Player player = new Player(turned.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(1_000_000);

      assertThat(tape.pictures()).hasSize(10);
      assertThat(tape.pictures().getFirst().layout().rotation()).isEqualTo(clockwise);
      assertThat(player.camera().modes())
          .containsExactly(new VideoMode(VideoPixelFormat.I420, 64, 48, 25));
    }
  }

  @Test
  void pixelsThatAreNotSquareAreMadeSo() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("wide.mkv"),
            TestMedia.pictures(72, 48, 25, 0.4) + ",setsar=4/3",
            "-c:v ffv1");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(1_000_000);

      assertThat(player.camera().modes())
          .containsExactly(new VideoMode(VideoPixelFormat.I420, 96, 48, 25));
      Tape.Picture picture = tape.pictures().get(2);
      assertThat(picture.layout().visibleRect()).isEqualTo(new VideoRect(0, 0, 96, 48));
      assertThat(picture.sample(20 * 96 + 40)).isCloseTo(30 + 40 + 10, within(1));
    }
  }

  @Test
  void aVariableRateIsPlayedAtItsOwnTimes() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("slides.mkv"),
            TestMedia.pictures(64, 48, 25, 4) + ",select='eq(n,0)+eq(n,2)+eq(n,50)+eq(n,99)'",
            "-fps_mode vfr -c:v ffv1");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(6_000_000);

      assertThat(tape.pictures())
          .extracting(picture -> picture.timestampUs() - Player.START_US)
          .containsExactly(0L, 80_000L, 2_000_000L, 3_960_000L);
      assertThat(tape.pictures()).extracting(p -> p.sample(0)).containsExactly(0, 10, 250, 239);
      assertThat(tape.lost()).isZero();
    }
  }

  @Test
  void picturesOutOfOrderInTheFileComeInOrder() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("b.mp4"),
            TestMedia.pictures(64, 48, 30, 2),
            "-c:v mpeg4 -bf 2 -q:v 2");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(3_000_000);

      assertThat(tape.pictures()).hasSize(60);
      for (int n = 0; n < 60; n++) {
        Tape.Picture picture = tape.pictures().get(n);
        assertThat(picture.timestampUs() - Player.START_US)
            .isCloseTo(Math.round(n * 1e6 / 30), within(1L));
      }
      assertThat(tape.lost()).isZero();
    }
  }

  @Test
  void aSizeThatChangesInTheMidstIsScaledToTheFirst() throws Exception {
    Path small =
        TestMedia.make(
            directory.resolve("1.ts"),
            "-f lavfi -i color=c=gray:s=64x48:r=25:d=1 -c:v mpeg2video -q:v 2");
    Path large =
        TestMedia.make(
            directory.resolve("2.ts"),
            "-f lavfi -i color=c=white:s=128x96:r=25:d=1 -c:v mpeg2video -q:v 2 -output_ts_offset"
                + " 1");
    Path both = directory.resolve("both.ts");
    Files.write(both, Files.readAllBytes(small));
    Files.write(both, Files.readAllBytes(large), StandardOpenOption.APPEND);
    try (Player player = new Player(both.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(3_000_000);

      assertThat(tape.pictures()).hasSizeBetween(48, 50);
      assertThat(tape.pictures())
          .allSatisfy(
              picture ->
                  assertThat(picture.layout().visibleRect())
                      .isEqualTo(new VideoRect(0, 0, 64, 48)));
      assertThat(tape.pictures().getLast().sample(64 * 24 + 32)).isCloseTo(235, within(3));
    }
  }

  @Test
  void onlyTheModeThatItHasIsAccepted() throws Exception {
    Path file = TestMedia.make(directory.resolve("clip.mkv"), TestMedia.pictures(64, 48, 25, 1));
    try (Player player = new Player(file.toString())) {
      Source source = player.open(player.camera());
      VideoMode other = new VideoMode(VideoPixelFormat.I420, 32, 24, 25);
      Tape tape = new Tape(player.clock::nowUs);

      assertThatThrownBy(() -> source.start(SourceSettings.of(other), tape))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("I420 64x48 at 25")
          .hasMessageContaining("not I420 32x24 at 25");
      source.start(Player.settings(player.camera()), tape);
      source.reconfigure(Player.settings(player.camera()));
      assertThatThrownBy(() -> source.reconfigure(SourceSettings.of(other)))
          .isInstanceOf(SourceException.class);
    }
  }
}
