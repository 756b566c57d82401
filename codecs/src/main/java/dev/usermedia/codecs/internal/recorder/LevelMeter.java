package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** How loud the last tenth of a second was. Fed by one thread, read by any. */
final class LevelMeter {
  /** Peak and root mean square of a window, of full scale. */
  record Level(double peak, double rms) {
    static final Level SILENCE = new Level(0, 0);
  }

  private final long windowValues;
  private float peak;
  private double squares;
  private long values;
  private volatile Level level = Level.SILENCE;

  LevelMeter(int sampleRateHz, int channels) {
    windowValues = (long) sampleRateHz / 10 * channels;
  }

  /** Adds values of all channels. */
  void add(MemorySegment samples, long count) {
    for (long i = 0; i < count; i++) {
      float value = samples.getAtIndex(JAVA_FLOAT, i);
      peak = Math.max(peak, Math.abs(value));
      squares += value * value;
    }
    values += count;
    if (values >= windowValues) {
      level = new Level(peak, Math.sqrt(squares / values));
      peak = 0;
      squares = 0;
      values = 0;
    }
  }

  /** Peak and RMS of the last window. */
  Level level() {
    return level;
  }
}
