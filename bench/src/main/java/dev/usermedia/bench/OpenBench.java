package dev.usermedia.bench;

import dev.usermedia.Delivery;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * How soon a camera is there and how soon it obeys, on the synthetic camera and the machine's own
 * clock; and what many clones cost, on the camera without a clock.
 */
final class OpenBench implements Comparison {
  private static final int WARMING = 1_500;
  private static final int WARMING_FRAMES = 60;
  private static final int OPENINGS = 100;
  private static final int CHANGES = 80;

  /** So long an opening keeps off the closing before it, which is not what is measured. */
  private static final long PAUSE_US = 5_000;

  private static final int PATIENCE_SECONDS = 20;
  private static final double FRAME_RATE = 30;
  private static final double INTERVAL_MS = 1e3 / FRAME_RATE;

  /** The camera has the first and the third itself; the others are scaled from those. */
  private static final int[][] SIZES = {{640, 480}, {320, 240}, {1280, 720}, {800, 450}};

  private static final int CLONES_OF_A_SIZE = 4;
  private static final int SCALED_FRAMES = 20;
  private static final int SCALED_ROUNDS = 15;

  @Override
  public String name() {
    return "open";
  }

  @Override
  public String about() {
    return "opening a camera, changing constraints live, sixteen clones at four sizes";
  }

  @Override
  public List<Figure> measure() throws InterruptedException {
    List<Figure> figures = new ArrayList<>();
    openings(figures);
    changes(figures);
    clones(figures);
    return figures;
  }

  private static void openings(List<Figure> figures) throws InterruptedException {
    double[] openedMs = new double[OPENINGS];
    double[] capturedMs = new double[OPENINGS];
    double[] arrivedMs = new double[OPENINGS];
    try (MediaContext context = MediaContext.builder().fakeDevices().build()) {
      for (int i = 0; i < WARMING; i++) {
        camera(context, SIZES[0]).stop();
      }
      for (int i = 0; i < OPENINGS; i++) {
        context.clock().awaitUs(context.clock().nowUs() + PAUSE_US);
        BlockingQueue<long[]> first = new LinkedBlockingQueue<>();
        long startUs = context.clock().nowUs();
        MediaStreamTrack track = camera(context, SIZES[0]);
        long returnedUs = context.clock().nowUs();
        track.addVideoSink(
            Delivery.direct(),
            frame -> first.add(new long[] {frame.timestampUs(), context.clock().nowUs()}));
        long listeningUs = context.clock().nowUs();
        long[] frame = poll(first);
        track.stop();
        openedMs[i] = (returnedUs - startUs) / 1e3;
        capturedMs[i] = (frame[0] - listeningUs) / 1e3;
        arrivedMs[i] = (frame[1] - listeningUs) / 1e3;
      }
    }
    figures.add(Figure.atMost("get-user-media-median", median(openedMs), "ms", 2));
    figures.add(Figure.of("get-user-media-worst", worst(openedMs), "ms"));
    figures.add(Figure.atMost("first-frame-captured-worst", worst(capturedMs), "ms", INTERVAL_MS));
    figures.add(Figure.atMost("first-frame-arrived-median", median(arrivedMs), "ms", INTERVAL_MS));
    figures.add(Figure.of("first-frame-arrived-worst", worst(arrivedMs), "ms"));
  }

  /** What a sink saw of a frame; a number below 0 means that the pattern could not be read. */
  private record Seen(long arrivedNanos, int width, int height, long number) {
    static Seen of(VideoFrame frame) {
      return new Seen(
          System.nanoTime(),
          frame.displayWidth(),
          frame.displayHeight(),
          VideoPattern.read(frame).map(VideoPattern.Reading::number).orElse(-1L));
    }

    boolean isOf(int[] size) {
      return width == size[0] && height == size[1];
    }
  }

