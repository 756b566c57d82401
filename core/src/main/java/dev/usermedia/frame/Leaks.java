package dev.usermedia.frame;

import java.lang.ref.Cleaner;

/**
 * Finds frames that were kept and dropped without being closed, lets them go, and says so. With the
 * system property {@code usermedia.leaks=track} it also says where each was taken.
 */
final class Leaks {
  static final boolean TRACK = "track".equals(System.getProperty("usermedia.leaks"));

  private static final Cleaner CLEANER = Cleaner.create();

  private Leaks() {}

  /** Watches the handle; closing it runs the action once, silently. */
  static Guard watch(Frame handle, MediaBuffer buffer) {
    Guard guard = new Guard(buffer, TRACK ? new Throwable("taken here") : null);
    guard.cleanable = CLEANER.register(handle, guard);
    return guard;
  }

  /** Holds one reference to the buffer for a handle; must not know the handle itself. */
  static final class Guard implements Runnable {
    private final MediaBuffer buffer;
    private final @org.jspecify.annotations.Nullable Throwable taken;
    private Cleaner.@org.jspecify.annotations.Nullable Cleanable cleanable;
    private volatile boolean closed;

    Guard(MediaBuffer buffer, @org.jspecify.annotations.Nullable Throwable taken) {
      this.buffer = buffer;
      this.taken = taken;
    }

    void close() {
      closed = true;
      if (cleanable != null) {
        cleanable.clean();
      }
    }

    @Override
    public void run() {
      if (!closed) {
        System.getLogger("dev.usermedia.leaks")
            .log(
                System.Logger.Level.WARNING,
                "a frame was dropped without close(); its memory is let go now"
                    + (taken == null ? " (-Dusermedia.leaks=track says where it was taken)" : ""),
                taken);
      }
      buffer.release();
    }
  }
}
