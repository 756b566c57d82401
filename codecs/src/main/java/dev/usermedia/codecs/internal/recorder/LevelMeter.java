package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * How loud the last tenth of a second was; reckoned when somebody asks. Fed by one thread, read by
 * any; the lock is a leaf.
 */
final class LevelMeter {
  /** Peak and root mean square of a window, of full scale. */
  record Level(double peak, double rms) {}

  private final Object lock = new Object();

  /** A ring, guarded by the lock as what follows. */
  private final float[] window;

  private int next;
  private int filled;

  LevelMeter(int sampleRateHz, int channels) {
    window = new float[sampleRateHz / 10 * channels];
  }

  /** Adds values of all channels. */
  void add(MemorySegment samples, long count) {
    synchronized (lock) {
      long done = Math.max(0, count - window.length);
      while (done < count) {
        int length = (int) Math.min(count - done, window.length - next);
        MemorySegment.copy(samples, JAVA_FLOAT, done * Float.BYTES, window, next, length);
        done += length;
        filled = Math.max(filled, next + length);
        next = (next + length) % window.length;
      }
    }
  }

  /** Peak and RMS of the last window; silence before there is any sound. */
  Level level() {
    float[] values;
    synchronized (lock) {
      values = Arrays.copyOf(window, filled);
    }
    float peak = 0;
    double squares = 0;
    for (float value : values) {
      peak = Math.max(peak, Math.abs(value));
      squares += value * value;
    }
    return new Level(peak, values.length == 0 ? 0 : Math.sqrt(squares / values.length));
  }
}
