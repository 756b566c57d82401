package dev.usermedia.javascript.internal.loop;

import dev.usermedia.MediaClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that a script runs on. Tasks run in the order in which they were queued; timers
 * become tasks when the clock reaches them, which a second, virtual thread waits for. The loop is
 * idle when no task, timer or answer is outstanding.
 */
public final class ScriptLoop implements Executor, AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  /**
   * How long the timekeeper waits where there is no timer: on the clock even so, which may be one
   * of a test.
   */
  private static final long IDLE_US = Duration.ofHours(1).toNanos() / 1_000;

  private final MediaClock clock;
  private final int maxTimers;
  private final Consumer<Throwable> failures;
  private final Thread thread;
  private final Thread timekeeper;

  /** Guards all below; a leaf. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.comparingLong(Timer::deadlineUs).thenComparingLong(Timer::number));
  private long timersMade;
  private int foregroundTimers;
  private int retained;
  private long queued;
  private boolean running;
  private boolean closed;

  /** When the task began that runs now, by {@link System#nanoTime}; 0 while none does. */
  private volatile long taskSinceNanos;

  /** How many tasks have begun; of the loop's thread. */
  private long taskNumber;

  /** A task that is due at a time. */
  public final class Timer {
    private final long deadlineUs;
    private final long number;
    private final Runnable steps;
    private final boolean background;

    private Timer(long deadlineUs, long number, Runnable steps, boolean background) {
      this.deadlineUs = deadlineUs;
      this.number = number;
      this.steps = steps;
      this.background = background;
    }

    private long deadlineUs() {
      return deadlineUs;
    }

    private long number() {
      return number;
    }

    /** Takes the timer back; does nothing once it is due. */
    public void cancel() {
      lock.lock();
      try {
        if (timers.remove(this) && !background) {
          foregroundTimers--;
        }
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * A loop that runs at once.
   *
   * @param maxTimers how many timers may be set at a time
   * @param failures told what a task throws
   */
  public ScriptLoop(String name, MediaClock clock, int maxTimers, Consumer<Throwable> failures) {
    this.clock = clock;
    this.maxTimers = maxTimers;
    this.failures = failures;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    this.timekeeper = Thread.ofVirtual().name(name + " timers").unstarted(this::keepTime);
    thread.start();
    timekeeper.start();
  }

  /** Queues a task; does nothing once the loop is closed. */
  @Override
  public void execute(Runnable task) {
    lock.lock();
    try {
      if (!closed) {
        tasks.add(task);
        queued++;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Queues a task for later. Timers that are due at the same time run in the order in which they
   * were set.
   *
   * @param background whether a loop with nothing else to do is idle
   * @return the timer, or null if there are too many
   */
  public @Nullable Timer timer(double delayMs, Runnable steps, boolean background) {
    lock.lock();
    try {
      if (timers.size() >= maxTimers) {
        return null;
      }
      Timer timer =
          new Timer(clock.nowUs() + (long) (delayMs * 1000), timersMade++, steps, background);
      if (!closed) {
        timers.add(timer);
        foregroundTimers += background ? 0 : 1;
        if (timers.peek() == timer) {
          timekeeper.interrupt();
        }
        changed.signalAll();
      }
      return timer;
    } finally {
      lock.unlock();
    }
  }

  /** Something was asked for that will be answered by a task. */
  public void retain() {
    count(1);
  }

  /** It was answered. */
  public void release() {
    count(-1);
  }

  private void count(int change) {
    lock.lock();
    try {
      retained += change;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until nothing is left to do, or the loop is closed.
   *
   * @return false if the time was over before
   */
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    return await(() -> foregroundTimers == 0, limit);
  }

  /** As {@link #awaitIdle(Duration)}, but timers that are not due are not waited for. */
  public boolean awaitSettled(Duration limit) throws InterruptedException {
    return await(() -> timers.isEmpty() || timers.peek().deadlineUs > clock.nowUs(), limit);
  }

  private boolean await(BooleanSupplier timersDone, Duration limit) throws InterruptedException {
    long leftNanos = limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (!closed
          && (running || !tasks.isEmpty() || retained > 0 || !timersDone.getAsBoolean())) {
        if (leftNanos <= 0) {
          return false;
        }
        leftNanos = changed.awaitNanos(leftNanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How many tasks there ever were. */
  public long queued() {
    lock.lock();
    try {
      return queued;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the calling thread is the loop's. */
  public boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /** For how long the present task has been running, in nanoseconds; 0 if none is. */
  public long taskNanos() {
    long since = taskSinceNanos;
    return since == 0 ? 0 : System.nanoTime() - since;
  }

  /** The number of the present task; to be asked on the loop. */
  public long taskNumber() {
    return taskNumber;
  }

  private void run() {
    while (true) {
      Runnable task;
      lock.lock();
      try {
        running = false;
        changed.signalAll();
        while (tasks.isEmpty() && !closed) {
          changed.awaitUninterruptibly();
        }
        if (tasks.isEmpty()) {
          return;
        }
        task = tasks.remove();
        running = true;
      } finally {
        lock.unlock();
      }
      taskNumber++;
      taskSinceNanos = Math.max(1, System.nanoTime());
      try {
        task.run();
      } catch (Throwable failure) {
        failures.accept(failure);
      } finally {
        taskSinceNanos = 0;
      }
    }
  }

  private void keepTime() {
    while (true) {
      try {
        long deadlineUs;
        lock.lockInterruptibly();
        try {
          if (closed) {
            return;
          }
          Timer next = timers.peek();
          deadlineUs = next == null ? clock.nowUs() + IDLE_US : next.deadlineUs;
        } finally {
          lock.unlock();
        }
        clock.awaitUs(deadlineUs);
        queueDueTimers();
      } catch (InterruptedException _) { // an earlier timer was set, or the loop was closed
      }
    }
  }

  private void queueDueTimers() {
    lock.lock();
    try {
      long nowUs = clock.nowUs();
      while (!timers.isEmpty() && timers.peek().deadlineUs <= nowUs) {
        Timer due = timers.remove();
        foregroundTimers -= due.background ? 0 : 1;
        tasks.add(due.steps);
        queued++;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Drops timers, lets queued tasks run, runs a last one and ends the loop.
   *
   * @param force called if the loop has not ended in time, to make the task that runs return
   */
  public void close(Runnable last, Runnable force) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      tasks.add(last);
      closed = true;
      timers.clear();
      foregroundTimers = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    timekeeper.interrupt();
    if (isCurrent()) {
      return;
    }
    try {
      if (!thread.join(CLOSE_TIMEOUT)) {
        force.run();
        var _ = thread.join(CLOSE_TIMEOUT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    close(() -> {}, () -> {});
  }
}
