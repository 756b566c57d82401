package dev.usermedia.internal.synthetic;

/**
 * When samples are taken: from the clock's zero on, so that one falls on each whole second. The
 * number of a sample divided by the rate is its time in seconds.
 */
record SampleGrid(int sampleRateHz) {
  /** When a sample is taken, rounded to microseconds. */
  long timeUs(long sample) {
    long rest = Math.floorMod(sample, (long) sampleRateHz);
    return Math.floorDiv(sample, (long) sampleRateHz) * 1_000_000
        + (rest * 1_000_000 + sampleRateHz / 2) / sampleRateHz;
  }

  /** The first sample that is taken at the time or later. */
  long firstFrom(long timeUs) {
    long rest = Math.floorMod(timeUs, 1_000_000L);
    return Math.floorDiv(timeUs, 1_000_000L) * sampleRateHz
        + Math.ceilDiv(rest * sampleRateHz, 1_000_000L);
  }
}
