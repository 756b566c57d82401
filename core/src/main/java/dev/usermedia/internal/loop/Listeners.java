package dev.usermedia.internal.loop;

import dev.usermedia.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Who listens to one kind of event of one object. Listeners may be added and taken away from any
 * thread; events are fired on the event loop, in the order in which the listeners were added.
 */
public final class Listeners<E> {
  private final CopyOnWriteArrayList<Entry<E>> entries = new CopyOnWriteArrayList<>();
  private final Runnable changed;

  /** A list without anybody; {@code changed} is told when one is added or taken away. */
  public Listeners(Runnable changed) {
    this.changed = changed;
  }

  private record Entry<E>(Consumer<? super E> listener, AtomicBoolean open) {}

  /** Adds a listener; the same one may be added several times. */
  public Registration add(Consumer<? super E> listener) {
    Entry<E> entry = new Entry<>(listener, new AtomicBoolean(true));
    entries.add(entry);
    changed.run();
    return () -> {
      if (entry.open.getAndSet(false)) {
        entries.remove(entry);
        changed.run();
      }
    };
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * On the loop: calls everybody; what one of them throws is reported and does not stop the rest.
   */
  public void fire(E event, EventLoop loop) {
    for (Entry<E> entry : List.copyOf(entries)) {
      if (entry.open.get()) {
        try {
          entry.listener.accept(event);
        } catch (Throwable failure) {
          loop.report(failure);
        }
      }
    }
  }
}
