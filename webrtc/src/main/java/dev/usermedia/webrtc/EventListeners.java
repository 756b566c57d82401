package dev.usermedia.webrtc;

import dev.usermedia.MediaContext;
import dev.usermedia.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Who listens to one kind of event; they are told on the event loop of a media context. */
final class EventListeners<E> {
  private final MediaContext media;
  private final List<Listener<E>> listeners = new CopyOnWriteArrayList<>();

  /** Each registration stands for itself: compared by identity. */
  private static final class Listener<E> {
    final Consumer<? super E> steps;

    Listener(Consumer<? super E> steps) {
      this.steps = steps;
    }
  }

  EventListeners(MediaContext media) {
    this.media = media;
  }

  Registration add(Consumer<? super E> steps) {
    Listener<E> listener = new Listener<>(steps);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** On the event loop: tells everybody now; what one throws is reported and stops nobody. */
  void fire(E event) {
    for (Listener<E> listener : listeners) {
      try {
        listener.steps.accept(event);
      } catch (RuntimeException failure) {
        boolean _ =
            queue(
                media,
                () -> {
                  throw failure;
                });
      }
    }
  }

  /** Queues a task; of a context that is closed nobody is told anything, and false is returned. */
  static boolean queue(MediaContext media, Runnable task) {
    try {
      media.eventLoop().execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      System.getLogger("dev.usermedia.webrtc")
          .log(System.Logger.Level.DEBUG, "the media context is closed", e);
      return false;
    }
  }
}
