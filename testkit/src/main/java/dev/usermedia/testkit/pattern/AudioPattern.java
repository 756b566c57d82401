package dev.usermedia.testkit.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Finds the beeps of the test pattern in sound, and reads which second each of them begins. */
public final class AudioPattern {
  private static final double BEEP_HZ = 1000;
  private static final double ONE_HZ = 2400;
  private static final double ZERO_HZ = 1600;

  /** Whole periods of all three tones, so that none of them shows in the measure of another. */
  private static final double WINDOW_SECONDS = 0.01;

  private static final double MIN_BEEP_SECONDS = 0.08;
  private static final double MAX_BEEP_SECONDS = 0.12;
  private static final double BITS_FROM_SECONDS = 0.12;
  private static final double BIT_SECONDS = 0.02;
  private static final double BIT_WINDOW_SECONDS = 0.015;
  private static final int BITS = 40;

  /** Below this amplitude, −46 dB of full scale, there is silence. */
  private static final double MIN_AMPLITUDE = 0.005;

  private AudioPattern() {}

  /**
   * A beep.
   *
   * @param ptsUs when it begins, to a fraction of a millisecond
   * @param second the second of the media clock that it marks, modulo 2^32; empty if the bits after
   *     it cannot be read
   */
  public record Beep(long ptsUs, OptionalLong second) {}

  /**
   * Finds all beeps in one channel.
   *
   * @param samples in −1…1, without a gap
   * @param firstPtsUs when the first sample sounds
   */
  public static List<Beep> find(float[] samples, int sampleRateHz, long firstPtsUs) {
    double[] amplitude = beepAmplitude(samples, sampleRateHz);
    double peak = 0;
    for (double a : amplitude) {
      peak = Math.max(peak, a);
    }
    List<Beep> beeps = new ArrayList<>();
    if (peak < MIN_AMPLITUDE) {
      return beeps;
    }
    double half = peak / 2;
    for (int at = 1; at < amplitude.length; at++) {
      if (amplitude[at] >= half && amplitude[at - 1] < half) {
        int end = at;
        while (end < amplitude.length && amplitude[end] >= half) {
          end++;
        }
        double seconds = (double) (end - at) / sampleRateHz;
        if (seconds > MIN_BEEP_SECONDS && seconds < MAX_BEEP_SECONDS) {
          // a window that holds half of the amplitude is centred on the edge
          double rise = (half - amplitude[at - 1]) / (amplitude[at] - amplitude[at - 1]);
          double onset = at - 1 + rise + Math.round(WINDOW_SECONDS * sampleRateHz) / 2.0;
          beeps.add(
              new Beep(
                  firstPtsUs + Math.round(onset * 1e6 / sampleRateHz),
                  second(samples, sampleRateHz, onset)));
        }
        at = end;
      }
    }
    return beeps;
  }

  /** How strong the beep's tone is in the window that begins at each sample. */
  private static double[] beepAmplitude(float[] samples, int sampleRateHz) {
    int window = (int) Math.round(WINDOW_SECONDS * sampleRateHz);
    double[] cosines = new double[samples.length + 1];
    double[] sines = new double[samples.length + 1];
    for (int i = 0; i < samples.length; i++) {
      double phase = 2 * Math.PI * BEEP_HZ * i / sampleRateHz;
      cosines[i + 1] = cosines[i] + samples[i] * Math.cos(phase);
      sines[i + 1] = sines[i] + samples[i] * Math.sin(phase);
    }
    double[] amplitude = new double[Math.max(0, samples.length - window)];
    for (int i = 0; i < amplitude.length; i++) {
      amplitude[i] =
          2 * Math.hypot(cosines[i + window] - cosines[i], sines[i + window] - sines[i]) / window;
    }
    return amplitude;
  }

  private static OptionalLong second(float[] samples, int sampleRateHz, double onset) {
    long word = 0;
    for (int bit = 0; bit < BITS; bit++) {
      double middle = BITS_FROM_SECONDS + (bit + 0.5) * BIT_SECONDS;
      int from = (int) Math.round(onset + (middle - BIT_WINDOW_SECONDS / 2) * sampleRateHz);
      int to = from + (int) Math.round(BIT_WINDOW_SECONDS * sampleRateHz);
      if (to > samples.length) {
        return OptionalLong.empty();
      }
      double one = power(samples, from, to, ONE_HZ / sampleRateHz);
      double zero = power(samples, from, to, ZERO_HZ / sampleRateHz);
      word = word << 1 | (one > zero ? 1 : 0);
    }
    long second = word >> 8;
    return crc8(second) == (word & 0xFF) ? OptionalLong.of(second) : OptionalLong.empty();
  }

  private static double power(float[] samples, int from, int to, double cyclesPerSample) {
    double cosine = 0;
    double sine = 0;
    for (int i = from; i < to; i++) {
      double phase = 2 * Math.PI * cyclesPerSample * (i - from);
      cosine += samples[i] * Math.cos(phase);
      sine += samples[i] * Math.sin(phase);
    }
    return cosine * cosine + sine * sine;
  }

  private static int crc8(long value) {
    int crc = 0xFF;
    for (int shift = 24; shift >= 0; shift -= 8) {
      crc ^= (int) (value >> shift) & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x80) != 0 ? crc << 1 ^ 0x07 : crc << 1;
      }
      crc &= 0xFF;
    }
    return crc;
  }
}
