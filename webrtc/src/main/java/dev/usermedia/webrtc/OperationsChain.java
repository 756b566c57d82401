package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Operations of a connection, one after the other. Once it is closed nothing more is begun, and
 * what was never completes, as the specification says.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dfn-chain">WebRTC, chain</a>
 */
final class OperationsChain {
  private final Runnable emptied;

  /** Guarded by itself; the first is under way. */
  private final ArrayDeque<Runnable> operations = new ArrayDeque<>();

  private boolean closed;

  /** A chain that says when it has come to its end. */
  OperationsChain(Runnable emptied) {
    this.emptied = emptied;
  }

  /** Begins an operation when those before it are through. */
  <T> CompletableFuture<T> chain(Supplier<CompletableFuture<T>> operation) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable steps = () -> begin(operation, result);
    boolean first;
    synchronized (operations) {
      if (closed) {
        return CompletableFuture.failedFuture(closedError());
      }
      first = operations.isEmpty();
      operations.add(steps);
    }
    if (first) {
      steps.run();
    }
    return result;
  }

  private <T> void begin(Supplier<CompletableFuture<T>> operation, CompletableFuture<T> result) {
    CompletableFuture<T> done;
    try {
      done = operation.get();
    } catch (RuntimeException failure) {
      done = CompletableFuture.failedFuture(failure);
    }
    var _ =
        done.whenComplete(
            (value, failure) -> {
              if (isClosed()) {
                return;
              }
              next(); // before anybody is told, who may look at the chain
              if (failure == null) {
                result.complete(value);
              } else {
                result.completeExceptionally(
                    failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure);
              }
            });
  }

  private void next() {
    Runnable following;
    synchronized (operations) {
      operations.poll();
      following = operations.peek();
    }
    if (following == null) {
      emptied.run();
    } else {
      following.run();
    }
  }

  boolean isEmpty() {
    synchronized (operations) {
      return operations.isEmpty();
    }
  }

  void close() {
    synchronized (operations) {
      closed = true;
      operations.clear();
    }
  }

  boolean isClosed() {
    synchronized (operations) {
      return closed;
    }
  }

  static DOMException closedError() {
    return new DOMException("the connection is closed", "InvalidStateError");
  }
}
