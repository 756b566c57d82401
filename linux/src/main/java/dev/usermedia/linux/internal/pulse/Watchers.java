package dev.usermedia.linux.internal.pulse;

import dev.usermedia.Registration;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who wants to know that the devices changed. They are told on a thread of their own, one after
 * another, so that they may ask for the devices; changes that come meanwhile are told as one.
 */
final class Watchers {
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final AtomicInteger due = new AtomicInteger();

  /** One registration; its identity is its own even if the same object watches twice. */
  private static final class Watcher {
    private final Runnable changed;

    Watcher(Runnable changed) {
      this.changed = changed;
    }
  }

  Registration add(Runnable changed) {
    Watcher watcher = new Watcher(changed);
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /** Tells everybody, soon. */
  void tell() {
    if (due.getAndIncrement() == 0) {
      Thread.ofVirtual().name("usermedia pulse-watch").start(this::tellWhileDue);
    }
  }

  void clear() {
    watchers.clear();
  }

  private void tellWhileDue() {
    int told;
    do {
      told = due.get();
      for (Watcher watcher : watchers) {
        try {
          watcher.changed.run();
        } catch (RuntimeException e) {
          System.getLogger("dev.usermedia.linux")
              .log(Level.ERROR, "a watcher of microphones threw", e);
        }
      }
    } while (due.addAndGet(-told) > 0);
  }
}
