package dev.usermedia.linux.internal.x11;

import dev.usermedia.MediaClock;
import org.jspecify.annotations.Nullable;

/**
 * When the pictures of one source are due: the n-th at {@code start + n / rate}. Used by the
 * capture thread; {@link #wake} by any.
 */
final class Pace {
  private static final double US_PER_SECOND = 1e6;

  private final MediaClock clock;
  private double frameRate;
  private long firstUs;
  private long next;

  private @Nullable Thread waiting;
  private boolean woken;

  Pace(MediaClock clock, double frameRate) {
    this.clock = clock;
    this.frameRate = frameRate;
    this.firstUs = clock.nowUs();
  }

  /** Another rate from the next picture on, which is due its own interval after the last. */
  void setFrameRate(double newFrameRate) {
    if (next > 0) {
      firstUs = dueUs(next - 1) + Math.round(US_PER_SECOND / newFrameRate);
      next = 0;
    }
    frameRate = newFrameRate;
  }

  /**
   * Waits until the next picture is due.
   *
   * @return whether it is; false when woken before
   */
  boolean await() {
    synchronized (this) {
      if (woken) {
        woken = false;
        return false;
      }
      waiting = Thread.currentThread();
    }
    try {
      clock.awaitUs(dueUs(next));
      return true;
    } catch (InterruptedException e) {
      return false;
    } finally {
      synchronized (this) {
        waiting = null;
        woken = false;
        boolean _ = Thread.interrupted(); // a wake that came as the wait was over
      }
    }
  }

  /** Takes the picture that is due at the time, now or past; returns how many were missed. */
  long take(long nowUs) {
    if (next == 0) {
      firstUs = nowUs; // getting ready for the first is no loss
    }
    long current = Math.max(next, (long) ((nowUs - firstUs) * frameRate / US_PER_SECOND));
    while (current > next && dueUs(current) > nowUs) {
      current--; // rounding
    }
    long missed = current - next;
    next = current + 1;
    return missed;
  }

  /** Makes {@link #await} return now, or at once when it is next called. */
  synchronized void wake() {
    woken = true;
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  private long dueUs(long picture) {
    return firstUs + Math.round(picture * US_PER_SECOND / frameRate);
  }
}
