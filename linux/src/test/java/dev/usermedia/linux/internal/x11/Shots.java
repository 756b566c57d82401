package dev.usermedia.linux.internal.x11;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Keeps what a source delivers until the test looks at it. */
final class Shots implements SourceOutput, AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final ValueLayout.OfInt PIXEL =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final BlockingQueue<VideoFrame> frames = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> mutes = new LinkedBlockingQueue<>();
  private final CompletableFuture<SourceException> end = new CompletableFuture<>();
  private final AtomicLong lost = new AtomicLong();

  @Override
  public void video(VideoFrame frame) {
    frames.add(frame.clone());
  }

  @Override
  public void muted(boolean muted) {
    mutes.add(muted);
  }

  @Override
  public void lost(long count) {
    lost.addAndGet(count);
  }

  @Override
  public void ended(SourceException cause) {
    if (!end.complete(cause)) {
      throw new AssertionError("ended twice");
    }
  }

  /** The next frame, for the test to close. */
  VideoFrame next() throws InterruptedException {
    VideoFrame frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("no frame; ended: " + end);
    }
    return frame;
  }

  /** The next frame that the test likes, for it to close. */
  VideoFrame next(Predicate<VideoFrame> liked) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      VideoFrame frame = next();
      if (liked.test(frame)) {
        return frame;
      }
      frame.close();
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no such frame");
      }
    }
  }

  /** The next change between muted and not. */
  boolean nextMute() throws InterruptedException {
    Boolean muted = mutes.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (muted == null) {
      throw new AssertionError("neither muted nor unmuted");
    }
    return muted;
  }

  SourceException awaitEnd() throws Exception {
    return end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  boolean hasEnded() {
    return end.isDone();
  }

  long lost() {
    return lost.get();
  }

  int waiting() {
    return frames.size();
  }

  /** Lets all frames go that came so far. */
  void dropAll() {
    for (VideoFrame frame = frames.poll(); frame != null; frame = frames.poll()) {
      frame.close();
    }
  }

  @Override
  public void close() {
    dropAll();
  }

  /** A pixel as {@code 0xRRGGBB}. */
  static int rgb(VideoFrame frame, int x, int y) {
    long offset = (long) y * frame.layout().strideBytes(0) + x * 4L;
    return frame.plane(0).get(PIXEL, offset) & 0xFFFFFF;
  }
}
