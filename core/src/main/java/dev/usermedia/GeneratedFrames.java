package dev.usermedia;

import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.pipeline.FrameFeed;
import dev.usermedia.internal.pipeline.HubTrackSource;
import dev.usermedia.internal.pipeline.Relinquishing;
import dev.usermedia.internal.pipeline.SourceHub;
import dev.usermedia.internal.pipeline.TrackShape;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.streams.WritableStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The stream of a generator and the source behind its tracks. What is written is delivered on a
 * thread of the context, in the order in which it was written.
 *
 * @param <F> {@code VideoFrame} or {@code AudioData}
 */
final class GeneratedFrames<F extends AutoCloseable> implements WritableStream<F> {
  private final EventLoop loop;

  /** Runs deliveries and the hub's work, one at a time. */
  private final EventLoop turns;

  private final CompletableFuture<Void> closing = new CompletableFuture<>();
  private final FrameFeed feed = new FrameFeed(() -> closing.complete(null));
  private final SourceHub hub;
  private final UnaryOperator<F> keep;
  private final Consumer<F> close;
  private final Consumer<F> deliver;
  private final AtomicBoolean mutingQueued = new AtomicBoolean();
  private volatile boolean muted;
  private volatile boolean closed;

  /**
   * A stream without tracks.
   *
   * @param keep clones a handle
   * @param close closes one
   * @param deliver hands a frame to the feed
   */
  GeneratedFrames(
      MediaContext context,
      SourceDevice device,
      UnaryOperator<F> keep,
      Consumer<F> close,
      Function<FrameFeed, Consumer<F>> deliver) {
    this.loop = context.loop();
    this.turns = new EventLoop(context.workers(), loop::report);
    this.hub =
        new SourceHub(
            new FeedDriver(feed), device, context.clock(), loop, turns::queue, Relinquishing.NEVER);
    this.keep = keep;
    this.close = close;
    this.deliver = deliver.apply(feed);
  }

  FrameFeed feed() {
    return feed;
  }

  /**
   * The first track; more are its clones.
   *
   * @param startMuted whether it is muted until told otherwise
   */
  MediaStreamTrack track(
      MediaContext context,
      MediaKind kind,
      String label,
      SourceSettings running,
      ConstrainableSource settings,
      MediaTrackSettings initial,
      boolean startMuted) {
    TrackLink link =
        new TrackLink(
            label, new TrackLink.Home(context.mediaDevices().links(), kind, Optional.empty()));
    link.connect(
        new HubTrackSource(
            hub, EventLoop.await(hub.attach(running, TrackShape.NATIVE, link), "the generator")));
    if (startMuted) {
      muted = true;
      link.startMuted();
    }
    ConstrainedState state =
        new ConstrainedState(loop, settings, MediaTrackConstraints.EMPTY, initial);
    return TrackOpener.track(context, kind, label, state, link);
  }

  boolean muted() {
    return muted;
  }

  void muted(boolean nowMuted) {
    if (muted == nowMuted) {
      return;
    }
    muted = nowMuted;
    if (mutingQueued.compareAndSet(false, true)) {
      boolean _ =
          turns.queue(
              () -> {
                mutingQueued.set(false);
                feed.muted(muted);
              });
    }
  }

  @Override
  public void write(F frame) {
    try {
      if (hub.isDelivering()) {
        throw new DOMException(
            "write would wait for the delivery that it is called in; call writeAsync there",
            "InvalidStateError");
      }
      loop.checkMayBlock("write");
    } catch (DOMException e) {
      close.accept(frame);
      throw e;
    }
    EventLoop.await(take(frame), "write");
  }

  @Override
  public CompletableFuture<Void> writeAsync(F frame) {
    return take(frame).whenCompleteAsync((done, failure) -> {}, loop::queue);
  }

  private CompletableFuture<Void> take(F frame) {
    F own;
    try {
      own = keep.apply(frame); // the writer's handle is of no use to it from now on
    } catch (DOMException e) {
      return CompletableFuture.failedFuture(new TypeError("the frame is closed"));
    } finally {
      close.accept(frame);
    }
    boolean dropped = muted; // now: who unmutes after a write does not mean what was written
    CompletableFuture<Void> taken = new CompletableFuture<>();
    boolean queued =
        !closed
            && turns.queue(
                () -> {
                  try {
                    deliver(own, dropped);
                    taken.complete(null);
                  } catch (Throwable failure) {
                    taken.completeExceptionally(failure);
                  }
                });
    if (!queued) {
      close.accept(own);
      taken.completeExceptionally(closedError());
    }
    return taken;
  }

  private void deliver(F own, boolean dropped) {
    try {
      if (!feed.isOpen()) {
        throw closedError();
      }
      if (!dropped) {
        deliver.accept(own);
      }
    } finally {
      close.accept(own);
    }
  }

  @Override
  public CompletableFuture<Void> closed() {
    return closing.thenRunAsync(() -> {}, loop::queue);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      boolean _ =
          turns.queue(
              () ->
                  feed.end(
                      new SourceException(
                          SourceException.Kind.NOT_FOUND,
                          "generator",
                          "close",
                          "",
                          "the generator's stream was closed")));
    }
  }

  private static TypeError closedError() {
    return new TypeError("the stream is closed");
  }
}
