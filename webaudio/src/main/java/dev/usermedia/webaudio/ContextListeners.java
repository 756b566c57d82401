package dev.usermedia.webaudio;

import dev.usermedia.Event;
import dev.usermedia.MediaContext;
import dev.usermedia.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Who listens to one kind of event; they are told on the event loop of a media context. */
final class ContextListeners {
  private final MediaContext media;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Each registration stands for itself: compared by identity. */
  private static final class Listener {
    final Consumer<? super Event> steps;

    Listener(Consumer<? super Event> steps) {
      this.steps = steps;
    }
  }

  ContextListeners(MediaContext media) {
    this.media = media;
  }

  Registration add(Consumer<? super Event> steps) {
    Listener listener = new Listener(steps);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells everybody, in a task. */
  void queueFire(Event event) {
    queue(media, () -> fire(event));
  }

  /** On the event loop: tells everybody now; what one throws is reported and stops nobody. */
  void fire(Event event) {
    for (Listener listener : listeners) {
      try {
        listener.steps.accept(event);
      } catch (RuntimeException failure) {
        queue(
            media,
            () -> {
              throw failure;
            });
      }
    }
  }

  boolean isEmpty() {
    return listeners.isEmpty();
  }

  /** Queues a task; of a context that is closed nobody is told anything, and false is returned. */
  static boolean queue(MediaContext media, Runnable task) {
    try {
      media.eventLoop().execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      System.getLogger("dev.usermedia.webaudio")
          .log(System.Logger.Level.DEBUG, "the media context is closed", e);
      return false;
    }
  }
}
