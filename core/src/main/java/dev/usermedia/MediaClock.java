package dev.usermedia;

import dev.usermedia.internal.SystemMediaClock;

/**
 * The clock that capture timestamps are read from and that paces the synthetic and file sources.
 * Microseconds since an arbitrary origin, never going back. Safe for use from any thread.
 */
public interface MediaClock {
  /** The present time in microseconds. */
  long nowUs();

  /** Returns once {@link #nowUs} has reached the deadline. */
  void awaitUs(long deadlineUs) throws InterruptedException;

  /**
   * The machine's monotonic clock: the one that the kernel stamps camera frames with ({@code
   * CLOCK_MONOTONIC} on Linux).
   */
  static MediaClock system() {
    return SystemMediaClock.INSTANCE;
  }
}
