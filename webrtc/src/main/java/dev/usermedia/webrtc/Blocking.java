package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Waiting, of a connection that may be closed meanwhile. */
final class Blocking {
  private Blocking() {}

  /**
   * Waits for a result.
   *
   * @param closed fails once there will be none
   */
  static <T> T await(CompletableFuture<T> result, CompletableFuture<Void> closed, String method) {
    try {
      Object _ = CompletableFuture.anyOf(result, closed).get();
      return result.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DOMException(method + " was interrupted", "AbortError", e);
    } catch (ExecutionException | CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw cause instanceof RuntimeException known
          ? known
          : new DOMException(String.valueOf(cause.getMessage()), "OperationError", cause);
    }
  }
}
