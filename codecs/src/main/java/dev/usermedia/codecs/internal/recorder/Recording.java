package dev.usermedia.codecs.internal.recorder;

import dev.usermedia.DOMException;
import dev.usermedia.MediaClock;
import dev.usermedia.codecs.RecorderOptions;
import dev.usermedia.codecs.RecorderResult;
import dev.usermedia.codecs.RecorderStats;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One recording: its lanes, the file, the clock that drives what frames do not. Lanes are added,
 * then it is started, then it ends: when it is stopped, when all tracks have ended, or when it
 * fails. What was opened for it is let go by the last thread that ends. Safe for use from any
 * thread.
 */
public final class Recording {
  /** How often lanes look what frames do not tell them. */
  static final long TICK_US = 100_000;

  private final MediaClock clock;
  private final ByteOutput output;
  private final RecorderOptions options;
  private final List<Lane<?>> lanes = new ArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicReference<@Nullable DOMException> error = new AtomicReference<>();
  private final CompletableFuture<RecorderResult> done = new CompletableFuture<>();
  private volatile boolean givenUp;
  private volatile long stopAtUs = Long.MAX_VALUE;
  private volatile long stopAfterUs = Long.MAX_VALUE;
  private volatile @Nullable Epoch epoch;
  private @Nullable WebmMuxer muxer;
  private @Nullable Thread ticker;

  /** A recording to an output, which it closes at its end. */
  public Recording(MediaClock clock, ByteOutput output, RecorderOptions options) {
    this.clock = clock;
    this.output = output;
    this.options = options;
  }

  /**
   * Adds a video track.
   *
   * @param width what to record if there is no picture to tell
   */
  public VideoLane addVideo(int width, int height, TrackState track) {
    return add(new VideoLane(this, lanes.size(), width, height, track));
  }

  /**
   * Adds an audio track.
   *
   * @param channels what to record if there is no sound to tell
   */
  public AudioLane addAudio(int channels, TrackState track) {
    return add(new AudioLane(this, lanes.size(), channels, track));
  }

  private <L extends Lane<?>> L add(L lane) {
    lanes.add(lane);
    return lane;
  }

  /**
   * Starts the threads; frames can be left from now on.
   *
   * @throws FFmpegException if the file cannot be written in this format
   */
  public void start() throws FFmpegException {
    muxer = new WebmMuxer(output, lanes.size());
    epoch = new Epoch(clock.nowUs(), lanes.size());
    running.set(lanes.size());
    ticker = thread("clock", this::tick);
    for (int i = 0; i < lanes.size(); i++) {
      Lane<?> lane = lanes.get(i);
      thread(i + (lane instanceof VideoLane ? " video" : " audio"), lane::run).start();
    }
    ticker.start();
  }

  private static Thread thread(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name("usermedia recorder " + name).unstarted(work);
  }

  private void tick() {
    try {
      for (long dueUs = clock.nowUs() + TICK_US; !done.isDone(); dueUs += TICK_US) {
        clock.awaitUs(dueUs);
        long nowUs = clock.nowUs();
        epoch().tick(nowUs);
        lanes.forEach(lane -> lane.tick(nowUs));
      }
    } catch (InterruptedException e) {
      // the recording has ended
    }
  }

  /**
   * Ends the recording with everything that is captured before an instant of the clock. The last
   * call counts; what is already in the file stays there.
   */
  public void stop(long atUs) {
    stopAtUs = atUs;
    lanes.forEach(Lane::signal);
  }

  /** Ends the recording once the file is so long. */
  public void stopAfter(long elapsedUs) {
    stopAfterUs = elapsedUs;
    lanes.forEach(Lane::signal);
  }

  /** Completed once the output is closed, never exceptionally. */
  public CompletableFuture<RecorderResult> done() {
    return done;
  }

  /** How the recording stands. */
  public RecorderStats stats() {
    long reachedUs = lanes.stream().mapToLong(Lane::reachedUs).max().orElse(0);
    return new RecorderStats(
        reachedUs,
        output.sizeBytes(),
        lanes.stream().<RecorderStats.Track>map(Lane::stats).toList());
  }

  // --- what lanes ask and tell ---

  long nowUs() {
    return clock.nowUs();
  }

  Epoch epoch() {
    Epoch e = epoch;
    if (e == null) {
      throw new IllegalStateException("the recording was not started");
    }
    return e;
  }

  WebmMuxer muxer() {
    if (muxer == null) {
      throw new IllegalStateException("the recording was not started");
    }
    return muxer;
  }

  RecorderOptions options() {
    return options;
  }

  /** Where the recording ends, as far as is known; to be asked once the epoch is decided. */
  long stopUs() {
    long after = stopAfterUs;
    return after == Long.MAX_VALUE ? stopAtUs : Math.min(stopAtUs, epoch().await() + after);
  }

  boolean isGivenUp() {
    return givenUp;
  }

  boolean allEnded() {
    for (int i = 0; i < lanes.size(); i++) { // no stream: every lane asks ten times a second
      if (!lanes.get(i).hasEnded()) {
        return false;
      }
    }
    return true;
  }

  /** Keeps the first failure and lets every lane stop where it is. */
  void fail(Throwable e) {
    error.compareAndSet(null, Failures.toDOMException(e));
    givenUp = true;
    epoch().decide();
    muxer().cancel();
    lanes.forEach(Lane::signal);
  }

  /** A lane's thread has nothing more to do; the last one completes the file. */
  void laneDone() {
    if (running.decrementAndGet() > 0) {
      return;
    }
    try (output;
        WebmMuxer m = muxer()) {
      if (!givenUp) {
        m.finish();
      }
    } catch (Throwable e) {
      error.compareAndSet(null, Failures.toDOMException(e));
    }
    if (ticker != null) {
      ticker.interrupt();
    }
    done.complete(new RecorderResult(stats(), Optional.ofNullable(error.get())));
  }
}
