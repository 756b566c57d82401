package dev.usermedia.testkit.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.pattern.VideoPattern.Reading;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VideoPatternTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int[] ROWS = {0x0102, 0x0304, 0x0506, 0x0708, 0x090A, 0};

  static {
    int crc = 0xFFFF;
    for (int i = 0; i < 10; i++) {
      crc ^= (ROWS[i / 2] >> (i % 2 == 0 ? 8 : 0) & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1 ^ 0x1021) & 0xFFFF : crc << 1;
      }
    }
    ROWS[5] = crc;
  }

  @Test
  void readsAPictureDrawnByThePageThatDescribesIt() {
    Reading reading = read(picture(ROWS, 16, 235)).orElseThrow();
    assertThat(reading).isEqualTo(new Reading(0x01020304, 0x0506070809L, 0x0A, false));
  }

  @Test
  void readsWashedOutAndNoisyPictures() {
    assertThat(read(picture(ROWS, 90, 140))).isPresent();
    byte[] noisy = picture(ROWS, 60, 200);
    Random random = new Random(7);
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (byte) Math.clamp((noisy[i] & 0xFF) + (int) (random.nextGaussian() * 60), 0, 255);
    }
    assertThat(read(noisy)).isPresent();
  }

  @Test
  void readsNothingWhereThereIsNothing() {
    assertThat(read(new byte[WIDTH * HEIGHT])).isEmpty();
    assertThat(read(picture(ROWS, 110, 140))).as("no contrast").isEmpty();
    assertThat(read(picture(ROWS, 235, 16))).as("inverted").isEmpty();
    Random random = new Random(3);
    byte[] noise = new byte[WIDTH * HEIGHT];
    random.nextBytes(noise);
    assertThat(read(noise)).isEmpty();
  }

  @Test
  void noticesAnySingleWrongBit() {
    for (int bit = 0; bit < 96; bit++) {
      int[] rows = ROWS.clone();
      rows[bit / 16] ^= 1 << bit % 16;
      assertThat(read(picture(rows, 16, 235))).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void noticesAPictureTornBetweenTwo() {
    int[] torn = ROWS.clone();
    torn[1]++; // the upper part is of the next picture
    assertThat(read(picture(torn, 16, 235))).isEmpty();
  }

  @Test
  void readsWhatACutToAnotherShapeLeaves() {
    byte[] wide = picture(ROWS, 16, 235, 1280, 720);
    assertThat(readCut(wide, 1280, 720, 160, 0, 960, 720)).as("16:9 to 4:3").isPresent();
    byte[] old = picture(ROWS, 16, 235, 640, 480);
    assertThat(readCut(old, 640, 480, 0, 60, 640, 360)).as("4:3 to 16:9").isPresent();
  }

  private static Optional<Reading> readCut(
      byte[] picture, int width, int height, int x, int y, int cutWidth, int cutHeight) {
    assertThat(picture).hasSize(width * height);
    MemorySegment memory = MemorySegment.ofArray(picture).asSlice((long) y * width + x);
    return VideoPattern.read(memory, cutWidth, cutHeight, width);
  }

  private static Optional<Reading> read(byte[] picture) {
    return VideoPattern.read(MemorySegment.ofArray(picture), WIDTH, HEIGHT, WIDTH);
  }

  private static byte[] picture(int[] rows, int black, int white) {
    return picture(rows, black, white, WIDTH, HEIGHT);
  }

  /** As docs/test-pattern.md has it, pixel by pixel; everything that is not read is mid-grey. */
  private static byte[] picture(int[] rows, int black, int white, int width, int height) {
    byte[] picture = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = x * 24 / width;
        int row = y * 18 / height;
        int gray = 126;
        if (column >= 3 && column <= 20 && row >= 3 && row <= 8) {
          boolean sync = row % 2 == 1; // white in row 3
          boolean lit =
              column == 3 ? sync : column == 20 ? !sync : (rows[row - 3] >> (19 - column) & 1) == 1;
          gray = lit ? white : black;
        } else if (column >= 3 && column <= 20 && row >= 9 && row <= 14) {
          gray = black;
        }
        picture[y * width + x] = (byte) gray;
      }
    }
    return picture;
  }
}
