package dev.usermedia.streams;

import java.util.concurrent.CompletableFuture;

/**
 * Takes chunks one after the other. Whoever waits for a write before the next one is as fast as
 * what takes them. Safe for use from any thread.
 *
 * @param <T> a chunk
 * @see <a href="https://streams.spec.whatwg.org/#ws-class">Streams, WritableStream</a>
 */
public interface WritableStream<T> extends AutoCloseable {
  /**
   * Hands a chunk over, and returns once it was taken. From the call on the chunk belongs to the
   * stream, which closes it, also when it fails.
   *
   * @throws dev.usermedia.TypeError if the chunk or the stream is closed
   * @throws dev.usermedia.DOMException {@code InvalidStateError} if called where it would block the
   *     event loop or wait for itself, {@code AbortError} if interrupted
   */
  void write(T chunk);

  /** {@link #write} without waiting; completes on the event loop. Chunks keep their order. */
  CompletableFuture<Void> writeAsync(T chunk);

  /**
   * Completes on the event loop once the stream is closed: by {@link #close}, or because nobody is
   * left to take what is written.
   */
  CompletableFuture<Void> closed();

  /** Closes the stream once what was written before is taken; twice is harmless. */
  @Override
  void close();
}
