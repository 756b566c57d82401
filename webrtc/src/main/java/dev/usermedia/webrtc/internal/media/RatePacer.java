package dev.usermedia.webrtc.internal.media;

/** Leaves pictures out, evenly, for the sake of a highest rate. Used by one thread. */
final class RatePacer {
  private static final double US_OF_SECOND = 1e6;

  /** Cameras are not exact: a picture this much of an interval too early is let through. */
  private static final double EARLY = 0.25;

  private double dueUs = Double.NEGATIVE_INFINITY;

  /** Whether the next picture is to go. */
  boolean passes(long timestampUs, double maxFramerate) {
    if (maxFramerate <= 0) {
      return false;
    }
    double intervalUs = US_OF_SECOND / maxFramerate;
    if (timestampUs < dueUs - EARLY * intervalUs) {
      // unless time has jumped
      return timestampUs < dueUs - 2 * intervalUs && restart(timestampUs, intervalUs);
    }
    // along the grid while the pictures follow it, else from here
    dueUs = timestampUs - dueUs < intervalUs ? dueUs + intervalUs : timestampUs + intervalUs;
    return true;
  }

  private boolean restart(long timestampUs, double intervalUs) {
    dueUs = timestampUs + intervalUs;
    return true;
  }
}
