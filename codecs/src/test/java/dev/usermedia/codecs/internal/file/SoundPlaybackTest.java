package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceSettings;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundPlaybackTest {
  @TempDir Path directory;

  @Test
  void everySampleComesExactlyInChunksOfTenMilliseconds() throws Exception {
    short[] samples = noise(2 * 48_000);
    Path file = wav("voice.wav", 48_000, 2, samples);
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.microphone());
      player.clock.advanceUs(2_000_000);

      assertThat(player.microphone().modes())
          .containsExactly(new AudioMode(48_000, 2, 16, 0.005, 0.2));
      List<Tape.Sound> sounds = tape.sounds();
      assertThat(sounds).hasSize(100);
      for (int n = 0; n < 100; n++) {
        Tape.Sound sound = sounds.get(n);
        assertThat(sound.length()).isEqualTo(480);
        assertThat(sound.timestampUs() - Player.START_US).isEqualTo(10_000L * n);
        assertThat(sound.arrivedUs()).isEqualTo(sound.timestampUs() + 10_000);
      }
      for (int channel = 0; channel < 2; channel++) {
        float[] heard = tape.channel(channel);
        assertThat(heard).hasSize(48_000);
        for (int i = 0; i < heard.length; i++) {
          assertThat(heard[i]).isEqualTo(samples[2 * i + channel] / 32768f);
        }
      }
      assertThat(tape.lost()).isZero();
      assertThat(tape.awaitEnd()).hasMessageContaining("voice.wav: its sound has ended");
    }
  }

  @Test
  void chunksAreAsLongAsAskedForAndMayChangeInPlay() throws Exception {
    short[] samples = noise(48_000);
    Path file = wav("voice.wav", 48_000, 1, samples);
    try (Player player = new Player(file.toString())) {
      AudioMode mode = (AudioMode) player.microphone().modes().getFirst();
      Tape tape = new Tape(player.clock::nowUs);
      Source source = player.open(player.microphone());
      source.start(SourceSettings.of(mode.with(0.05)), tape);
      player.clock.awaitWaiters(1);
      player.clock.advanceUs(50_000);
      source.reconfigure(SourceSettings.of(mode.with(0.005)));
      player.clock.advanceUs(950_000);

      List<Integer> lengths = tape.sounds().stream().map(Tape.Sound::length).toList();
      assertThat(lengths).containsOnly(2_400, 240);
      assertThat(lengths.getFirst()).isEqualTo(2_400);
      assertThat(lengths.getLast()).isEqualTo(240);
      assertThat(lengths).isSortedAccordingTo(Comparator.reverseOrder());
      float[] heard = tape.channel(0);
      assertThat(heard).hasSize(48_000);
      for (int i = 0; i < heard.length; i++) {
        assertThat(heard[i]).isEqualTo(samples[i] / 32768f);
      }
      assertThat(tape.lost()).isZero();
    }
  }

  @Test
  void aChunkLongerThanThereAreIsRefused() throws Exception {
    Path file = wav("voice.wav", 48_000, 1, noise(100));
    try (Player player = new Player(file.toString())) {
      AudioMode mode = (AudioMode) player.microphone().modes().getFirst();
      Source source = player.open(player.microphone());
      assertThatThrownBy(
              () -> source.start(SourceSettings.of(mode.with(0.3)), new Tape(player.clock::nowUs)))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("in chunks of 5 to 200 ms and nothing else");
    }
  }

  @Test
  void theLastChunkIsAsShortAsWhatIsLeft() throws Exception {
    short[] samples = noise(1_000);
    Path file = wav("blip.wav", 48_000, 1, samples);
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.microphone());
      player.clock.advanceUs(1_000_000);

      assertThat(tape.sounds()).extracting(Tape.Sound::length).containsExactly(480, 480, 40);
      assertThat(tape.channel(0)[999]).isEqualTo(samples[999] / 32768f);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pcm_u8, 8000, 1, 80, wav",
    "pcm_s24le, 44100, 2, 441, wav",
    "pcm_f32le, 96000, 1, 960, wav",
    "pcm_s32le, 22050, 6, 221, wav",
    "flac, 44100, 2, 441, flac",
    "vorbis -strict -2, 48000, 2, 480, ogg",
    "libopus, 48000, 2, 480, webm",
    "aac, 44100, 2, 441, mp4",
    "libmp3lame, 44100, 2, 441, mp3"
  })
  void everyFormatIsPlayedAtItsRateWithItsChannels(
      String codec, int rate, int channels, int chunk, String container) throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("voice." + container),
            "-f lavfi -i aevalsrc=0.5*sin(2*PI*440*t):s=" + rate + ":d=1",
            "-ac " + channels + " -c:a " + codec);
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.microphone());
      player.clock.advanceUs(2_000_000);

      AudioMode mode = (AudioMode) player.microphone().modes().getFirst();
      assertThat(mode.sampleRateHz()).isEqualTo(rate);
      assertThat(mode.channelCount()).isEqualTo(channels);
      List<Tape.Sound> sounds = tape.sounds();
      assertThat(sounds.getFirst().length()).isEqualTo(chunk);
      long offUs = 0;
      long count = 0;
      for (Tape.Sound sound : sounds) {
        offUs = sound.timestampUs() - sounds.getFirst().timestampUs() - count * 1_000_000 / rate;
        assertThat(Math.abs(offUs)).as("time of sample " + count).isLessThan(1_000);
        count += sound.length();
      }
      // MP3 has no standard place for the padding at its end
      assertThat(count).isCloseTo((long) rate, within(container.equals("mp3") ? 2_000L : 64L));
      float[] heard = tape.channel(channels == 6 ? 2 : 0); // ffmpeg puts mono in the centre
      double scale = channels == 2 ? Math.sqrt(0.5) : 1;
      double error = 0;
      for (int i = rate / 4; i < rate / 2; i++) {
        double wanted = 0.5 * Math.sin(2 * Math.PI * 440 * i / rate);
        error =
            Math.max(
                error, Math.min(Math.abs(heard[i] - wanted), Math.abs(heard[i] - wanted * scale)));
      }
      assertThat(error).as("off the tone, sample by sample").isLessThan(0.05);
    }
  }

  @Test
  void aPauseInTheFileIsSilenceForAMicrophoneDoesNotStop() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("pause.mkv"),
            TestMedia.ramp(48_000, 3) + ",aselect='not(between(t,1,2))'",
            "-c:a pcm_f32le");
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.microphone());
      player.clock.advanceUs(4_000_000);

      float[] heard = tape.channel(0);
      // Matroska rounds to milliseconds
      assertThat(heard.length).isCloseTo(3 * 48_000, within(48));
      assertThat(heard[48_000 / 2]).isCloseTo(0.05f, within(1e-6f));
      assertThat(heard[48_000 * 3 / 2]).isZero();
      assertThat(heard[48_000 * 5 / 2]).isCloseTo(0.25f, within(1e-4f));
      assertThat(tape.lost()).isZero();
    }
  }

  static short[] noise(int count) {
    Random random = new Random(42);
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) random.nextInt(1 << 16);
    }
    return samples;
  }

  private Path wav(String name, int rate, int channels, short[] samples) throws Exception {
    return TestMedia.wav(directory.resolve(name), rate, channels, samples);
  }
}
