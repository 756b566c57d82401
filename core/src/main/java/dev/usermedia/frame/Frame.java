package dev.usermedia.frame;

import dev.usermedia.DOMException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** What video frames and audio chunks share: a handle on a buffer that is closed once. */
abstract sealed class Frame implements AutoCloseable permits VideoFrame, AudioData {
  private static final VarHandle CLOSED;

  static {
    try {
      CLOSED = MethodHandles.lookup().findVarHandle(Frame.class, "closed", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final MediaBuffer buffer;
  private final long timestampUs;
  private final Leaks.@Nullable Guard guard;
  private volatile boolean closed;

  /**
   * @param kept whether a consumer takes the handle to keep it, rather than a driver lending it to
   *     a callback; only kept handles are watched, so that delivery costs one object
   */
  @SuppressWarnings("this-escape") // the guard only watches
  Frame(MediaBuffer buffer, long timestampUs, boolean kept) {
    this.buffer = buffer;
    this.timestampUs = timestampUs;
    this.guard = kept ? Leaks.watch(this, buffer) : null;
  }

  /** Capture time in microseconds of the device's {@link dev.usermedia.MediaClock}. */
  public final long timestampUs() {
    return timestampUs;
  }

  /** Whether the handle was closed. */
  public final boolean isClosed() {
    return closed;
  }

  /** Lets the memory go; closing twice is harmless. */
  @Override
  public final void close() {
    if (CLOSED.compareAndSet(this, false, true)) {
      if (guard != null) {
        guard.close();
      } else {
        buffer.release();
      }
    }
  }

  /** Takes a reference for another handle. */
  final void retain() {
    checkOpen();
    if (!buffer.tryRetain()) {
      throw isClosedError();
    }
    if (closed) {
      // closed meanwhile: the memory may have come back, and carry the next picture by now
      buffer.release();
      throw isClosedError();
    }
  }

  final void checkOpen() {
    if (closed) {
      throw isClosedError();
    }
  }

  private static DOMException isClosedError() {
    return new DOMException(
        "the frame is closed; take a clone() inside the callback to keep it", "InvalidStateError");
  }
}
