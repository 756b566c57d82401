package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.SourceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of one source and the branches that they are in. Safe for use from any thread; the
 * hub's lock guards all of it.
 */
final class TrackSet {
  private final Object lock;
  private final Branches branches;
  private final DoubleSupplier sourceRate;
  private final IdleWatch idle;

  /** Guarded by lock. */
  private final List<TrackEndpoint> members = new ArrayList<>();

  /**
   * No tracks.
   *
   * @param sourceRate frames per second that the source delivers now; 0 if not known
   * @param idle told whether all tracks are disabled
   */
  TrackSet(Object lock, Branches branches, DoubleSupplier sourceRate, IdleWatch idle) {
    this.lock = lock;
    this.branches = branches;
    this.sourceRate = sourceRate;
    this.idle = idle;
  }

  void add(TrackEndpoint endpoint) {
    synchronized (lock) {
      members.add(endpoint);
      branches.place(endpoint, sourceRate.getAsDouble());
      idle.set(isIdle());
    }
  }

  /** A track that wants what another wants; none (null) if that one is gone. */
  @Nullable TrackEndpoint addLike(
      TrackEndpoint other, TrackEndpoint.Listener listener, boolean blank) {
    synchronized (lock) {
      if (!members.contains(other)) {
        return null;
      }
      TrackEndpoint endpoint =
          new TrackEndpoint(listener, other.wanted(), other.shape().withBlank(blank));
      add(endpoint);
      return endpoint;
    }
  }

  /** Takes a track away and ends its sinks; false if it is not there. */
  boolean remove(TrackEndpoint endpoint) {
    List<SinkEntry<?>> sinks = new ArrayList<>();
    synchronized (lock) {
      if (!members.remove(endpoint)) {
        return false;
      }
      branches.leave(endpoint);
      sinks.addAll(endpoint.videoSinks());
      sinks.addAll(endpoint.audioSinks());
      endpoint.setVideoSinks(List.of());
      endpoint.setAudioSinks(List.of());
      idle.set(isIdle());
    }
    sinks.forEach(SinkEntry::close);
    return true;
  }

  boolean contains(TrackEndpoint endpoint) {
    synchronized (lock) {
      return members.contains(endpoint);
    }
  }

  boolean isEmpty() {
    synchronized (lock) {
      return members.isEmpty();
    }
  }

  /** Whether there are tracks, all of them disabled. */
  boolean isIdle() {
    synchronized (lock) {
      return !members.isEmpty() && members.stream().allMatch(member -> member.shape().blank());
    }
  }

  List<TrackEndpoint> all() {
    synchronized (lock) {
      return List.copyOf(members);
    }
  }

  List<TrackEndpoint> allBut(TrackEndpoint endpoint) {
    return all().stream().filter(member -> member != endpoint).toList();
  }

  /** Tells all tracks that the device was let go, or opened again. */
  void tellRelinquished(boolean relinquished) {
    all().forEach(member -> member.listener().relinquished(relinquished));
  }

  /** What all tracks but one want. */
  List<SharedMode.Wish> wishesBut(TrackEndpoint endpoint) {
    return allBut(endpoint).stream()
        .map(member -> new SharedMode.Wish(member.wanted(), member.shape()))
        .toList();
  }

  /** Changes how a track's frames are made; what it wants of the source stays. */
  void reshape(TrackEndpoint endpoint, UnaryOperator<TrackShape> change) {
    synchronized (lock) {
      want(endpoint, endpoint.wanted(), change.apply(endpoint.shape()));
      idle.set(isIdle());
    }
  }

  /** Changes what a track wants of the source and how its frames are made. */
  void want(TrackEndpoint endpoint, SourceSettings wanted, TrackShape shape) {
    synchronized (lock) {
      boolean moves = members.contains(endpoint) && !shape.equals(endpoint.shape());
      if (moves) {
        branches.leave(endpoint);
      }
      endpoint.want(wanted, shape);
      if (moves) {
        branches.place(endpoint, sourceRate.getAsDouble());
      }
    }
  }

  /** The source runs otherwise. */
  void rebuild() {
    synchronized (lock) {
      branches.rebuild(members, sourceRate.getAsDouble());
    }
  }

  /** Replaces a track's sinks; false if the track is no longer there. */
  boolean videoSinks(TrackEndpoint endpoint, UnaryOperator<List<SinkEntry<VideoFrame>>> change) {
    synchronized (lock) {
      if (!members.contains(endpoint)) {
        return false;
      }
      endpoint.setVideoSinks(change.apply(new ArrayList<>(endpoint.videoSinks())));
      branches.refresh(endpoint);
      return true;
    }
  }

  /** Replaces a track's sinks; false if the track is no longer there. */
  boolean audioSinks(TrackEndpoint endpoint, UnaryOperator<List<SinkEntry<AudioData>>> change) {
    synchronized (lock) {
      if (!members.contains(endpoint)) {
        return false;
      }
      endpoint.setAudioSinks(change.apply(new ArrayList<>(endpoint.audioSinks())));
      branches.refresh(endpoint);
      return true;
    }
  }

  /** What became of a track's frames. */
  TrackCounts counts(TrackEndpoint endpoint) {
    synchronized (lock) {
      return endpoint.counts();
    }
  }
}
