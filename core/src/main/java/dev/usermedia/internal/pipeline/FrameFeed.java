package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source that delivers what it is given. Everything but the questions is called on the hub's work
 * queue, so that nothing ever waits for a delivery.
 */
public final class FrameFeed implements Source {
  /** Frames that the rate is estimated over. */
  private static final int RATE_FRAMES = 16;

  private final Runnable closed;
  private final long[] recentUs = new long[RATE_FRAMES];
  private long frames;
  private @Nullable SourceOutput output;

  private volatile @Nullable VideoLayout latest;
  private volatile double frameRate;

  /**
   * A source.
   *
   * @param closed called when there is nobody left to deliver to
   */
  public FrameFeed(Runnable closed) {
    this.closed = closed;
  }

  @Override
  public void start(SourceSettings settings, SourceOutput newOutput) {
    output = newOutput;
  }

  @Override
  public void reconfigure(SourceSettings settings) {}

  @Override
  public void close() {
    output = null;
    closed.run();
  }

  /** Whether there are tracks to deliver to. */
  public boolean isOpen() {
    return output != null;
  }

  /** Delivers a frame, which the caller closes. */
  public void deliver(VideoFrame frame) {
    SourceOutput to = output;
    if (to == null) {
      return;
    }
    latest = frame.layout();
    long oldestUs = recentUs[(int) (frames % RATE_FRAMES)];
    recentUs[(int) (frames % RATE_FRAMES)] = frame.timestampUs();
    if (frames == 0) {
      Arrays.fill(recentUs, frame.timestampUs());
      oldestUs = frame.timestampUs();
    }
    long spanUs = frame.timestampUs() - oldestUs;
    long intervals = Math.min(frames, RATE_FRAMES);
    frameRate = spanUs > 0 ? intervals * 1e6 / spanUs : 0;
    frames++;
    to.video(frame);
  }

  /** Delivers a chunk of sound, which the caller closes. */
  public void deliver(AudioData data) {
    SourceOutput to = output;
    if (to != null) {
      to.audio(data);
    }
  }

  /** The source cannot deliver for the time being, or can again. */
  public void muted(boolean muted) {
    SourceOutput to = output;
    if (to != null) {
      to.muted(muted);
    }
  }

  /** Ends all tracks; nothing is delivered from now on. */
  public void end(SourceException cause) {
    SourceOutput to = output;
    output = null;
    if (to != null) {
      to.ended(cause);
    }
    closed.run();
  }

  /** How the latest frame lies in memory; none before the first. */
  public Optional<VideoLayout> latest() {
    return Optional.ofNullable(latest);
  }

  /** Frames per second of late, by their timestamps; 0 while unknown. */
  public double frameRate() {
    return frameRate;
  }
}
