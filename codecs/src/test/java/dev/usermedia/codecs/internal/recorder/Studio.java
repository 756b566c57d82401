package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.codecs.RecorderOptions;
import dev.usermedia.codecs.RecorderResult;
import dev.usermedia.codecs.internal.ffmpeg.FFmpeg;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.testkit.ManualClock;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

/**
 * A recording under a hand-turned clock, and a camera and microphone that the test plays by hand.
 * Both have few buffers and wait for the recorder to give one back, so that nothing is lost however
 * fast the test runs.
 */
public final class Studio implements AutoCloseable {
  static final long START_US = 7_000_000;
  private static final int PICTURES = 20;
  private static final int CHUNKS = 100;

  final ManualClock clock = new ManualClock(START_US);
  final Recording recording;

  Studio(Path file) throws FFmpegException, IOException {
    this(new FileOutput(file, false), RecorderOptions.defaults());
  }

  Studio(ByteOutput output, RecorderOptions options) throws FFmpegException {
    FFmpeg.load();
    recording = new Recording(clock, output, options);
  }

  /** A track that a test mutes and ends. */
  static final class Track implements TrackState {
    volatile boolean muted;
    volatile boolean ended;

    @Override
    public boolean isMuted() {
      return muted;
    }

    @Override
    public boolean hasEnded() {
      return ended;
    }
  }

  /** A camera that delivers one layout. */
  static final class Camera {
    final Track track;
    private final VideoLane lane;
    private final BlockingQueue<VideoFrameBuffer> free = new ArrayBlockingQueue<>(PICTURES);

    private Camera(VideoLane lane, Track track, VideoLayout layout) {
      this.lane = lane;
      this.track = track;
      fill(layout);
    }

    /** The same track, with pictures of another layout. */
    Camera changedTo(VideoLayout layout) {
      return new Camera(lane, track, layout);
    }

    private void fill(VideoLayout layout) {
      for (int i = 0; i < PICTURES; i++) {
        MemorySegment[] planes = new MemorySegment[layout.format().planeCount()];
        for (int p = 0; p < planes.length; p++) {
          planes[p] = Arena.ofAuto().allocate(layout.planeBytes(p), 64);
        }
        free.add(new VideoFrameBuffer(layout, planes, free::add));
      }
    }

    /** Delivers a picture of one luma (or, in RGB, grey) value. */
    void show(long timestampUs, int value) {
      show(timestampUs, buffer -> paint(buffer, value));
    }

    void show(long timestampUs, Consumer<VideoFrameBuffer> painter) {
      VideoFrameBuffer buffer = taken(free);
      painter.accept(buffer);
      try (VideoFrame frame = buffer.publish(timestampUs, 0)) {
        lane.frame(frame);
      }
    }

    int held() {
      return PICTURES - free.size();
    }
  }

  static void paint(VideoFrameBuffer buffer, int value) {
    VideoPixelFormat format = buffer.layout().format();
    for (int p = 0; p < format.planeCount(); p++) {
      boolean chroma = p > 0;
      buffer.plane(p).fill((byte) (chroma ? 128 : value));
    }
  }

  /** A microphone that delivers one layout. */
  static final class Microphone {
    final Track track;
    private final AudioLane lane;
    private final AudioLayout layout;
    private final int chunk;
    private final BlockingQueue<AudioDataBuffer> free = new ArrayBlockingQueue<>(CHUNKS);

    private Microphone(AudioLane lane, Track track, AudioLayout layout) {
      this.lane = lane;
      this.track = track;
      this.layout = layout;
      this.chunk = layout.sampleRateHz() / 100;
      for (int i = 0; i < CHUNKS; i++) {
        MemorySegment[] planes = new MemorySegment[layout.planeCount()];
        for (int p = 0; p < planes.length; p++) {
          planes[p] = Arena.ofAuto().allocate(layout.planeBytes(chunk), 64);
        }
        free.add(new AudioDataBuffer(layout, chunk, planes, free::add));
      }
    }

