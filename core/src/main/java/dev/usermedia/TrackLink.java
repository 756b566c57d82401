package dev.usermedia;

import dev.usermedia.internal.pipeline.TrackEndpoint;
import dev.usermedia.internal.pipeline.TrackSource;
import dev.usermedia.spi.SourceException;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a source to a track without keeping the track alive, unless it is pinned by listeners
 * or sinks; and lets the source go when the track is dropped.
 */
final class TrackLink implements TrackEndpoint.Listener {
  private static final boolean TRACKED = "track".equals(System.getProperty("usermedia.leaks"));
  private static final Cleaner CLEANER = Cleaner.create();
  private static final System.Logger LOG = System.getLogger("dev.usermedia.leaks");

  private final String label;
  private final Set<TrackLink> registry;
  private final @Nullable Throwable taken = TRACKED ? new Throwable("taken here") : null;

  /** Guards pins; a leaf. */
  private final IdentityHashMap<Object, MediaStreamTrack> pins = new IdentityHashMap<>();

  private volatile WeakReference<@Nullable MediaStreamTrack> track = new WeakReference<>(null);
  private volatile MediaStreamTrackState readyState = MediaStreamTrackState.LIVE;
  private volatile boolean muted;
  private volatile @Nullable TrackSource source;

  /**
   * A link that is in the registry for as long as it is live.
   *
   * @param registry a concurrent set
   */
  @SuppressWarnings("this-escape") // into a set that only asks it to stop
  TrackLink(String label, Set<TrackLink> registry) {
    this.label = label;
    this.registry = registry;
    registry.add(this);
  }

  /** Once, before the track is handed out. The source may have muted or ended the link already. */
  void connect(TrackSource newSource) {
    source = newSource;
    if (readyState == MediaStreamTrackState.ENDED) {
      newSource.stop();
    }
  }

  /** Once, before the track is handed out. */
  void attach(MediaStreamTrack newTrack) {
    track = new WeakReference<>(newTrack);
    CLEANER.register(newTrack, this::abandoned);
  }

  TrackSource source() {
    TrackSource connected = source;
    if (connected == null) {
      throw new IllegalStateException("not connected yet");
    }
    return connected;
  }

  MediaStreamTrackState readyState() {
    return readyState;
  }

  boolean muted() {
    return muted;
  }

  /** Keeps the track from being collected for a reason, or no longer for that reason. */
  void pin(Object reason, @Nullable MediaStreamTrack pinned) {
    synchronized (pins) {
      if (pinned == null || readyState == MediaStreamTrackState.ENDED) {
        pins.remove(reason);
      } else {
        pins.put(reason, pinned);
      }
    }
  }

  void stop() {
    end();
  }

  /** A link for a clone; one whose source is gone is ended. */
  TrackLink share(boolean blank) {
    TrackLink copy = new TrackLink(label, registry);
    copy.muted = muted;
    TrackSource shared = source().share(blank, copy);
    copy.connect(shared == null ? source() : shared);
    if (shared == null || readyState == MediaStreamTrackState.ENDED) {
      copy.stop();
    }
    return copy;
  }

  /** True if it was live until now. */
  private boolean end() {
    synchronized (pins) {
      if (readyState == MediaStreamTrackState.ENDED) {
        return false;
      }
      readyState = MediaStreamTrackState.ENDED;
      pins.clear();
    }
    registry.remove(this);
    TrackSource connected = source;
    if (connected != null) {
      connected.stop();
    }
    return true;
  }

  private void abandoned() {
    if (end()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the track of "
              + label
              + " was dropped without stop(); its source is let go now"
              + (taken == null ? " (-Dusermedia.leaks=track says where it was taken)" : ""),
          taken);
    }
  }

  @Override
  public void muted(boolean nowMuted) {
    if (muted != nowMuted && readyState == MediaStreamTrackState.LIVE) {
      muted = nowMuted;
      MediaStreamTrack target = track.get();
      if (target != null) {
        target.fireMuted(nowMuted);
      }
    }
  }

  @Override
  public void ended(SourceException cause) {
    MediaStreamTrack target = track.get(); // before end() lets the pins go
    if (end()) {
      LOG.log(System.Logger.Level.DEBUG, "the track of " + label + " ended", cause);
      if (target != null) {
        target.fireEnded();
      }
    }
  }
}
