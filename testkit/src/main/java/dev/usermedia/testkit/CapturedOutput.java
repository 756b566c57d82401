package dev.usermedia.testkit;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An output that notes what a source delivers and hands it to the test in order. */
final class CapturedOutput implements SourceOutput {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final MediaClock clock;
  private final Consumer<Delivery> inside;
  private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger endings = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);
  private long lost; // on the capture thread only

  /**
   * A picture or a chunk of sound.
   *
   * @param units 1 for a picture, the samples of each channel for sound
   * @param lostBefore units that the source said were lost just before
   * @param handle what was passed, closed by now unless the test looks at it within the delivery
   * @param arrivedUs when it was delivered
   */
  record Delivery(
      Object handle,
      long timestampUs,
      long units,
      long lostBefore,
      Object layout,
      Thread thread,
      long arrivedUs) {}

  CapturedOutput(MediaClock clock) {
    this(clock, delivery -> {});
  }

  /** An output that also does something within each delivery. */
  CapturedOutput(MediaClock clock, Consumer<Delivery> inside) {
    this.clock = clock;
    this.inside = inside;
  }

  @Override
  public void video(VideoFrame frame) {
    deliver(frame, frame.timestampUs(), 1, frame.layout());
  }

  @Override
  public void audio(AudioData data) {
    deliver(data, data.timestampUs(), data.numberOfFrames(), data.layout());
  }

  @Override
  public void lost(long units) {
    lost += units;
  }

  @Override
  public void ended(SourceException cause) {
    endings.incrementAndGet();
    ended.countDown();
  }

  private void deliver(Object handle, long timestampUs, long units, Object layout) {
    Delivery delivery =
        new Delivery(
            handle, timestampUs, units, lost, layout, Thread.currentThread(), clock.nowUs());
    lost = 0;
    count.incrementAndGet();
    try {
      inside.accept(delivery);
    } finally {
      deliveries.add(delivery);
    }
  }

  /** How many pictures or chunks have come. */
  int count() {
    return count.get();
  }

  /** How often the source said that it ended. */
  int endings() {
    return endings.get();
  }

  /** Waits for the source to say that it ended. */
  boolean awaitEnded() throws InterruptedException {
    return ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** The next picture or chunk. */
  Delivery take() throws InterruptedException {
    @Nullable Delivery next = deliveries.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was delivered for " + PATIENCE);
    }
    return next;
  }

  List<Delivery> take(int number) throws InterruptedException {
    List<Delivery> taken = new ArrayList<>();
    while (taken.size() < number) {
      taken.add(take());
    }
    return taken;
  }

  /** Pictures or chunks until their timestamps span so long, at least two. */
  List<Delivery> takeSpan(long spanUs) throws InterruptedException {
    List<Delivery> taken = take(2);
    while (taken.getLast().timestampUs() - taken.getFirst().timestampUs() < spanUs) {
      taken.add(take());
      long waitedUs = taken.getLast().arrivedUs() - taken.getFirst().arrivedUs();
      if (waitedUs > spanUs + PATIENCE.toNanos() / 1000) {
        throw new AssertionError(
            "timestamps have come only from " + taken.getFirst() + " to " + taken.getLast());
      }
    }
    return taken;
  }

  /** Drops what was captured before the time. */
  void skipUntil(long timestampUs) throws InterruptedException {
    while (take().timestampUs() < timestampUs) {}
  }
}
