package dev.usermedia.internal.synthetic;

import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioLayout;
import java.lang.foreign.MemorySegment;

/**
 * Writes the sound of the test pattern: at each whole second a beep, then the number of the second
 * in bits. Copies tones that were computed beforehand: writing allocates nothing. Used by one
 * thread.
 */
final class SoundPattern {
  static final int BEEP_HZ = 1000;
  static final int ONE_HZ = 2400;
  static final int ZERO_HZ = 1600;

  /** All tones have whole periods in 5 ms, and so at every place where they change. */
  private static final int COMMON_HZ = 200;

  private static final int BEEP_MS = 100;
  private static final int BITS_FROM_MS = 120;
  private static final int BIT_MS = 20;
  private static final int BITS = 40;
  private static final int BITS_TO_MS = BITS_FROM_MS + BITS * BIT_MS;

  private static final double BEEP_LEVEL = 0.5;
  private static final double BIT_LEVEL = 0.25;

  /** The lowest rate at which the tones are well below half of it. */
  static final int MIN_SAMPLE_RATE_HZ = 8000;

  private final int rate;
  private final int channels;
  private final int period;
  private final Tone silence;
  private final Tone beep;
  private final Tone one;
  private final Tone zero;

  /** Samples at the level of the first channel and at half of it, the level of the others. */
  private record Tone(MemorySegment full, MemorySegment half) {}

  SoundPattern(AudioLayout layout) {
    rate = layout.sampleRateHz();
    channels = layout.numberOfChannels();
    period = rate / gcd(rate, COMMON_HZ);
    silence = tone(0, 0);
    beep = tone(BEEP_HZ, BEEP_LEVEL);
    one = tone(ONE_HZ, BIT_LEVEL);
    zero = tone(ZERO_HZ, BIT_LEVEL);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private Tone tone(int hertz, double level) {
    return new Tone(samples(hertz, level), samples(hertz, level / 2));
  }

  /** The longest stretch of a tone, from wherever in its period. */
  private MemorySegment samples(int hertz, double level) {
    float[] samples = new float[period + sampleAt(BEEP_MS)];
    for (int i = 0; i < samples.length; i++) {
      double value = level * Math.sin(2 * Math.PI * hertz * (i % period) / rate);
      samples[i] = Math.round(value * 32768) / 32768f; // as a device of 16 bits
    }
    return MemorySegment.ofArray(samples);
  }

  /** The first sample of a second that is at or after so many milliseconds. */
  private int sampleAt(int ms) {
    return (int) Math.ceilDiv((long) ms * rate, 1000);
  }

  /**
   * Writes samples.
   *
   * @param first number of the first sample on the {@link SampleGrid}
   */
  void write(AudioDataBuffer buffer, long first, int count) {
    int written = 0;
    while (written < count) {
      long second = Math.floorDiv(first + written, (long) rate);
      int sample = (int) (first + written - second * rate);
      int ms = (int) ((long) sample * 1000 / rate);
      int end;
      Tone tone;
      if (ms < BEEP_MS) {
        tone = beep;
        end = sampleAt(BEEP_MS);
      } else if (ms < BITS_FROM_MS) {
        tone = silence;
        end = sampleAt(BITS_FROM_MS);
      } else if (ms < BITS_TO_MS) {
        int bit = (ms - BITS_FROM_MS) / BIT_MS;
        tone = bit(second, bit) ? one : zero;
        end = sampleAt(BITS_FROM_MS + (bit + 1) * BIT_MS);
      } else {
        tone = silence;
        end = rate;
      }
      int length = Math.min(end - sample, count - written);
      copy(tone, sample, buffer, written, length);
      written += length;
    }
  }

  /** The second in 32 bits and its checksum in eight, the most significant first. */
  private static boolean bit(long second, int bit) {
    int number = (int) second;
    long word = (number & 0xFFFF_FFFFL) << 8 | Crc.crc8(number);
    return (word >>> (BITS - 1 - bit) & 1) == 1;
  }

  private void copy(Tone tone, int sample, AudioDataBuffer buffer, int at, int length) {
    long from = sample % period * 4L;
    for (int channel = 0; channel < channels; channel++) {
      MemorySegment samples = channel == 0 ? tone.full : tone.half;
      MemorySegment.copy(samples, from, buffer.plane(channel), at * 4L, length * 4L);
    }
  }
}
