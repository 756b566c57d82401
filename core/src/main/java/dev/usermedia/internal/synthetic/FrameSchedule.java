package dev.usermedia.internal.synthetic;

/**
 * When pictures are due: every interval from a whole second of the clock on, so that at a whole
 * rate some picture is due at each whole second.
 *
 * @param originUs the whole second that intervals are counted from
 */
record FrameSchedule(long originUs, double frameRate) {
  /** The schedule of a camera that is started at the time. */
  static FrameSchedule startedAt(long timeUs, double frameRate) {
    return new FrameSchedule(timeUs - Math.floorMod(timeUs, 1_000_000L), frameRate);
  }

  /** When a picture is due, rounded to microseconds. */
  long dueUs(long index) {
    return originUs + Math.round((double) index * 1e6 / frameRate);
  }

  /** The first picture that is due at the time or later. */
  long firstFrom(long timeUs) {
    long index = (long) ((double) (timeUs - originUs) * frameRate / 1e6);
    while (dueUs(index) >= timeUs) {
      index--;
    }
    while (dueUs(index) < timeUs) {
      index++;
    }
    return index;
  }

  /** How long the picture is to be shown. */
  long durationUs(long index) {
    return dueUs(index + 1) - dueUs(index);
  }

  /** Whether it flashes: due in the first 100 ms of a second, or its first picture anyway. */
  boolean isFlash(long index) {
    return Math.floorMod(dueUs(index), 1_000_000L) < Math.max(100_000, durationUs(index));
  }
}
