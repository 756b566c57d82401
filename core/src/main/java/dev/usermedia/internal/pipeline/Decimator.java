package dev.usermedia.internal.pipeline;

/**
 * Thins a stream of frames to a lower rate by leaving frames out, evenly over time. Frame n of the
 * output is the first input frame of the nth slot of 1/rate seconds since the first frame; a
 * quarter of a slot of slack keeps jitter in the timestamps from doubling or skipping frames where
 * the rates divide. Used by one thread.
 */
final class Decimator {
  private static final double SLACK = 0.25;

  private final double rate;
  private boolean started;
  private long anchorUs;
  private long lastSlot;

  Decimator(double rate) {
    this.rate = rate;
  }

  /** Whether the frame of this time belongs to the output. Times rise. */
  boolean keeps(long timestampUs) {
    if (!started) {
      started = true;
      anchorUs = timestampUs;
      lastSlot = 0;
      return true;
    }
    long slot = (long) Math.floor((timestampUs - anchorUs) * rate / 1e6 + SLACK);
    if (slot <= lastSlot) {
      return false;
    }
    lastSlot = slot;
    return true;
  }
}
