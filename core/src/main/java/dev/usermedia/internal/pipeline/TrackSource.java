package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.SourceSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A track's hold on a source, of whichever kind. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#track-source-tie">Media Capture and
 *     Streams, source</a>
 */
public interface TrackSource {
  /** Lets the source go; twice is harmless. */
  void stop();

  /**
   * Changes what the track wants. Fails with a {@link dev.usermedia.spi.SourceException}, then all
   * is as before.
   */
  CompletableFuture<@Nullable Void> reshape(SourceSettings wanted, TrackShape shape);

  /**
   * How the source runs now, for all of its tracks and with what others changed on the device; null
   * if it does not run.
   */
  @Nullable SourceSettings running();

  /** Makes frames black or silent, or lets them be. */
  void blank(boolean blank);

  /** Scales pictures so that edges stay sharp, or fast. */
  void sharpen(boolean sharp);

  /** Replaces the sinks of a video track; false if the source was let go. */
  boolean videoSinks(UnaryOperator<List<SinkEntry<VideoFrame>>> change);

  /** Replaces the sinks of an audio track; false if the source was let go. */
  boolean audioSinks(UnaryOperator<List<SinkEntry<AudioData>>> change);

  /** A second hold on the same source with the same settings; null if the source was let go. */
  @Nullable TrackSource share(boolean blank, TrackEndpoint.Listener listener);

  /** What became of the track's frames. */
  TrackCounts counts();

  /** How long the track's sound is under way. */
  LatencyMeter latency();

  /**
   * Whether the calling thread is delivering frames of this source, where waiting would deadlock.
   */
  boolean isDelivering();
}
