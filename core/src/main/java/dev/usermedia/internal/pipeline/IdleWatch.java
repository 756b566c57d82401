package dev.usermedia.internal.pipeline;

import dev.usermedia.MediaClock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/** Tells when a source has been idle for long enough. Safe for use from any thread. */
final class IdleWatch {
  private static final long NOT_IDLE = Long.MIN_VALUE;

  private final MediaClock clock;
  private final Executor workers;
  private final Relinquishing relinquishing;
  private final BooleanSupplier due;

  /** Guarded by this; a leaf, but for the start of a worker. */
  private long idleSinceUs = NOT_IDLE;

  private boolean waiting;

  /**
   * Watches on a worker while the source is idle.
   *
   * @param due queues what is to be done then; called on that worker
   */
  IdleWatch(MediaClock clock, Executor workers, Relinquishing relinquishing, BooleanSupplier due) {
    this.clock = clock;
    this.workers = workers;
    this.relinquishing = relinquishing;
    this.due = due;
  }

  /** Whether the source is idle now. */
  synchronized void set(boolean idle) {
    if (!relinquishing.wanted()) {
      return;
    }
    if (!idle) {
      idleSinceUs = NOT_IDLE;
    } else if (idleSinceUs == NOT_IDLE) {
      idleSinceUs = clock.nowUs();
      if (!waiting) {
        waiting = true;
        try {
          workers.execute(this::watch);
        } catch (RejectedExecutionException e) {
          waiting = false; // the context is closed, and its sources with it
        }
      }
    }
  }

  private void watch() {
    try {
      for (long untilUs = untilUs(); untilUs != NOT_IDLE; untilUs = untilUs()) {
        if (clock.nowUs() >= untilUs) {
          boolean _ = due.getAsBoolean(); // not queued: the context is closed
          return;
        }
        clock.awaitUs(untilUs);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the context is going
    }
  }

  /** When it will have been idle for long enough; the watch ends with NOT_IDLE, or when it is. */
  private synchronized long untilUs() {
    long untilUs = idleSinceUs == NOT_IDLE ? NOT_IDLE : idleSinceUs + Relinquishing.PATIENCE_US;
    if (untilUs == NOT_IDLE || clock.nowUs() >= untilUs) {
      waiting = false;
    }
    return untilUs;
  }
}
