package dev.usermedia;

import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.pipeline.FrameFeed;
import dev.usermedia.internal.pipeline.HubTrackSource;
import dev.usermedia.internal.pipeline.Relinquishing;
import dev.usermedia.internal.pipeline.SourceHub;
import dev.usermedia.internal.pipeline.TrackShape;
import dev.usermedia.spi.SourceException;
import dev.usermedia.streams.WritableStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A track of pictures that the application makes. What is written is delivered to the track and its
 * clones, cropped, scaled and thinned as their constraints say; without constraints they get the
 * very memory that was written. Closing the stream ends the tracks, with an event; when the last
 * track stops, the stream is closed.
 *
 * <p>Safe for use from any thread. Frames are delivered one after the other, in the order in which
 * they were written, on a thread of the context. The times of the frames are to rise.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-transform/#video-track-generator">
 *     MediaStreamTrack Insertable Media Processing, VideoTrackGenerator</a>
 */
public final class VideoTrackGenerator implements AutoCloseable {
  private final EventLoop loop;

  /** Runs deliveries and the hub's work, one at a time. */
  private final EventLoop turns;

  private final CompletableFuture<Void> closing = new CompletableFuture<>();
  private final FrameFeed feed = new FrameFeed(() -> closing.complete(null));
  private final SourceHub hub;
  private final MediaStreamTrack track;
  private final WritableStream<VideoFrame> writable = new Writable();
  private final AtomicBoolean mutingQueued = new AtomicBoolean();
  private volatile boolean muted;
  private volatile boolean closed;

  /**
   * A generator whose tracks belong to a context.
   *
   * @throws DOMException {@code InvalidStateError} if the context is closed
   */
  public VideoTrackGenerator(MediaContext context) {
    this.loop = context.loop();
    this.turns = new EventLoop(context.workers(), loop::report);
    this.hub =
        new SourceHub(
            new FeedDriver(feed),
            GeneratedSettings.device(List.of(GeneratedSettings.RUNNING.mode())),
            context.clock(),
            loop,
            turns::queue,
            Relinquishing.NEVER);
    TrackLink link =
        new TrackLink(
            "",
            new TrackLink.Home(context.mediaDevices().links(), MediaKind.VIDEO, Optional.empty()));
    link.connect(
        new HubTrackSource(
            hub,
            EventLoop.await(
                hub.attach(GeneratedSettings.RUNNING, TrackShape.NATIVE, link),
                "VideoTrackGenerator")));
    ConstrainedState state =
        new ConstrainedState(
            loop,
            new GeneratedSettings(feed),
            MediaTrackConstraints.EMPTY,
            GeneratedSettings.INITIAL);
    this.track = TrackOpener.track(context, MediaKind.VIDEO, "", state, link);
  }

  /** The stream that takes the frames. Always the same. */
  public WritableStream<VideoFrame> writable() {
    return writable;
  }

  /** The track. Always the same; more are made by {@link MediaStreamTrack#clone}. */
  public MediaStreamTrack track() {
    return track;
  }

  /** Whether what is written is dropped and the tracks are muted. */
  public boolean muted() {
    return muted;
  }

  /** Mutes the tracks, or lets them go on; they are told on the event loop. */
  public void muted(boolean nowMuted) {
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

  /** Closes {@link #writable}. */
  @Override
  public void close() {
    writable.close();
  }

  private final class Writable implements WritableStream<VideoFrame> {
    @Override
    public void write(VideoFrame frame) {
      try {
        if (hub.isDelivering()) {
          throw new DOMException(
              "write would wait for the delivery that it is called in; call writeAsync there",
              "InvalidStateError");
        }
        loop.checkMayBlock("write");
      } catch (DOMException e) {
        frame.close();
        throw e;
      }
      EventLoop.await(take(frame), "write");
    }

    @Override
    public CompletableFuture<Void> writeAsync(VideoFrame frame) {
      return take(frame).whenCompleteAsync((done, failure) -> {}, loop::queue);
    }

    private CompletableFuture<Void> take(VideoFrame frame) {
      VideoFrame own;
      try (frame) {
        own = frame.clone(); // the writer's handle is of no use to it from now on
      } catch (DOMException e) {
        return CompletableFuture.failedFuture(new TypeError("the frame is closed"));
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
        own.close();
        taken.completeExceptionally(closedError());
      }
      return taken;
    }

    private void deliver(VideoFrame own, boolean dropped) {
      try (own) {
        if (!feed.isOpen()) {
          throw closedError();
        }
        if (!dropped) {
          feed.deliver(own);
        }
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

    private TypeError closedError() {
      return new TypeError("the stream is closed");
    }
  }
}
