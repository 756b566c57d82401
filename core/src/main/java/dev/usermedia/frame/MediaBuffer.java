package dev.usermedia.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Off-heap memory shared by reference counting. Published buffers are read-only for everybody; when
 * the last reference is let go, the buffer goes back to whoever made it.
 */
abstract sealed class MediaBuffer permits VideoFrameBuffer, AudioDataBuffer {
  private static final VarHandle REFERENCES;

  static {
    try {
      REFERENCES = MethodHandles.lookup().findVarHandle(MediaBuffer.class, "references", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** 0 while the owner may write. */
  @SuppressWarnings("UnusedVariable") // through REFERENCES
  private volatile int references;

  /** The owner publishes what it wrote: the first reference. */
  final void publish() {
    if (!REFERENCES.compareAndSet(this, 0, 1)) {
      throw new IllegalStateException("the buffer is in use");
    }
  }

  /** One more reference, unless the last one is gone. */
  final boolean tryRetain() {
    int before = references;
    while (before > 0) {
      int witness = (int) REFERENCES.compareAndExchange(this, before, before + 1);
      if (witness == before) {
        return true;
      }
      before = witness;
    }
    return false;
  }

  /** Lets a reference go. */
  final void release() {
    int before = (int) REFERENCES.getAndAdd(this, -1);
    if (before == 1) {
      reclaim();
    } else if (before < 1) {
      throw new IllegalStateException("the buffer was already let go");
    }
  }

  /** Whether a frame stands on the buffer. */
  public final boolean isInUse() {
    return references > 0;
  }

  /** Called once the last reference is gone, on whichever thread let it go. */
  abstract void reclaim();
}
