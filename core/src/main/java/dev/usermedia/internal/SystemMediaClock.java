package dev.usermedia.internal;

import dev.usermedia.MediaClock;
import java.util.concurrent.locks.LockSupport;

/** {@link System#nanoTime} in microseconds; it is {@code CLOCK_MONOTONIC} on Linux. */
public enum SystemMediaClock implements MediaClock {
  INSTANCE;

  @Override
  public long nowUs() {
    return System.nanoTime() / 1_000;
  }

  @Override
  public void awaitUs(long deadlineUs) throws InterruptedException {
    for (long waitUs = deadlineUs - nowUs(); waitUs > 0; waitUs = deadlineUs - nowUs()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(this, waitUs * 1_000);
    }
  }
}
