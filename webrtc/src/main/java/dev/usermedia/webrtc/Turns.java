package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way of a connection to the event loop of its media context, and back. */
final class Turns {
  private final MediaContext media;

  /** Fails once it is closed. */
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  Turns(MediaContext media) {
    this.media = media;
  }

  /** Nothing is told any more, and nobody waits. */
  void close() {
    closed.completeExceptionally(OperationsChain.closedError());
  }

  /** Queues a task, which does nothing once the connection is closed. */
  void queue(Runnable task) {
    boolean _ =
        EventListeners.queue(
            media,
            () -> {
              if (!closed.isDone()) {
                task.run();
              }
            });
  }

  /** Completes on the event loop. */
  <T> CompletableFuture<T> onLoop(CompletableFuture<T> result) {
    return onLoop(result, it -> it);
  }

  /** Goes on with a result on the event loop, and completes there. */
  <T, R> CompletableFuture<R> onLoop(CompletableFuture<T> result, Function<T, R> steps) {
    CompletableFuture<R> done = new CompletableFuture<>();
    var _ =
        result.whenComplete(
            (value, failure) -> {
              if (!EventListeners.queue(media, () -> settle(done, value, failure, steps))) {
                done.completeExceptionally(OperationsChain.closedError());
              }
            });
    return done;
  }

  /** Goes on with a result on the event loop, and completes there, with nothing. */
  <T> CompletableFuture<Void> thenOnLoop(CompletableFuture<T> result, Consumer<T> steps) {
    return onLoop(
            result,
            value -> {
              steps.accept(value);
              return true;
            })
        .thenAccept(done -> {});
  }

  private static <T, R> void settle(
      CompletableFuture<R> done, T value, @Nullable Throwable failure, Function<T, R> steps) {
    if (failure != null) {
      done.completeExceptionally(failure);
      return;
    }
    try {
      done.complete(steps.apply(value));
    } catch (RuntimeException | Error mistake) {
      done.completeExceptionally(mistake);
    }
  }

  /**
   * Waits for what completes on the event loop, but not there.
   *
   * @throws DOMException {@code InvalidStateError} there
   */
  <T> T await(String method, Supplier<CompletableFuture<T>> call) {
    if (media.isOnEventLoop()) {
      throw new DOMException(
          method + " would block the event loop; call " + method + "Async there",
          "InvalidStateError");
    }
    return Blocking.await(call.get(), closed, method);
  }
}
