package dev.usermedia.codecs.internal.recorder;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a lane's thread: a bounded number of frames, and signals (time has passed, the
 * recording is to end), which are seen when no frame waits. The thread may be left asleep until
 * several frames wait or a signal comes, and then takes all there are: to wake it costs more than
 * many a frame of sound. Safe for use from any thread; the lock is a leaf.
 */
final class LaneQueue<T> {
  private final int capacity;
  private final int worthWaking;
  private final ArrayDeque<T> items;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean asleep;
  private boolean signalled;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param capacity how many frames may wait
   * @param worthWaking how many frames wake the thread without a signal
   */
  LaneQueue(int capacity, int worthWaking) {
    this.capacity = capacity;
    this.worthWaking = worthWaking;
    this.items = new ArrayDeque<>(capacity);
  }

  /** What became of an item that was offered. */
  enum Offer {
    TAKEN,
    FULL,
    CLOSED
  }

  /** Puts an item last, if there is room and the queue is not closed. */
  Offer offer(T item) {
    lock.lock();
    try {
      if (closed) {
        return Offer.CLOSED;
      }
      if (items.size() == capacity) {
        return Offer.FULL;
      }
      items.addLast(item);
      if (asleep && items.size() >= worthWaking) {
        changed.signal();
      }
      return Offer.TAKEN;
    } finally {
      lock.unlock();
    }
  }

  /** Lets a {@link #take} that finds no item return without one. */
  void signal() {
    lock.lock();
    try {
      signalled = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The first item, waiting for one; {@code null} if there is none but a signal came. */
  @Nullable T take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (items.isEmpty()) {
        asleep = true;
        try {
          while (items.size() < worthWaking && !signalled) {
            changed.await();
          }
        } finally {
          asleep = false;
        }
      }
      if (items.isEmpty()) {
        signalled = false;
      }
      return items.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  /** Whether no item waits. */
  boolean isEmpty() {
    return peek() == null;
  }

  /** The first item, which stays; {@code null} if there is none. */
  @Nullable T peek() {
    lock.lock();
    try {
      return items.peekFirst();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses items from now on; those that are there can still be polled. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** The first item, or {@code null}. */
  @Nullable T poll() {
    lock.lock();
    try {
      return items.pollFirst();
    } finally {
      lock.unlock();
    }
  }
}
