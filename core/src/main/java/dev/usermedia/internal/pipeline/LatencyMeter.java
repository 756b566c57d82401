package dev.usermedia.internal.pipeline;

/** How long sound takes from the device to its sinks. Safe for use from any thread; a leaf. */
public final class LatencyMeter {
  private long latestUs;
  private long minimumUs;
  private long maximumUs;
  private long sumUs;
  private long count;

  /**
   * Latencies in microseconds, all 0 before the first.
   *
   * @param latestUs of the latest chunk
   * @param averageUs since the last reset, as are the others
   */
  public record Reading(long latestUs, double averageUs, long minimumUs, long maximumUs) {
    /** Before the first. */
    public static final Reading NONE = new Reading(0, 0, 0, 0);

    /** The latest as if it were the only one. */
    public Reading reset() {
      return new Reading(latestUs, latestUs, latestUs, latestUs);
    }
  }

  /** A chunk came so late. */
  synchronized void add(long latencyUs) {
    latestUs = latencyUs;
    minimumUs = count == 0 ? latencyUs : Math.min(minimumUs, latencyUs);
    maximumUs = count == 0 ? latencyUs : Math.max(maximumUs, latencyUs);
    sumUs += latencyUs;
    count++;
  }

  /** What was measured so far. */
  public synchronized Reading reading() {
    return count == 0
        ? Reading.NONE
        : new Reading(latestUs, (double) sumUs / count, minimumUs, maximumUs);
  }

  /** Forgets all but the latest measurement. */
  public synchronized void reset() {
    minimumUs = latestUs;
    maximumUs = latestUs;
    sumUs = latestUs;
    count = Math.min(count, 1);
  }
}
