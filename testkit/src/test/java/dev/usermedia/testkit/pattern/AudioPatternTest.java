package dev.usermedia.testkit.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.pattern.AudioPattern.Beep;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AudioPatternTest {
  private static final int RATE = 48_000;

  @Test
  void readsSoundMadeByThePageThatDescribesIt() {
    List<Beep> beeps = AudioPattern.find(sound(0xDEADBEEFL, 3, 1), RATE, 5_000_000);
    assertThat(beeps)
        .extracting(Beep::second)
        .containsExactly(
            OptionalLong.of(0xDEADBEEFL),
            OptionalLong.of(0xDEADBEF0L),
            OptionalLong.of(0xDEADBEF1L));
    assertThat(beeps.get(0).ptsUs()).isBetween(5_499_900L, 5_500_100L);
    assertThat(beeps.get(2).ptsUs()).isBetween(7_499_900L, 7_500_100L);
  }

  @Test
  void readsFaintAndNoisySound() {
    assertThat(AudioPattern.find(sound(77, 2, 0.02), RATE, 0)).hasSize(2);
    float[] noisy = sound(77, 2, 0.5);
    Random random = new Random(5);
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += (float) (random.nextGaussian() * 0.05);
    }
    List<Beep> beeps = AudioPattern.find(noisy, RATE, 0);
    assertThat(beeps)
        .extracting(Beep::second)
        .containsExactly(OptionalLong.of(77), OptionalLong.of(78));
    assertThat(beeps.getFirst().ptsUs()).isBetween(499_500L, 500_500L);
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(AudioPattern.find(new float[0], RATE, 0)).isEmpty();
    assertThat(AudioPattern.find(new float[RATE], RATE, 0)).isEmpty();
    float[] tone = new float[RATE];
    for (int i = 0; i < RATE; i++) {
      tone[i] = (float) Math.sin(2 * Math.PI * 1000 * i / RATE);
    }
    assertThat(AudioPattern.find(tone, RATE, 0)).as("a tone without end").isEmpty();
  }

  @Test
  void aHoleInTheBitsMakesTheSecondUnreadable() {
    float[] samples = sound(0x5555_5555L, 1, 1);
    int from = RATE / 2 + RATE * 300 / 1000;
    Arrays.fill(samples, from, from + RATE / 25, 0);
    int bit = RATE / 50;
    System.arraycopy(samples, from - bit, samples, from, bit); // a bit twice, one missing
    assertThat(AudioPattern.find(samples, RATE, 0))
        .singleElement()
        .extracting(Beep::second)
        .isEqualTo(OptionalLong.empty());
  }

  @Test
  void aPieceThatIsMissingMovesAllThatFollows() {
    float[] samples = sound(10, 3, 1);
    int cutAt = RATE + RATE / 4;
    float[] cut = new float[samples.length - 480];
    System.arraycopy(samples, 0, cut, 0, cutAt);
    System.arraycopy(samples, cutAt + 480, cut, cutAt, cut.length - cutAt);
    PatternReport report = PatternReport.of(List.of(), AudioPattern.find(cut, RATE, 0));
    assertThat(report.beeps()).isEqualTo(3);
    assertThat(report.unreadableBeeps()).as("cut within its bits").isEqualTo(1);
    assertThat(report.maxSpacingErrorUs()).isBetween(9_800L, 10_200L);
  }

  /** Half a second of silence, then seconds as docs/test-pattern.md has them. */
  private static float[] sound(long firstSecond, int seconds, double level) {
    float[] samples = new float[RATE / 2 + seconds * RATE];
    for (int i = RATE / 2; i < samples.length; i++) {
      int sample = (i - RATE / 2) % RATE;
      double ms = sample * 1000.0 / RATE;
      double time = (double) sample / RATE;
      long number = firstSecond + (i - RATE / 2) / RATE;
      if (ms < 100) {
        samples[i] = (float) (level * 0.5 * Math.sin(2 * Math.PI * 1000 * time));
      } else if (ms >= 120 && ms < 920) {
        int bit = (int) ((ms - 120) / 20);
        boolean one = (word(number) >>> (39 - bit) & 1) == 1;
        samples[i] = (float) (level * 0.25 * Math.sin(2 * Math.PI * (one ? 2400 : 1600) * time));
      }
    }
    return samples;
  }

  private static long word(long number) {
    int crc = 0xFF;
    for (int bit = 31; bit >= 0; bit--) {
      boolean out = ((crc >> 7 ^ number >>> bit) & 1) != 0;
      crc = (crc << 1 & 0xFF) ^ (out ? 0x07 : 0);
    }
    return number << 8 | crc;
  }
}
