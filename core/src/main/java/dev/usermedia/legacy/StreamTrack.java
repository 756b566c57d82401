package dev.usermedia.legacy;

import dev.usermedia.DOMException;
import dev.usermedia.Event;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.Registration;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A track that may be made before its source is opened: what {@link AudioStreamTrack} and {@link
 * VideoStreamTrack} have in common. Once it is opened, {@link #track} is the real one. Safe for use
 * from any thread; events are fired on the context's event loop.
 *
 * @deprecated {@link MediaStreamTrack}, which {@code getUserMedia} makes
 */
@Deprecated
public abstract sealed class StreamTrack permits AudioStreamTrack, VideoStreamTrack {
  private final MediaTrackConstraints constraints;
  private final List<Consumer<Event>> started = new CopyOnWriteArrayList<>();
  private final List<Consumer<Event>> overconstrained = new CopyOnWriteArrayList<>();

  /** Guards the fields below; a leaf. */
  private final Object lock = new Object();

  private Phase phase = Phase.NEW;
  private @Nullable Bound bound;

  private enum Phase {
    NEW,
    BINDING,
    BOUND,
    STOPPED
  }

  private record Bound(MediaContext context, MediaStreamTrack track) {}

  StreamTrack(MediaTrackConstraints constraints) {
    this.constraints = constraints;
  }

  /** How far the track is. */
  public final StreamTrackState readyState() {
    synchronized (lock) {
      return switch (phase) {
        case NEW, BINDING -> StreamTrackState.NEW;
        case STOPPED -> StreamTrackState.ENDED;
        case BOUND ->
            bound != null && bound.track.readyState() == MediaStreamTrackState.LIVE
                ? StreamTrackState.LIVE
                : StreamTrackState.ENDED;
      };
    }
  }

  /** The real track, once its source was opened. */
  public final Optional<MediaStreamTrack> track() {
    synchronized (lock) {
      return Optional.ofNullable(bound).map(Bound::track);
    }
  }

  /** Listens for the track leaving the state {@code new} for {@code live}. */
  public final Registration onstarted(Consumer<Event> listener) {
    started.add(listener);
    return () -> started.remove(listener);
  }

  /** Listens for constraints that the source cannot satisfy. */
  public final Registration onoverconstrained(Consumer<Event> listener) {
    overconstrained.add(listener);
    return () -> overconstrained.remove(listener);
  }

  /**
   * Applies constraints without waiting; if the source cannot satisfy them, {@code overconstrained}
   * is fired. The track is then as it was before; it was muted at the time.
   *
   * @throws DOMException {@code InvalidStateError} if its source was not opened yet
   */
  public final void applyConstraints(MediaTrackConstraints newConstraints) {
    Bound current;
    synchronized (lock) {
      current = bound;
    }
    if (current == null) {
      throw new DOMException("the track has no source yet", "InvalidStateError");
    }
    var _ =
        current
            .track
            .applyConstraintsAsync(newConstraints)
            .whenComplete(
                (done, failure) -> {
                  if (failure instanceof OverconstrainedError
                      || (failure instanceof CompletionException
                          && failure.getCause() instanceof OverconstrainedError)) {
                    fire(current.context, overconstrained, "overconstrained");
                  }
                });
  }

  /** Ends the track for good, opened or not. */
  public final void stop() {
    Bound current;
    synchronized (lock) {
      current = bound;
      phase = phase == Phase.BOUND ? Phase.BOUND : Phase.STOPPED;
    }
    if (current != null) {
      current.track.stop();
    }
  }

  /** The constraints to open with, if nobody opens the track yet. */
  final MediaTrackConstraints beginBinding() {
    synchronized (lock) {
      if (phase != Phase.NEW) {
        throw new DOMException("the track is not new", "InvalidStateError");
      }
      phase = Phase.BINDING;
      return constraints;
    }
  }

  final void cancelBinding() {
    synchronized (lock) {
      phase = phase == Phase.BINDING ? Phase.NEW : phase;
    }
  }

  /** On the loop: the source was opened; a track that was stopped meanwhile stays so. */
  final void bind(MediaContext context, MediaStreamTrack track) {
    boolean stopped;
    synchronized (lock) {
      stopped = phase == Phase.STOPPED;
      bound = new Bound(context, track);
      phase = Phase.BOUND;
    }
    if (stopped) {
      track.stop();
    } else {
      fire(context, started, "started");
    }
  }

  /** The track is live already; whoever listens by the next task is told that it has started. */
  final void adopt(MediaContext context, MediaStreamTrack track, String kind) {
    if (!track.kind().equals(kind)) {
      throw new IllegalArgumentException("a track of " + track.kind() + " for one of " + kind);
    }
    synchronized (lock) {
      bound = new Bound(context, track);
      phase = Phase.BOUND;
    }
    context.eventLoop().execute(() -> fire(context, started, "started"));
  }

  /**
   * Each listener in a task of its own, so that a failure of one is reported and harms no other.
   */
  private void fire(MediaContext context, List<Consumer<Event>> listeners, String type) {
    Event event = new Event(type, this);
    listeners.forEach(listener -> context.eventLoop().execute(() -> listener.accept(event)));
  }
}
