package dev.usermedia.internal.pipeline;

import dev.usermedia.Delivery;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sink and its way of delivery. Direct sinks are called as they are; for the others each frame's
 * handle is cloned into a short queue that a virtual thread empties.
 *
 * @param <F> {@code VideoFrame} or {@code AudioData}
 */
public final class SinkEntry<F extends AutoCloseable> {
  private final Consumer<F> sink;
  private final UnaryOperator<F> keep;
  private final Runnable onClosed;
  private final Consumer<Throwable> report;
  private final int capacity;
  private final boolean newestWins;

  /** Guards the fields below; a leaf. Null for direct sinks. */
  private final @Nullable ArrayDeque<F> queue;

  private boolean closed;
  private long discarded;

  /**
   * An entry.
   *
   * @param keep clones a handle
   * @param closed told, on whichever thread, once nothing more will be delivered
   */
  public SinkEntry(
      String name,
      Delivery delivery,
      Consumer<F> sink,
      UnaryOperator<F> keep,
      Runnable closed,
      Consumer<Throwable> report) {
    this.sink = sink;
    this.onClosed = closed;
    this.keep = keep;
    this.report = report;
    this.newestWins = delivery instanceof Delivery.Newest;
    this.capacity =
        switch (delivery) {
          case Delivery.Direct() -> 0;
          case Delivery.Newest() -> 1;
          case Delivery.Queued(int frames) -> frames;
        };
    this.queue = capacity == 0 ? null : new ArrayDeque<>(capacity);
    if (queue != null) {
      Thread.ofVirtual().name("usermedia sink " + name).start(() -> drain(queue));
    }
  }

  /** On the capture thread; what a direct sink throws comes out. */
  void accept(F frame) {
    ArrayDeque<F> waiting = queue;
    if (waiting == null) {
      sink.accept(frame);
      return;
    }
    F superseded = null;
    synchronized (waiting) {
      if (closed) {
        return;
      }
      if (waiting.size() == capacity) {
        discarded++;
        if (!newestWins) {
          return;
        }
        superseded = waiting.poll();
      }
      waiting.add(keep.apply(frame));
      waiting.notifyAll();
    }
    if (superseded != null) {
      closeQuietly(superseded);
    }
  }

  /** Frames discarded because the sink was busy. */
  public long discarded() {
    ArrayDeque<F> waiting = queue;
    if (waiting == null) {
      return 0;
    }
    synchronized (waiting) {
      return discarded;
    }
  }

  /** Ends delivery and lets go what waits. */
  public void close() {
    ArrayDeque<F> waiting = queue;
    if (waiting != null) {
      synchronized (waiting) {
        closed = true;
        waiting.notifyAll();
      }
    }
    onClosed.run();
  }

  private void drain(ArrayDeque<F> waiting) {
    while (true) {
      F frame;
      synchronized (waiting) {
        while (waiting.isEmpty() && !closed) {
          try {
            waiting.wait();
          } catch (InterruptedException e) {
            closed = true; // nobody else knows this thread: the sink itself interrupted it
          }
        }
        if (closed) {
          waiting.forEach(this::closeQuietly);
          waiting.clear();
          return;
        }
        frame = waiting.remove();
      }
      try {
        sink.accept(frame);
      } catch (Throwable failure) {
        report.accept(failure);
      } finally {
        closeQuietly(frame);
      }
    }
  }

  private void closeQuietly(F frame) {
    try {
      frame.close();
    } catch (Exception e) {
      report.accept(e);
    }
  }
}
