package dev.usermedia.internal.loop;

import dev.usermedia.DOMException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of a context: runs tasks one at a time in the order in which they were queued, on
 * a thread of its own or on an executor that the host supplied. What a task throws is reported and
 * harms no other task.
 */
public final class EventLoop implements AutoCloseable {
  private static final long CLOSE_TIMEOUT_SECONDS = 5;

  private final Executor executor;
  private final @Nullable ExecutorService own;
  private final Consumer<Throwable> report;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private boolean scheduled;
  private boolean closed;
  private volatile @Nullable Thread running;

  /** Of the thread that runs tasks. */
  private long taskNumber;

  /** A loop on a thread of its own. */
  public EventLoop(String name, Consumer<Throwable> report) {
    this.own = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    this.executor = own;
    this.report = report;
  }

  /** A loop on a host's executor, which may have any number of threads. */
  public EventLoop(Executor host, Consumer<Throwable> report) {
    this.own = null;
    this.executor = host;
    this.report = report;
  }

  /**
   * Queues a task.
   *
   * @return false if the loop or the host's executor is closed; the task will not run
   */
  public boolean queue(Runnable task) {
    boolean start;
    synchronized (tasks) {
      if (closed) {
        return false;
      }
      tasks.add(task);
      start = !scheduled;
      scheduled = true;
    }
    if (start) {
      try {
        executor.execute(this::drain);
      } catch (RejectedExecutionException e) {
        synchronized (tasks) {
          closed = true;
          tasks.clear();
        }
        return false;
      }
    }
    return true;
  }

  /** Whether the calling thread is running a task of this loop. */
  public boolean isCurrent() {
    return running == Thread.currentThread();
  }

  /** The number of the task that the calling thread runs on this loop; 0 if it runs none. */
  public long currentTask() {
    return isCurrent() ? taskNumber : 0;
  }

  /** Tells about a failure of application code. */
  public void report(Throwable failure) {
    report.accept(failure);
  }

  /**
   * To be called before a blocking method begins anything.
   *
   * @throws DOMException {@code InvalidStateError} on the loop, which it would block
   */
  public void checkMayBlock(String method) {
    if (isCurrent()) {
      throw new DOMException(
          method + " would block the event loop; call " + method + "Async there",
          "InvalidStateError");
    }
  }

  /**
   * Waits for a result that needs this loop.
   *
   * @throws DOMException what the future failed with; {@code AbortError} when interrupted
   */
  public static <T> T await(CompletableFuture<T> future, String blocking) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DOMException(blocking + " was interrupted", "AbortError", e);
    } catch (ExecutionException e) {
      throw rethrow(e.getCause() == null ? e : e.getCause());
    }
  }

  private static RuntimeException rethrow(Throwable cause) {
    Throwable root =
        cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
    return switch (root) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new DOMException(String.valueOf(root.getMessage()), "AbortError", root);
    };
  }

  private void drain() {
    Thread thread = Thread.currentThread();
    while (true) {
      Runnable task;
      synchronized (tasks) {
        task = tasks.poll();
        running = task == null ? null : thread;
        if (task == null) {
          scheduled = false;
          return;
        }
      }
      try {
        taskNumber++;
        task.run();
      } catch (Throwable failure) {
        report.accept(failure);
      }
    }
  }

  /** Runs what is queued and ends the loop's own thread; a host's executor is left alone. */
  @Override
  public void close() {
    synchronized (tasks) {
      closed = true;
    }
    if (own == null) {
      return;
    }
    own.shutdown();
    if (!isCurrent()) {
      try {
        if (!own.awaitTermination(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
          own.shutdownNow();
        }
      } catch (InterruptedException e) {
        own.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }
}