  private static void changes(List<Figure> figures) throws InterruptedException {
    double[] appliedMs = new double[CHANGES];
    int worstFrames = 0;
    long lost = 0;
    long corrupt = 0;
    try (MediaContext context = MediaContext.builder().fakeDevices().build()) {
      MediaStreamTrack track = camera(context, SIZES[0]);
      BlockingQueue<Seen> frames = new LinkedBlockingQueue<>();
      track.addVideoSink(Delivery.direct(), frame -> frames.add(Seen.of(frame)));
      for (int i = 0; i < WARMING; i++) {
        track.applyConstraints(constraints(SIZES[i % SIZES.length]));
      }
      for (int[] size : SIZES) {
        track.applyConstraints(constraints(size));
        for (int i = 0; i < WARMING_FRAMES; i++) {
          poll(frames);
        }
      }
      frames.clear();
      Seen last = poll(frames);
      for (int i = 0; i < CHANGES; i++) {
        int[] size = SIZES[(i + 1) % SIZES.length];
        long start = System.nanoTime();
        track.applyConstraints(constraints(size));
        long returned = System.nanoTime();
        int after = 0;
        for (boolean effective = false; !effective; ) {
          Seen frame = poll(frames);
          lost += frame.number < 0 || last.number < 0 ? 0 : frame.number - last.number - 1;
          corrupt += frame.number < 0 ? 1 : 0;
          last = frame;
          after += frame.arrivedNanos > returned ? 1 : 0;
          effective = frame.isOf(size) && after > 0;
        }
        appliedMs[i] = (returned - start) / 1e6;
        worstFrames = Math.max(worstFrames, after);
      }
    }
    figures.add(Figure.atMost("apply-constraints-median", median(appliedMs), "ms", 1));
    figures.add(Figure.of("apply-constraints-worst", worst(appliedMs), "ms"));
    figures.add(Figure.atMost("effective-at-worst-with", worstFrames, "frames", 2));
    figures.add(Figure.atMost("lost-around-changes", (double) lost, "frames", 0));
    figures.add(Figure.atMost("corrupt-around-changes", (double) corrupt, "frames", 0));
  }

  /** The same thread paints nothing and scales everything, so that its CPU time is the cost. */
  private static void clones(List<Figure> figures) throws InterruptedException {
    List<Rig> single = new ArrayList<>();
    Rig shared = new Rig();
    try {
      for (int[] size : SIZES) {
        Rig one = new Rig();
        single.add(one);
        one.add(constraints(size));
        for (int i = 0; i < CLONES_OF_A_SIZE; i++) {
          shared.add(constraints(size));
        }
      }
      double[] ratios = new double[SCALED_ROUNDS];
      double[] scalingsUs = new double[SCALED_ROUNDS];
      for (int round = -1; round < SCALED_ROUNDS; round++) { // the first to warm up
        double four = 0;
        for (Rig one : single) {
          four += one.cpuUsOfFrame();
        }
        double sixteen = shared.cpuUsOfFrame();
        if (round >= 0) {
          ratios[round] = sixteen / four;
          scalingsUs[round] = four;
        }
      }
      shared.checkCalls();
      figures.add(Figure.of("four-scalings", median(scalingsUs), "us"));
      figures.add(Figure.atMost("sixteen-clones-to-four", median(ratios), "ratio", 1.05));
    } finally {
      shared.close();
      single.forEach(Rig::close);
    }
  }

  /** Tracks on one camera of 1920x1080 that is ticked by the measuring thread. */
  private static final class Rig implements AutoCloseable {
    private final TickDriver driver = new TickDriver(1920, 1080);
    private final MediaContext context =
        MediaContext.builder().driver(driver).systemDrivers(false).build();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<MediaStreamTrack> tracks = new ArrayList<>();
    private long ticks;
    private long calls;

    void add(MediaTrackConstraints constraints) {
      MediaStreamTrack track =
          tracks.isEmpty()
              ? context
                  .mediaDevices()
                  .getUserMedia(MediaStreamConstraints.builder().video(true).build())
                  .getVideoTracks()
                  .getFirst()
              : tracks.getFirst().clone();
      tracks.add(track);
      track.applyConstraints(constraints);
      track.addVideoSink(Delivery.direct(), frame -> calls++);
    }

    double cpuUsOfFrame() {
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < SCALED_FRAMES; i++) {
        driver.tick();
      }
      ticks += SCALED_FRAMES;
      return (threads.getCurrentThreadCpuTime() - start) / 1e3 / SCALED_FRAMES;
    }

    void checkCalls() {
      if (calls != ticks * tracks.size()) {
        throw new IllegalStateException(calls + " calls for " + ticks + " frames");
      }
    }

    @Override
    public void close() {
      context.close();
    }
  }

  private static MediaStreamTrack camera(MediaContext context, int[] size) {
    return context
        .mediaDevices()
        .getUserMedia(MediaStreamConstraints.builder().video(constraints(size)).build())
        .getVideoTracks()
        .getFirst();
  }

  private static MediaTrackConstraints constraints(int[] size) {
    return MediaTrackConstraints.builder()
        .width(ConstrainULong.exact(size[0]))
        .height(ConstrainULong.exact(size[1]))
        .frameRate(ConstrainDouble.exact(FRAME_RATE))
        .build();
  }

  private static <T> T poll(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("no frame came");
    }
    return next;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double worst(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
