package dev.usermedia;

/** How frames reach a sink, and what becomes of those that it is too slow for. */
public sealed interface Delivery {
  /**
   * On the capture thread, each frame, at once. For sinks that return within microseconds: one that
   * does not delays the device and everybody else on it.
   */
  record Direct() implements Delivery {}

  /**
   * On a thread of the sink's own. While it is busy only the newest frame waits; older ones are
   * discarded and counted.
   */
  record Newest() implements Delivery {}

  /**
   * On a thread of the sink's own, from a queue of so many frames. When it is full, the frame that
   * arrives is discarded and counted.
   */
  record Queued(int capacity) implements Delivery {
    public Queued {
      if (capacity < 1) {
        throw new IllegalArgumentException("a queue of " + capacity);
      }
    }
  }

  /** {@link Direct}. */
  static Delivery direct() {
    return new Direct();
  }

  /** {@link Newest}. */
  static Delivery newest() {
    return new Newest();
  }

  /** {@link Queued}. */
  static Delivery queued(int capacity) {
    return new Queued(capacity);
  }
}
