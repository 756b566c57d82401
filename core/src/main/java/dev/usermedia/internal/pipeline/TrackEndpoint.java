package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A track's end of the pipeline: what it wants of the source, its sinks and its counts. All fields
 * belong to the hub and are guarded by its lock.
 */
public final class TrackEndpoint {
  /** What the source does to its tracks; called on the event loop. */
  public interface Listener {
    /** The source cannot deliver for the time being, or can again. */
    void muted(boolean muted);

    /**
     * The first of the track's required constraints that it would break if the source ran so;
     * called on its work queue.
     */
    default Optional<String> conflict(SourceSettings next) {
      return Optional.empty();
    }

    /** The source runs otherwise, for another track or by somebody else's hand. */
    default void changed() {}

    /**
     * The device was let go while nobody uses it, or was opened again; called on its work queue.
     */
    default void relinquished(boolean relinquished) {}

    /** The source is gone for good. */
    void ended(SourceException cause);
  }

  private final Listener listener;
  private SourceSettings wanted;
  private TrackShape shape;
  private List<SinkEntry<VideoFrame>> videoSinks = List.of();
  private List<SinkEntry<AudioData>> audioSinks = List.of();
  private @Nullable Branch branch;
  private TrackCounts base = TrackCounts.NONE;
  private TrackCounts joined = TrackCounts.NONE;
  private final LatencyMeter latency = new LatencyMeter();

  TrackEndpoint(Listener listener, SourceSettings wanted, TrackShape shape) {
    this.listener = listener;
    this.wanted = wanted;
    this.shape = shape;
  }

  Listener listener() {
    return listener;
  }

  SourceSettings wanted() {
    return wanted;
  }

  TrackShape shape() {
    return shape;
  }

  void want(SourceSettings newWanted, TrackShape newShape) {
    wanted = newWanted;
    shape = newShape;
  }

  List<SinkEntry<VideoFrame>> videoSinks() {
    return videoSinks;
  }

  List<SinkEntry<AudioData>> audioSinks() {
    return audioSinks;
  }

  void setVideoSinks(List<SinkEntry<VideoFrame>> sinks) {
    videoSinks = List.copyOf(sinks);
  }

  void setAudioSinks(List<SinkEntry<AudioData>> sinks) {
    audioSinks = List.copyOf(sinks);
  }

  @Nullable Branch branch() {
    return branch;
  }

  /** Joins a branch, or none; counting goes on from where it was. */
  void join(@Nullable Branch newBranch) {
    base = counts();
    branch = newBranch;
    joined = newBranch == null ? TrackCounts.NONE : newBranch.counts();
  }

  TrackCounts counts() {
    Branch current = branch;
    return current == null ? base : base.plus(joined, current.counts());
  }

  /** Not guarded by the hub's lock. */
  LatencyMeter latency() {
    return latency;
  }
}
