package dev.usermedia.codecs.internal.recorder;

import dev.usermedia.VideoSink;
import dev.usermedia.codecs.RecorderStats;
import dev.usermedia.codecs.internal.ffmpeg.ColorTags;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrame;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A video track. Its pictures keep their distances, to the millisecond that WebM counts in; a
 * picture that would not come later than the one before is left out. The size is that of the first
 * picture.
 *
 * <p>While there are no pictures, the last one is encoded again now and then, or a black one while
 * the track is muted.
 */
public final class VideoLane extends Lane<VideoFrame> implements VideoSink {
  /** Pictures that may wait; drivers lend fewer. */
  private static final int CAPACITY = 30;

  /**
   * Pictures that are encoded in a row, if as many come within a tick of the recording's clock:
   * what the encoder needs is then still in the caches. Pools lend more.
   */
  private static final int WORTH_WAKING = 4;

  /** The slowest source that is followed as it is, without pictures between. */
  private static final long MAX_INTERVAL_MS = 1_000;

  /** Assumed until two pictures tell. */
  private static final long FIRST_DURATION_MS = 33;

  private final int expectedWidth;
  private final int expectedHeight;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong encoded = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong leftOut = new AtomicLong();
  private volatile long lastMs = -1;
  private volatile long durationMs = FIRST_DURATION_MS;
  private @Nullable PictureFitter fitter;
  private @Nullable Vp8Encoder encoder;
  private @Nullable NativeFrame current;

  VideoLane(
      Recording recording, int number, int expectedWidth, int expectedHeight, TrackState track) {
    super(recording, number, track, CAPACITY, WORTH_WAKING);
    this.expectedWidth = expectedWidth;
    this.expectedHeight = expectedHeight;
  }

  @Override
  public void frame(VideoFrame frame) {
    if (leave(frame.clone())) {
      received.incrementAndGet();
    }
  }

  @Override
  long timestampUs(VideoFrame frame) {
    return frame.timestampUs();
  }

  @Override
  long endUs(VideoFrame frame) {
    return frame.timestampUs();
  }

  @Override
  void discard(VideoFrame frame) {
    frame.close();
  }

  @Override
  void open(@Nullable VideoFrame first) throws FFmpegException, IOException, InterruptedException {
    int width = first == null ? expectedWidth : first.displayWidth();
    int height = first == null ? expectedHeight : first.displayHeight();
    ColorTags colors =
        first == null
            ? ColorTags.of(VideoColorSpace.REC601)
            : PictureFitter.colorsFor(first.layout());
    fitter = new PictureFitter(width, height, colors);
    encoder =
        new Vp8Encoder(
            recording.muxer(),
            number,
            width,
            height,
            colors,
            recording.options().videoBitsPerSecond(),
            recording.options().videoThreads());
    encoder.open();
  }

  @Override
  void encode(VideoFrame frame) throws FFmpegException, IOException {
    long ms = Math.floorDiv(frame.timestampUs() - recording.epoch().await() + 500, 1_000);
    if (ms <= lastMs) {
      leftOut.incrementAndGet();
      frame.close();
      return;
    }
    if (frame.durationUs() > 0) {
      durationMs = Math.max(1, frame.durationUs() / 1_000);
    } else if (lastMs >= 0) {
      durationMs = ms - lastMs;
    }
    current = fitter().fit(frame);
    encodeCurrent(ms);
  }

  @Override
  void fill(long untilUs) throws FFmpegException, IOException {
    long untilMs = (untilUs - recording.epoch().await()) / 1_000;
    while (untilMs - lastMs >= MAX_INTERVAL_MS) {
      if (current == null || track.isMuted()) {
        current = fitter().black();
      }
      repeated.incrementAndGet();
      encodeCurrent(lastMs < 0 ? 0 : lastMs + MAX_INTERVAL_MS);
    }
  }

  private void encodeCurrent(long ms) throws FFmpegException, IOException {
    if (encoder == null || current == null) {
      throw new IllegalStateException("not open");
    }
    encoder.encode(current, ms, durationMs);
    encoded.incrementAndGet();
    lastMs = ms;
  }

  private PictureFitter fitter() {
    if (fitter == null) {
      throw new IllegalStateException("not open");
    }
    return fitter;
  }

  @Override
  void finish() throws FFmpegException, IOException {
    if (encoder != null) {
      encoder.finish();
    }
  }

  @Override
  void free() {
    if (encoder != null) {
      encoder.close();
    }
    if (fitter != null) {
      fitter.close();
    }
  }

  @Override
  long reachedUs() {
    long ms = lastMs;
    return ms < 0 ? 0 : (ms + durationMs) * 1_000;
  }

  @Override
  RecorderStats.Track stats() {
    return new RecorderStats.Video(
        received.get(), encoded.get(), dropped(), repeated.get(), leftOut.get());
  }
}
