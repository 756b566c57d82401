package dev.usermedia.bench;

import com.sun.management.ThreadMXBean;
import dev.usermedia.Delivery;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.VideoSink;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoFrame;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a frame costs on its way from a source to the sinks of 1, 16 and 1000 clones of a track:
 * time, heap, and bytes of picture copied. A sink that sees other memory than the source wrote
 * counts as a copy of the frame.
 */
final class FramesBench implements Comparison {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int ROUNDS = 7;
  private static final MediaTrackConstraints FULL_SIZE =
      MediaTrackConstraints.builder()
          .width(ConstrainULong.exact(WIDTH))
          .height(ConstrainULong.exact(HEIGHT))
          .build();

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public String about() {
    return "heap, time and bytes copied for each 720p frame at 1, 16 and 1000 clones";
  }

  @Override
  public List<Figure> measure() {
    List<Figure> figures = new ArrayList<>();
    for (int clones : new int[] {1, 16, 1000}) {
      measure(clones, figures);
    }
    return figures;
  }

  private static void measure(int clones, List<Figure> figures) {
    TickDriver driver = new TickDriver(WIDTH, HEIGHT);
    try (MediaContext context =
        MediaContext.builder().driver(driver).systemDrivers(false).build()) {
      MediaStreamTrack track =
          context
              .mediaDevices()
              .getUserMedia(MediaStreamConstraints.builder().video(FULL_SIZE).build())
              .getVideoTracks()
              .getFirst();
      Sinks sinks = new Sinks(driver);
      for (int i = 0; i < clones; i++) {
        (i == 0 ? track : track.clone()).addVideoSink(Delivery.direct(), sinks);
      }
      int frames = Math.max(2_000, 200_000 / clones);
      run(driver, frames * 2); // warm
      double[] us = new double[ROUNDS];
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long heapBefore = threads.getCurrentThreadAllocatedBytes();
      sinks.reset();
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        run(driver, frames);
        us[round] = (System.nanoTime() - start) / 1e3 / frames;
      }
      long heap = threads.getCurrentThreadAllocatedBytes() - heapBefore;
      long total = (long) frames * ROUNDS;
      if (sinks.calls != total * clones) {
        throw new IllegalStateException(sinks.calls + " calls for " + total + " frames");
      }
      Arrays.sort(us);
      double median = us[ROUNDS / 2];
      String suffix = "-at-" + clones;
      figures.add(Figure.of("heap-per-frame" + suffix, (double) heap / total, "bytes"));
      figures.add(Figure.of("time-per-frame" + suffix, median, "us"));
      figures.add(Figure.of("time-per-frame-and-clone" + suffix, median / clones, "us"));
      double copied = (double) sinks.elsewhere * WIDTH * HEIGHT * 3 / 2 / total;
      figures.add(Figure.atMost("copied-per-frame" + suffix, copied, "bytes", 0));
    }
  }

  private static void run(TickDriver driver, int frames) {
    for (int i = 0; i < frames; i++) {
      driver.tick();
    }
  }

  /** Compares where each clone's picture lies with where the driver wrote it. */
  private static final class Sinks implements VideoSink {
    private final TickDriver driver;
    private long calls;
    private long elsewhere;

    Sinks(TickDriver driver) {
      this.driver = driver;
    }

    @Override
    public void frame(VideoFrame frame) {
      calls++;
      if (frame.plane(0).address() != driver.writtenAt()) {
        elsewhere++;
      }
    }

    void reset() {
      calls = 0;
      elsewhere = 0;
    }
  }
}
