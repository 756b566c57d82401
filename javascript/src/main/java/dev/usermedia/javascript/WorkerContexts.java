package dev.usermedia.javascript;

import dev.usermedia.javascript.internal.bridge.WorkerHost;
import dev.usermedia.javascript.internal.bridge.Workers;
import dev.usermedia.javascript.internal.loop.ScriptLoop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The workers of a context: contexts of their own, with their own threads, that end with it. Safe
 * for use from any thread.
 */
final class WorkerContexts implements Workers, AutoCloseable {
  /** How many workers a page may have at a time, those of its workers among them. */
  static final int MAX_WORKERS = 16;

  /** None once the context is closed, which may be held for long. */
  private volatile ScriptContext.@Nullable Builder owner;

  private final ScriptLoop loop;
  private final Set<ScriptContext> running = ConcurrentHashMap.newKeySet();

  WorkerContexts(ScriptContext.Builder owner, ScriptLoop loop) {
    this.owner = owner;
    this.loop = loop;
  }

  @Override
  public Optional<WorkerHost> start(Request request) {
    return Optional.ofNullable(owner)
        .flatMap(builder -> builder.workerBuilder(request, loop, running::remove))
        .map(
            builder -> {
              ScriptContext worker = new ScriptContext(builder);
              running.add(worker);
              worker.startWorker(request);
              return new WorkerHost(worker::terminate);
            });
  }

  /**
   * Waits until neither the context's own loop nor a worker has anything left to do.
   *
   * @return false if the time was over before
   */
  boolean awaitIdle(Duration limit) throws InterruptedException {
    return await(limit, ScriptLoop::awaitIdle, ScriptContext::awaitIdle);
  }

  /** The same, but timers that are not due are not waited for. */
  boolean awaitSettled(Duration limit) throws InterruptedException {
    return await(limit, ScriptLoop::awaitSettled, ScriptContext::awaitSettled);
  }

  private interface Waiting<T> {
    boolean await(T who, Duration limit) throws InterruptedException;
  }

  private boolean await(Duration limit, Waiting<ScriptLoop> own, Waiting<ScriptContext> workers)
      throws InterruptedException {
    long endNanos = System.nanoTime() + limit.toNanos();
    Map<ScriptLoop, Long> before;
    do {
      before = queued(); // who has queued nothing since has woken nobody
      boolean inTime = own.await(loop, until(endNanos));
      for (ScriptContext worker : running) {
        inTime &= workers.await(worker, until(endNanos));
      }
      if (!inTime) {
        return false;
      }
    } while (!running.isEmpty() && !before.equals(queued()));
    return true;
  }

  private static Duration until(long endNanos) {
    return Duration.ofNanos(endNanos - System.nanoTime());
  }

  /** How many tasks each loop was ever given. */
  Map<ScriptLoop, Long> queued() {
    Map<ScriptLoop, Long> counts = new LinkedHashMap<>();
    counts.put(loop, loop.queued());
    running.forEach(worker -> counts.putAll(worker.queued()));
    return counts;
  }

  /** Starts no more. */
  void end() {
    owner = null;
  }

  /** Makes what the workers run return. */
  void cancel() {
    running.forEach(ScriptContext::cancelWorker);
  }

  @Override
  public void close() {
    List.copyOf(running).forEach(ScriptContext::close);
  }
}
