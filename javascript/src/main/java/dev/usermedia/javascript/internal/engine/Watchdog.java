package dev.usermedia.javascript.internal.engine;

import dev.usermedia.javascript.internal.loop.ScriptLoop;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks ten times a second for tasks that have run for too long. */
public final class Watchdog implements AutoCloseable {
  private static final long PERIOD_MS = 100;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("usermedia script watchdog").factory());
  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();

  private record Watched(ScriptLoop loop, Duration task, Runnable end) {}

  /** Starts to look. */
  public Watchdog() {
    var _ = thread.scheduleWithFixedDelay(this::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  /**
   * From now on a loop is watched, until the result is run.
   *
   * @param end called, maybe more than once, when a task of the loop has run for too long
   */
  public Runnable watch(ScriptLoop loop, Duration task, Runnable end) {
    Watched entry = new Watched(loop, task, end);
    watched.add(entry);
    return () -> watched.remove(entry);
  }

  private void look() {
    for (Watched it : watched) {
      if (it.loop.taskNanos() > it.task.toNanos()) {
        it.end.run();
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
