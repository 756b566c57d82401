package dev.usermedia.codecs.internal.file;

/**
 * Where a playback stands: the instant of the clock at which its time line is 0. Shared by the
 * camera and the microphone of an input, which is what keeps them in step. Safe for use from any
 * thread; its lock is a leaf.
 */
final class Timeline {
  /** The present of a time line that has not begun: before everything. */
  static final long NOT_BEGUN = Long.MIN_VALUE / 2;

  private boolean begun;
  private long originUs;

  /** Begins the time line, if it has not yet: now is the given time on it. */
  synchronized void begin(long nowUs, long mediaNs) {
    if (!begun) {
      originUs = nowUs - toMicros(mediaNs);
      begun = true;
    }
  }

  /** The instant of the clock for a time on the line, in microseconds. */
  synchronized long toClockUs(long mediaNs) {
    return originUs + toMicros(mediaNs);
  }

  /** The time on the line at an instant of the clock. */
  synchronized long toMediaNs(long clockUs) {
    return begun ? (clockUs - originUs) * 1000 : NOT_BEGUN;
  }

  /**
   * Puts everything to come off until the given time on the line is now: the input could not keep
   * up.
   */
  synchronized void waitFor(long nowUs, long mediaNs) {
    originUs = Math.max(originUs, nowUs - toMicros(mediaNs));
  }

  /** Rounded to the nearest. */
  static long toMicros(long nanos) {
    return Math.floorDiv(nanos + 500, 1000);
  }
}
