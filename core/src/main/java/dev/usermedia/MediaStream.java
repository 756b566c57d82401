package dev.usermedia;

import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.loop.Listeners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A set of tracks that belong together. Safe for use from any thread.
 *
 * <p>{@link #addTrack} and {@link #removeTrack} fire no event: the events tell of changes that the
 * application did not make.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastream">Media Capture and Streams,
 *     MediaStream</a>
 */
public final class MediaStream {
  private final String id;
  private final Listeners<MediaStreamTrackEvent> addtrack = new Listeners<>(() -> {});
  private final Listeners<MediaStreamTrackEvent> removetrack = new Listeners<>(() -> {});

  /** Guarded by itself; a leaf. In the order of adding. */
  private final List<MediaStreamTrack> tracks = new ArrayList<>();

  /** A stream without tracks. */
  public MediaStream() {
    this(UUID.randomUUID().toString());
  }

  /** A stream that has a name elsewhere. */
  MediaStream(String id) {
    this.id = id;
  }

  /** A stream of the same tracks as another. */
  public MediaStream(MediaStream stream) {
    this(stream.getTracks());
  }

  /** A stream of these tracks. */
  public MediaStream(Collection<MediaStreamTrack> tracks) {
    this();
    for (MediaStreamTrack track : tracks) {
      addTrack(track);
    }
  }

  /** A UUID, unless another peer named the stream. */
  public String id() {
    return id;
  }

  /** Whether any track is live. */
  public boolean active() {
    return getTracks().stream().anyMatch(track -> track.readyState() == MediaStreamTrackState.LIVE);
  }

  public List<MediaStreamTrack> getAudioTracks() {
    return ofKind("audio");
  }

  public List<MediaStreamTrack> getVideoTracks() {
    return ofKind("video");
  }

  /** All tracks as they are now. */
  public List<MediaStreamTrack> getTracks() {
    synchronized (tracks) {
      return List.copyOf(tracks);
    }
  }

  /** The track with the id, if the stream has it. */
  public Optional<MediaStreamTrack> getTrackById(String trackId) {
    return getTracks().stream().filter(track -> track.id().equals(trackId)).findFirst();
  }

  /** Adds a track; one that is there already is not added again. */
  public void addTrack(MediaStreamTrack track) {
    synchronized (tracks) {
      if (!tracks.contains(track)) {
        tracks.add(track);
      }
    }
  }

  /** Takes a track out, which goes on living. */
  public void removeTrack(MediaStreamTrack track) {
    synchronized (tracks) {
      tracks.remove(track);
    }
  }

  /** A stream with another id and clones of all tracks. */
  @Override
  @SuppressWarnings({"MissingSuperCall", "CloneDeclaresCloneNotSupported"}) // the Web's clone()
  public MediaStream clone() {
    return new MediaStream(getTracks().stream().map(MediaStreamTrack::clone).toList());
  }

  /** Listens for tracks that come without the application's doing. */
  public Registration onaddtrack(Consumer<MediaStreamTrackEvent> listener) {
    return addtrack.add(listener);
  }

  /** Listens for tracks that go without the application's doing. */
  public Registration onremovetrack(Consumer<MediaStreamTrackEvent> listener) {
    return removetrack.add(listener);
  }

  /** On the event loop: a track has come. */
  void fireAdded(MediaStreamTrack track, EventLoop loop) {
    addtrack.fire(event("addtrack", track), loop);
  }

  /** On the event loop: a track has gone. */
  void fireRemoved(MediaStreamTrack track, EventLoop loop) {
    removetrack.fire(event("removetrack", track), loop);
  }

  private static MediaStreamTrackEvent event(String type, MediaStreamTrack track) {
    return new MediaStreamTrackEvent(type, new MediaStreamTrackEventInit(track));
  }

  private List<MediaStreamTrack> ofKind(String kind) {
    return getTracks().stream().filter(track -> track.kind().equals(kind)).toList();
  }
}
