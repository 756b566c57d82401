package dev.usermedia.streams;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Chunks that are read one after the other, no sooner than they are asked for. Every chunk goes to
 * one read; whoever gets it closes it where it is to be closed. Safe for use from any thread.
 *
 * @param <T> a chunk
 * @see <a href="https://streams.spec.whatwg.org/#rs-class">Streams, ReadableStream</a>
 */
public interface ReadableStream<T> {
  /**
   * The next chunk, or none once the stream is closed. Waits for one.
   *
   * @throws dev.usermedia.DOMException {@code InvalidStateError} if called where it would block the
   *     event loop or the delivery that it waits for, {@code AbortError} if interrupted
   */
  Optional<T> read();

  /** {@link #read} without waiting; completes on the event loop. Reads are served in order. */
  CompletableFuture<Optional<T>> readAsync();

  /** Completes on the event loop once the stream is closed, from either side. */
  CompletableFuture<Void> closed();

  /** Closes the stream: what waits to be read is let go. Twice is harmless. */
  void cancel();

  /**
   * Writes all chunks to another stream, each when the one before it was taken, then closes it.
   * Waits for that. If a write fails, this stream is cancelled.
   *
   * @throws dev.usermedia.TypeError if the other stream is closed before this one
   * @throws dev.usermedia.DOMException what a read or a write fails with
   */
  default void pipeTo(WritableStream<? super T> destination) {
    try {
      for (Optional<T> next = read(); next.isPresent(); next = read()) {
        destination.write(next.get());
      }
      destination.close();
    } finally {
      cancel();
    }
  }
}
