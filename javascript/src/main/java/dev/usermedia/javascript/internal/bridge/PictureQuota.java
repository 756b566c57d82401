package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.DOMException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much memory off the heap a script's pictures take up, which the collector frees but does not
 * see. Used on the script's thread only.
 */
final class PictureQuota {
  private static final int COLLECTIONS = 5;
  private static final int WAITS = 10;
  private static final long WAIT_MS = 50;

  private final long limitBytes;
  private final ReferenceQueue<Object> dropped = new ReferenceQueue<>();
  private final Set<Share> shares = new HashSet<>();
  private long takenBytes;

  PictureQuota(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  private static final class Share extends PhantomReference<Object> {
    private final long bytes;

    Share(Object owner, long bytes, ReferenceQueue<Object> dropped) {
      super(owner, dropped);
      this.bytes = bytes;
    }
  }

  /**
   * To be asked before the memory is taken.
   *
   * @throws DOMException {@code QuotaExceededError} if there is not so much left, even after what
   *     scripts dropped was collected
   */
  void check(long bytes) {
    while (release(dropped.poll())) {}
    if (takenBytes + bytes <= limitBytes) {
      return;
    }
    try {
      // what is too much by itself does not become less
      for (int i = 0;
          bytes <= limitBytes && i < COLLECTIONS * WAITS && takenBytes + bytes > limitBytes;
          i++) {
        if (i % WAITS == 0) {
          System.gc(); // nothing else tells the collector that there is a need
        }
        release(dropped.remove(WAIT_MS));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (takenBytes + bytes > limitBytes) {
      throw new DOMException(
          "the pictures of this page would take up more than " + limitBytes + " bytes",
          "QuotaExceededError");
    }
  }

  /** From now on, and until the owner is collected. */
  <T> T take(T owner, long bytes) {
    shares.add(new Share(owner, bytes, dropped));
    takenBytes += bytes;
    return owner;
  }

  private boolean release(@Nullable Reference<?> reference) {
    if (!(reference instanceof Share share) || !shares.remove(share)) {
      return false;
    }
    takenBytes -= share.bytes;
    return true;
  }
}
