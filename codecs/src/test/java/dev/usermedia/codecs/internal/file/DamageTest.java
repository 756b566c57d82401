package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.spi.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamageTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"mjpeg, avi", "png, mov", "libopenh264, mp4", "mpeg4, mkv", "mpeg2video, ts"})
  void aSourceGoesOnBehindDamagedPicturesAndCountsThem(String codec, String container)
      throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip." + container),
            TestMedia.pictures(320, 240, 25, 4),
            "-c:v " + codec);
    overwrite(file, 0.4, 0.5);
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(6_000_000);

      assertThat(tape.awaitEnd()).hasMessageContaining("has ended");
      List<Tape.Picture> pictures = tape.pictures();
      assertThat(pictures.size()).as("pictures").isBetween(50, 100);
      assertThat(pictures.getLast().timestampUs() - Player.START_US).isGreaterThan(3_500_000);
      for (int n = 1; n < pictures.size(); n++) {
        assertThat(pictures.get(n).timestampUs()).isGreaterThan(pictures.get(n - 1).timestampUs());
      }
    }
  }

  @Test
  void everyPictureThatCouldNotBeDecodedIsCounted() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mov"), TestMedia.pictures(320, 240, 25, 4), "-c:v png");
    overwrite(file, 0.4, 0.5);
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(6_000_000);

      assertThat(tape.lost()).isBetween(5L, 20L);
      assertThat(tape.pictures().size() + tape.lost()).isEqualTo(100);
    }
  }

  @Test
  void damagedSoundIsCountedInSamplesAndSilentInItsPlace() throws Exception {
    Path file =
        TestMedia.make(directory.resolve("voice.flac"), TestMedia.ramp(48_000, 4), "-c:a flac");
    overwrite(file, 0.5, 0.52);
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.microphone());
      player.clock.advanceUs(6_000_000);

      assertThat(tape.awaitEnd()).hasMessageContaining("has ended");
      float[] heard = tape.channel(0);
      assertThat(heard.length).isBetween(48_000 * 39 / 10, 48_000 * 4);
      assertThat(heard[48_000]).isBetween(0.0999f, 0.1001f);
      assertThat(heard[heard.length - 1]).isBetween(0.399f, 0.401f);
    }
  }

  @Test
  void aFileThatWasCutOffIsPlayedAsFarAsItGoes() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mkv"), TestMedia.pictures(320, 240, 25, 4), "-c:v mpeg4");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(6_000_000);

      assertThat(tape.awaitEnd()).hasMessageContaining("has ended");
      assertThat(tape.pictures().size()).isBetween(20, 80);
    }
  }

  @Test
  void aLoopOfNothingButDamageEndsWithItsCause() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mov"), TestMedia.pictures(320, 240, 25, 1), "-c:v png");
    try (Player player = new Player(file + "#loop")) {
      overwrite(file, 0.005, 0.97); // the index at the end stays
      Tape tape = new Tape(player.clock::nowUs);
      player.open(player.camera()).start(Player.settings(player.camera()), tape);

      SourceException end = tape.awaitEnd();
      assertThat(end.kind()).isEqualTo(SourceException.Kind.FAILED);
      assertThat(end).hasMessageContaining("nothing of its video could be decoded");
      assertThat(tape.pictures()).isEmpty();
    }
  }

  @Test
  void aLoopWhoseFileGoesAwayEndsWithItsCause() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mov"), TestMedia.pictures(64, 48, 25, 2), "-c:v ffv1");
    try (Player player = new Player(file + "#loop")) {
      Tape tape = player.play(player.camera());
      Files.delete(file);
      player.clock.advanceUs(5_000_000);

      SourceException end = tape.awaitEnd();
      assertThat(end.kind()).isEqualTo(SourceException.Kind.NOT_FOUND);
      assertThat(end).hasMessageContaining("there is no file");
      assertThat(tape.pictures()).as("to the end of the pass that was read").hasSize(50);
    }
  }

  @Test
  void noiseInPlaceOfAnyPartOfAFileHarmsNobody() throws Exception {
    Path original =
        TestMedia.make(
            directory.resolve("clip.mkv"),
            TestMedia.pictures(160, 120, 25, 1),
            TestMedia.ramp(48_000, 1),
            "-c:v mpeg4 -c:a aac");
    byte[] whole = Files.readAllBytes(original);
    Random random = new Random(7);
    int played = 0;
    for (int round = 0; round < 40; round++) {
      Path file = Files.write(directory.resolve("broken" + round + ".mkv"), whole);
      double from = random.nextDouble();
      overwrite(file, from, Math.min(1, from + random.nextDouble() * 0.3));
      try (Player player = new Player(file.toString())) {
        Tape tape = new Tape(player.clock::nowUs);
        var device = player.devices.getFirst();
        player.open(device).start(Player.settings(device), tape);
        while (tape.endings().isEmpty()) {
          player.clock.advanceUs(100_000);
        }
        played++;
      } catch (SourceException e) {
        assertThat(e).hasMessageContaining(file.toString());
      }
    }
    assertThat(played).isGreaterThan(10);
  }

  private static void overwrite(Path file, double from, double to) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    byte[] noise = new byte[(int) ((to - from) * bytes.length)];
    new Random(1).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, (int) (from * bytes.length), noise.length);
    Files.write(file, bytes);
  }
}