    /** The same track, with sound of another layout. */
    Microphone changedTo(AudioLayout other) {
      return new Microphone(lane, track, other);
    }

    /** Delivers 10 ms of what sounds from an instant of the clock on. */
    void play(long timestampUs, DoubleUnaryOperator sound) {
      play((double) timestampUs, 1.0 / layout.sampleRateHz(), sound);
    }

    /**
     * Delivers a chunk.
     *
     * @param interval seconds between two samples
     * @param sound the value at a time in seconds of the clock
     */
    void play(double timestampUs, double interval, DoubleUnaryOperator sound) {
      AudioDataBuffer buffer = taken(free);
      for (int i = 0; i < chunk; i++) {
        float value = (float) sound.applyAsDouble(timestampUs / 1e6 + i * interval);
        for (int p = 0; p < layout.planeCount(); p++) {
          buffer.plane(p).setAtIndex(JAVA_FLOAT, i, value);
        }
      }
      try (AudioData data = buffer.publish(chunk, Math.round(timestampUs))) {
        lane.data(data);
      }
    }

    int held() {
      return CHUNKS - free.size();
    }
  }

  /** Adds a camera. */
  Camera camera(VideoPixelFormat format, int width, int height) {
    Track track = new Track();
    return new Camera(
        recording.addVideo(width, height, track), track, VideoLayout.packed(format, width, height));
  }

  /** Adds a microphone. */
  Microphone microphone(int sampleRateHz, int channels) {
    Track track = new Track();
    return new Microphone(
        recording.addAudio(channels, track), track, AudioLayout.f32Planar(sampleRateHz, channels));
  }

  /**
   * Plays both at 30 fps and in chunks of 10 ms, each delivered once it is captured.
   *
   * @param luma of a picture at a time in seconds of the clock
   */
  void play(
      Camera camera,
      DoubleUnaryOperator luma,
      Microphone microphone,
      DoubleUnaryOperator sound,
      long fromUs,
      long toUs) {
    long picture = Math.ceilDiv((fromUs - START_US) * 30, 1_000_000);
    for (long chunkUs = fromUs; chunkUs < toUs; chunkUs += 10_000) {
      for (long at = pictureUs(picture); at < chunkUs + 10_000; at = pictureUs(++picture)) {
        until(at);
        camera.show(at, (int) luma.applyAsDouble(at / 1e6));
      }
      until(chunkUs + 10_000);
      microphone.play(chunkUs, sound);
    }
  }

  private static long pictureUs(long number) {
    return START_US + number * 1_000_000 / 30;
  }

  private static <B> B taken(BlockingQueue<B> free) {
    try {
      B buffer = free.poll(60, TimeUnit.SECONDS);
      if (buffer == null) {
        throw new AssertionError("the recorder gives no buffer back");
      }
      return buffer;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void start() throws FFmpegException {
    recording.start();
    clock.awaitWaiters(1);
  }

  /** Turns the clock to a time, if it is not there. */
  void until(long timeUs) {
    if (timeUs > clock.nowUs()) {
      clock.advanceUs(timeUs - clock.nowUs());
    }
  }

  /** Returns once the condition holds, which nobody signals. */
  public static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within 30 s: " + what);
      }
      LockSupport.parkNanos(1_000_000); // polls
    }
  }

  /** Stops at an instant and turns the clock until the file is complete. */
  RecorderResult stop(long atUs) {
    recording.stop(atUs);
    return ended();
  }

  /** Turns the clock until the file is complete. */
  RecorderResult ended() {
    CompletableFuture<RecorderResult> done = recording.done();
    for (int i = 0; i < 10_000 && !done.isDone(); i++) {
      done.copy().completeOnTimeout(null, 10, TimeUnit.MILLISECONDS).join();
      clock.jumpUs(10_000);
    }
    return done.join();
  }

  @Override
  public void close() {
    if (!recording.done().isDone()) {
      stop(clock.nowUs());
    }
  }
}
