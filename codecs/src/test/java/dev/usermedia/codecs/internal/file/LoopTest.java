package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopTest {
  @TempDir Path directory;

  @Test
  void picturesGoOnWithoutAPause() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mov"), TestMedia.pictures(64, 48, 30, 0.5), "-c:v ffv1");
    try (Player player = new Player(file + "#loop")) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(10_000_000 - 1);

      List<Tape.Picture> pictures = tape.pictures();
      assertThat(pictures).hasSize(300);
      for (int n = 0; n < 300; n++) {
        assertThat(pictures.get(n).timestampUs() - Player.START_US)
            .isCloseTo(Math.round(n * 1e6 / 30), within(1L));
        assertThat(pictures.get(n).sample(0)).isEqualTo(5 * (n % 15));
      }
      assertThat(tape.lost()).isZero();
      assertThat(tape.endings()).isEmpty();
    }
  }

  @Test
  void everySampleComesAgainWithoutOneMoreOrLess() throws Exception {
    short[] samples = SoundPlaybackTest.noise(12_345); // no whole number of chunks or microseconds
    Path file = TestMedia.wav(directory.resolve("noise.wav"), 44_100, 1, samples);
    try (Player player = new Player(file + "#loop")) {
      Tape tape = player.play(player.microphone());
      player.clock.advanceUs(20_000_000);

      float[] heard = tape.channel(0);
      assertThat(heard.length).isEqualTo(20 * 44_100);
      for (int i = 0; i < heard.length; i++) {
        assertThat(heard[i]).as("sample " + i).isEqualTo(samples[i % samples.length] / 32768f);
      }
      for (int n = 0; n < tape.sounds().size(); n++) {
        assertThat(tape.sounds().get(n).timestampUs() - Player.START_US)
            .isCloseTo(10_000L * n, within(1L));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "flac, flac, 0",
    "libopus, webm, 0.05",
    "libopus, ogg, 0.05",
    "vorbis -strict -2, ogg, 0.1",
    "aac, mp4, 0.1",
    "libopus, mp4, 0.1",
    "aac, mkv, 0.1",
    "libmp3lame, mp3, 0.1"
  })
  void aToneGoesOnWithoutABreak(String codec, String container, double tolerance) throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("tone." + container),
            "-f lavfi -i aevalsrc=0.5*sin(2*PI*300*t)|0.5*sin(2*PI*300*t):s=48000:d=2",
            "-c:a " + codec + " -b:a 192k");
    try (Player player = new Player(file + "#loop")) {
      Tape tape = player.play(player.microphone());
      player.clock.advanceUs(7_000_000);

      // 300 whole periods a second: the difference from one sample to the next stays small
      float[] heard = tape.channel(0);
      double steepest = 0.5 * 2 * Math.PI * 300 / 48_000;
      int worst = 1;
      for (int i = 2; i < heard.length; i++) {
        if (Math.abs(heard[i] - heard[i - 1]) > Math.abs(heard[worst] - heard[worst - 1])) {
          worst = i;
        }
      }
      assertThat(Math.abs(heard[worst] - heard[worst - 1]))
          .as("step at sample " + worst)
          .isLessThan((float) (steepest * 1.1 + tolerance));
      double quietest = 1;
      for (int i = 0; i + 480 <= heard.length; i += 480) {
        double energy = 0;
        for (int k = i; k < i + 480; k++) {
          energy += heard[k] * heard[k];
        }
        quietest = Math.min(quietest, Math.sqrt(energy / 480));
      }
      assertThat(quietest).as("quietest 10 ms").isGreaterThan(0.2);
      assertThat(heard.length).isCloseTo(7 * 48_000, within(480));
    }
  }

  @Test
  void theLongerStreamSaysWhenItBeginsAgainForBoth() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mov"),
            TestMedia.pictures(64, 48, 20, 1),
            TestMedia.ramp(48_000, 0.9),
            "-c:v ffv1 -c:a pcm_s16le");
    try (Player player = new Player(file + "#loop")) {
      Tape pictures = player.play(player.camera());
      Tape sound = player.play(player.microphone());
      player.clock.advanceUs(3_500_000 - 1);

      assertThat(pictures.pictures()).hasSize(70);
      assertThat(pictures.pictures().get(60).sample(0)).isZero();
      assertThat(pictures.pictures().get(60).timestampUs() - Player.START_US).isEqualTo(3_000_000);
      float[] heard = sound.channel(0);
      assertThat(heard[48_000 * 89 / 100]).isCloseTo(0.089f, within(1e-4f));
      assertThat(heard[48_000 * 95 / 100]).as("silence until the pictures end").isZero();
      assertThat(heard[3 * 48_000 + 24_00]).isCloseTo(0.005f, within(1e-4f));
    }
  }

  @Test
  void aPictureAloneIsAStill() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("still.png"),
            "-f lavfi -i color=c=red:s=32x32:d=1,format=rgb24 -frames:v 1");
    try (Player player = new Player(file + "#loop")) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(1_000_000 - 1);

      assertThat(tape.pictures()).hasSize(25);
      assertThat(tape.pictures().getLast().sample(0)).isEqualTo(255);
    }
  }
}
