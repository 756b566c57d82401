package dev.usermedia.internal.pipeline;

import dev.usermedia.DOMException;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.spi.SourceException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What makes a device do something, one task at a time. Safe for use from any thread. */
final class WorkQueue {
  private final EventLoop tasks;

  /** A queue that runs on workers and reports what tasks throw that nobody waits for. */
  WorkQueue(Executor workers, Consumer<Throwable> report) {
    this.tasks = new EventLoop(workers, report);
  }

  /** A task that may fail with what the device fails with. */
  interface Task<T extends @Nullable Object> {
    T run() throws SourceException;
  }

  /** Runs a task that nobody waits for; false if the context is closed, and it will not run. */
  boolean queue(Runnable task) {
    return tasks.queue(task);
  }

  /** Runs a task; fails with what it throws. */
  <T extends @Nullable Object> CompletableFuture<T> run(Task<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    boolean queued =
        tasks.queue(
            () -> {
              try {
                result.complete(task.run());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            });
    if (!queued) {
      result.completeExceptionally(new DOMException("the context is closed", "InvalidStateError"));
    }
    return result;
  }
}
