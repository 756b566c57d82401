package dev.usermedia;

import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.streams.ReadableStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The queue between a track and who reads it: frames that nobody has asked for yet, or reads that
 * no frame has come for yet, never both.
 */
final class FrameReader<F extends AutoCloseable> implements ReadableStream<F> {
  private final MediaStreamTrack track;
  private final EventLoop loop;
  private final int maxBufferSize;
  private final UnaryOperator<F> keep;

  /** Guards what follows; a leaf. */
  private final ArrayDeque<F> queue = new ArrayDeque<>();

  private final ArrayDeque<CompletableFuture<Optional<F>>> pendingReads = new ArrayDeque<>();
  private final CompletableFuture<Void> closing = new CompletableFuture<>();
  private @Nullable Registration sink;
  private boolean closed;
  private long total;
  private long discarded;

  FrameReader(MediaStreamTrack track, int maxBufferSize, UnaryOperator<F> keep) {
    this.track = track;
    this.loop = track.loop();
    this.maxBufferSize = maxBufferSize;
    this.keep = keep;
  }

  /** Once: what is to be let go when the stream closes. */
  void open(Registration registration) {
    boolean late;
    synchronized (queue) {
      sink = registration;
      late = closed;
    }
    if (late) {
      registration.close();
    }
  }

  /** On the capture thread. */
  void deliver(F frame) {
    F kept = keep.apply(frame);
    F dropped = null;
    synchronized (queue) {
      total += closed ? 0 : 1;
    }
    while (true) {
      CompletableFuture<Optional<F>> read;
      synchronized (queue) {
        read = pendingReads.poll();
        if (read == null) {
          if (closed) {
            dropped = kept;
          } else {
            if (queue.size() == maxBufferSize) {
              dropped = queue.poll();
              discarded++;
            }
            queue.add(kept);
          }
          break;
        }
      }
      if (read.complete(Optional.of(kept))) { // or whoever waited was interrupted
        return;
      }
    }
    if (dropped != null) {
      closeFrame(dropped);
    }
  }

  /** The track has ended, or nobody wants to read any more. Twice is harmless. */
  void close() {
    List<F> frames;
    List<CompletableFuture<Optional<F>>> reads;
    Registration registration;
    synchronized (queue) {
      if (closed) {
        return;
      }
      closed = true;
      registration = sink;
      frames = List.copyOf(queue);
      reads = List.copyOf(pendingReads);
      queue.clear();
      pendingReads.clear();
    }
    frames.forEach(this::closeFrame);
    reads.forEach(read -> read.complete(Optional.empty()));
    closing.complete(null);
    if (registration != null) {
      registration.close();
    }
  }

  long total() {
    synchronized (queue) {
      return total;
    }
  }

  long discarded() {
    synchronized (queue) {
      return discarded;
    }
  }

  @Override
  public Optional<F> read() {
    if (track.isDelivering()) {
      throw new DOMException(
          "read would block the delivery that it waits for; call readAsync there",
          "InvalidStateError");
    }
    loop.checkMayBlock("read");
    CompletableFuture<Optional<F>> next = next();
    try {
      return next.get();
    } catch (InterruptedException e) {
      if (!next.cancel(false)) {
        next.join().ifPresent(this::closeFrame); // it came in the same instant
      }
      Thread.currentThread().interrupt();
      throw new DOMException("read was interrupted", "AbortError", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reads do not fail", e);
    }
  }

  @Override
  public CompletableFuture<Optional<F>> readAsync() {
    CompletableFuture<Optional<F>> result = new CompletableFuture<>();
    var _ = next().thenAccept(frame -> settle(result, frame));
    return result;
  }

  private void settle(CompletableFuture<Optional<F>> result, Optional<F> frame) {
    Runnable settling =
        () -> {
          if (!result.complete(frame)) { // cancelled by whoever asked
            frame.ifPresent(this::closeFrame);
          }
        };
    if (!loop.queue(settling)) {
      settling.run(); // the loop is gone; nobody else will tell
    }
  }

  @Override
  public CompletableFuture<Void> closed() {
    return closing.thenRunAsync(() -> {}, loop::queue);
  }

  @Override
  public void cancel() {
    close();
  }

  private CompletableFuture<Optional<F>> next() {
    CompletableFuture<Optional<F>> read = new CompletableFuture<>();
    Optional<F> now;
    synchronized (queue) {
      if (queue.isEmpty() && !closed) {
        pendingReads.add(read);
        return read;
      }
      now = Optional.ofNullable(queue.poll());
    }
    read.complete(now);
    return read;
  }

  private void closeFrame(F frame) {
    try {
      frame.close();
    } catch (Exception e) {
      loop.report(e);
    }
  }
}
