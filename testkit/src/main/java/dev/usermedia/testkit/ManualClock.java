package dev.usermedia.testkit;

import dev.usermedia.MediaClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A clock that stands still until a test moves it, so that what is paced by it runs at the speed of
 * the test and the same way each time.
 *
 * <p>A thread that has ever waited on the clock takes part in it: {@link #advanceUs} stops at each
 * deadline on its way and goes on only when every such thread waits again or has ended. A test
 * starts its sources, calls {@link #awaitWaiters} so that their threads have come to wait, and
 * turns the clock. May be used from any thread.
 */
public final class ManualClock implements MediaClock {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

  /** The end of a thread signals nobody, so it is looked for this often. */
  private static final long GLANCE_NANOS = Duration.ofMillis(1).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Waiter> waiters = new ArrayList<>();
  private final Set<Thread> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private long nowUs;

  private record Waiter(Thread thread, long deadlineUs) {}

  /** A clock that shows 0. */
  public ManualClock() {
    this(0);
  }

  /** A clock that shows the given time. */
  public ManualClock(long startUs) {
    nowUs = startUs;
  }

  @Override
  public long nowUs() {
    lock.lock();
    try {
      return nowUs;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void awaitUs(long deadlineUs) throws InterruptedException {
    Waiter waiter = new Waiter(Thread.currentThread(), deadlineUs);
    lock.lockInterruptibly();
    try {
      running.remove(waiter.thread);
      waiters.add(waiter);
      changed.signalAll();
      try {
        while (nowUs < deadlineUs) {
          changed.await();
        }
      } finally {
        waiters.remove(waiter);
        running.add(waiter.thread);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns once at least so many threads wait on the clock.
   *
   * @throws IllegalStateException if they do not come
   */
  public void awaitWaiters(int threads) {
    lock.lock();
    try {
      long remaining = PATIENCE_NANOS;
      while (waiters.size() < threads) {
        if (remaining <= 0) {
          throw new IllegalStateException(
              waiters.size() + " threads wait on the clock, not " + threads);
        }
        remaining = changed.awaitNanos(remaining);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves the clock on, stopping at each deadline that a thread waits for. Returns when every
   * thread that takes part waits for a later time or has ended.
   *
   * @throws IllegalStateException if a thread does neither for long
   */
  public void advanceUs(long us) {
    lock.lock();
    try {
      settle();
      long targetUs = nowUs + us;
      for (long next = earliestUs(); next <= targetUs; next = earliestUs()) {
        moveTo(next);
        settle();
      }
      moveTo(targetUs);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves the clock to the earliest deadline that a thread waits for, and returns like {@link
   * #advanceUs}.
   *
   * @return the new time in microseconds
   * @throws IllegalStateException if no thread waits
   */
  public long advanceToNextWaiterUs() {
    lock.lock();
    try {
      settle();
      if (waiters.isEmpty()) {
        throw new IllegalStateException("no thread waits on the clock");
      }
      moveTo(earliestUs());
      settle();
      return nowUs;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves the clock on at once, past all deadlines on the way, as if all threads had been held up
   * meanwhile; waits for nobody.
   */
  public void jumpUs(long us) {
    lock.lock();
    try {
      moveTo(nowUs + us);
    } finally {
      lock.unlock();
    }
  }

  private void moveTo(long timeUs) {
    nowUs = Math.max(nowUs, timeUs);
    changed.signalAll();
  }

  private long earliestUs() {
    return waiters.stream().mapToLong(Waiter::deadlineUs).min().orElse(Long.MAX_VALUE);
  }

  private void settle() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!isSettled()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("neither waiting nor ended: " + describe(running));
      }
      try {
        var _ = changed.awaitNanos(GLANCE_NANOS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private boolean isSettled() {
    running.removeIf(thread -> !thread.isAlive() || thread == Thread.currentThread());
    return running.isEmpty() && earliestUs() > nowUs;
  }

  private static String describe(Set<Thread> threads) {
    StringBuilder text = new StringBuilder();
    for (Thread thread : threads) {
      text.append(thread.getName()).append(' ').append(thread.getState());
      for (StackTraceElement frame : thread.getStackTrace()) {
        text.append("\n    at ").append(frame);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
