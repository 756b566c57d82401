package dev.usermedia.testkit;

import static dev.usermedia.testkit.SyntheticRun.i420;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.SyntheticRun.Picture;
import dev.usermedia.testkit.pattern.AudioPattern;
import dev.usermedia.testkit.pattern.AudioPattern.Beep;
import dev.usermedia.testkit.pattern.VideoPattern;
import dev.usermedia.testkit.pattern.VideoPattern.Reading;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pattern stays readable through what recordings are made of. */
@Tag("ffmpeg")
class PatternThroughCodecsTest {
  private static final long SECOND_US = 1_000_000;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "640x480, 640x480, 300k, 640x480 128x96 1920x1080",
    "640x480, 128x96, 60k, 128x96",
    "1280x720, 160x90, 100k, 160x90",
    "1280x720, 1280x720, 700k, 3840x2160",
  })
  void everyPictureIsReadAfterVp8(String original, String encoded, String bitRate, String decoded)
      throws Exception {
    Path raw = directory.resolve("raw.yuv");
    writePictures(original, raw);
    Path webm = directory.resolve("clip.webm");
    ffmpeg("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", original, "-r", "30")
        .with("-i", raw.toString(), "-vf", "scale=" + encoded.replace('x', ':'))
        .with("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "-8", "-b:v", bitRate)
        .with(webm.toString())
        .run();
    long kilobits = Long.parseLong(bitRate.substring(0, bitRate.length() - 1));
    assertThat(Files.size(webm)).as("bytes").isLessThan(kilobits * 1000 / 8 * 2 * 3 / 2);
    for (String size : decoded.split(" ", -1)) {
      int count = width(size) > width(original) ? 10 : 61; // what is enlarged is slow to write
      Path gray = directory.resolve("gray.raw");
      ffmpeg("-i", webm.toString(), "-vf", "scale=" + size.replace('x', ':'))
          .with("-frames:v", Integer.toString(count))
          .with("-f", "rawvideo", "-pix_fmt", "gray", gray.toString())
          .run();
      List<Long> numbers = readPictures(gray, size);
      assertThat(numbers).isEqualTo(LongStream.range(0, count).boxed().toList());
    }
  }

  /** Two seconds and a picture, from second 9 of the clock on. */
  private static void writePictures(String size, Path raw) throws Exception {
    try (SyntheticRun run = SyntheticRun.of("camera-user", 9 * SECOND_US);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(raw))) {
      run.keepingPixels().start(i420(width(size), height(size), 30));
      for (int tenth = 0; tenth < 20; tenth++) {
        run.advanceUs(SECOND_US / 10);
        for (Picture picture : run.notes.pictures) {
          out.write(picture.bytes());
        }
        run.notes.pictures.clear();
      }
    }
  }

  private static List<Long> readPictures(Path gray, String size) throws Exception {
    List<Long> numbers = new ArrayList<>();
    byte[] picture = new byte[width(size) * height(size)];
    try (InputStream in = Files.newInputStream(gray)) {
      while (in.readNBytes(picture, 0, picture.length) == picture.length) {
        Optional<Reading> reading =
            VideoPattern.read(
                MemorySegment.ofArray(picture), width(size), height(size), width(size));
        assertThat(reading).as("picture %d at %s", numbers.size(), size).isPresent();
        long number = reading.get().number();
        assertThat(reading.get().timeMs()).isEqualTo(9000 + Math.round(number * 1e6 / 30) / 1000);
        assertThat(reading.get().flash()).isEqualTo(number % 30 < 3);
        numbers.add(number);
      }
    }
    return numbers;
  }

  @Test
  void everyBeepIsFoundAndReadAfterOpus() throws Exception {
    Path raw = directory.resolve("raw.f32");
    try (SyntheticRun run = SyntheticRun.of("microphone", 6_500_000)) {
      run.start(SyntheticRun.sound(48_000, 2, 0.01)).advanceUs(10 * SECOND_US);
      Files.write(raw, interleaved(run.notes.channel(0), run.notes.channel(1)));
    }
    Path webm = directory.resolve("clip.webm");
    ffmpeg("-f", "f32le", "-ar", "48000", "-ac", "2", "-i", raw.toString())
        .with("-c:a", "libopus", "-b:a", "64k", webm.toString())
        .run();
    Path decoded = directory.resolve("decoded.f32");
    ffmpeg("-i", webm.toString(), "-map_channel", "0.0.0", "-f", "f32le", decoded.toString()).run();

    List<Beep> beeps = AudioPattern.find(floats(Files.readAllBytes(decoded)), 48_000, 6_500_000);
    assertThat(beeps).hasSize(10);
    for (int i = 0; i < 10; i++) {
      long onsetUs = (7 + i) * SECOND_US;
      assertThat(beeps.get(i).ptsUs()).isBetween(onsetUs - 1000, onsetUs + 1000);
      if (i < 9) {
        assertThat(beeps.get(i).second()).hasValue(7 + i);
      }
    }
  }

  private static int width(String size) {
    return Integer.parseInt(size.substring(0, size.indexOf('x')));
  }

  private static int height(String size) {
    return Integer.parseInt(size.substring(size.indexOf('x') + 1));
  }

  private static byte[] interleaved(float[] left, float[] right) {
    ByteBuffer bytes = ByteBuffer.allocate(left.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < left.length; i++) {
      bytes.putFloat(left[i]).putFloat(right[i]);
    }
    return bytes.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] floats = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }

  private static Command ffmpeg(String... arguments) {
    return new Command()
        .with("ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "error", "-y")
        .with(arguments);
  }

  /** A program that is to succeed without a word. */
  private static final class Command {
    private final List<String> line = new ArrayList<>();

    Command with(String... arguments) {
      line.addAll(List.of(arguments));
      return this;
    }

    void run() throws Exception {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s: %s", line, said).isZero();
    }
  }
}
