package dev.usermedia.webrtc.internal.natives;

import dev.usermedia.DOMException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for the thread of the library, which never waits for an application. */
final class Waiting {
  private Waiting() {}

  static <T> T uninterruptibly(CompletableFuture<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e.getCause() == null ? e : e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static DOMException failure(Throwable cause) {
    return cause instanceof DOMException known
        ? known
        : new DOMException(String.valueOf(cause.getMessage()), "OperationError", cause);
  }
}
