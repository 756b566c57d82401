package dev.usermedia.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.DOMException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Frames under contention: many threads, one memory. */
class SharedFrameTest {
  private static final VideoLayout LAYOUT = VideoLayout.packed(VideoPixelFormat.BGRX, 4, 4);

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @Test
  void aBufferComesBackOnceHoweverManyLetItGo() throws Exception {
    AtomicInteger reclaimed = new AtomicInteger();
    VideoFramePool memory = new VideoFramePool(LAYOUT, 1);
    VideoFrameBuffer pooled = memory.acquire().orElseThrow();
    VideoFrameBuffer buffer =
        new VideoFrameBuffer(
            LAYOUT, new MemorySegment[] {pooled.plane(0)}, back -> reclaimed.incrementAndGet());
    for (int round = 1; round <= 200; round++) {
      VideoFrame frame = buffer.publish(round, 0);
      CyclicBarrier start = new CyclicBarrier(4);
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        VideoFrame own = frame.clone();
        threads.add(
            Thread.startVirtualThread(
                () ->
                    noting(
                        () -> {
                          start.await();
                          for (int i = 0; i < 50; i++) {
                            own.clone().close();
                          }
                          own.close();
                          own.close();
                        })));
      }
      frame.close();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(reclaimed).hasValue(round);
    }
    assertThat(failures).isEmpty();
    pooled.discard();
    memory.close();
  }

  @Test
  void aHandleClosedByManyAtOnceLetsGoOnce() throws Exception {
    VideoFramePool pool = new VideoFramePool(LAYOUT, 1);
    for (int round = 0; round < 300; round++) {
      VideoFrame frame = pool.acquire().orElseThrow().publish(round, 0);
      VideoFrame kept = frame.clone();
      frame.close();
      CyclicBarrier start = new CyclicBarrier(3);
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        threads.add(
            Thread.startVirtualThread(
                () ->
                    noting(
                        () -> {
                          start.await();
                          kept.close();
                        })));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(pool.inUse()).isZero();
    }
    assertThat(failures).isEmpty();
    pool.close();
  }

  @Test
  void aCloneTakenWhileItsFrameIsClosedIsOfThatPictureOrRefused() throws Exception {
    VideoFramePool pool = new VideoFramePool(LAYOUT, 1);
    VideoFrame first = published(pool, 0).orElseThrow();
    AtomicReference<VideoFrame> newest = new AtomicReference<>(first);
    AtomicBoolean over = new AtomicBoolean();
    Thread cloner =
        new Thread(
            () ->
                noting(
                    () -> {
                      while (!over.get()) {
                        try (VideoFrame clone = newest.get().clone()) {
                          assertThat(clone.plane(0).get(ValueLayout.JAVA_INT, 0))
                              .isEqualTo((int) clone.timestampUs());
                        } catch (DOMException e) {
                          assertThat(e.name()).isEqualTo("InvalidStateError");
                        }
                      }
                    }));
    cloner.start();
    int pictures = 1;
    first.close();
    while (pictures < 150_000 && failures.isEmpty()) {
      Optional<VideoFrame> next = published(pool, pictures); // none while the clone stands
      if (next.isPresent()) {
        newest.set(next.get());
        for (int moment = pictures % 64; moment > 0; moment--) {
          Thread.onSpinWait();
        }
        next.get().close();
        pictures++;
      } else {
        Thread.onSpinWait();
      }
    }
    over.set(true);
    cloner.join();
    assertThat(failures).isEmpty();
    assertThat(pool.inUse()).isZero();
    pool.close();
  }

  private static Optional<VideoFrame> published(VideoFramePool pool, int number) {
    return pool.acquire()
        .map(
            buffer -> {
              buffer.plane(0).set(ValueLayout.JAVA_INT, 0, number);
              return buffer.publish(number, 0);
            });
  }

  private interface Step {
    void run() throws Exception;
  }

  private void noting(Step step) {
    try {
      step.run();
    } catch (Throwable e) {
      failures.add(e);
    }
  }
}
