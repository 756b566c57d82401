package dev.usermedia;

import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.pipeline.TrackEndpoint;
import dev.usermedia.internal.pipeline.TrackSource;
import dev.usermedia.internal.privacy.CaptureRecord;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceSettings;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a source to a track without keeping the track alive, unless it is pinned by listeners
 * or sinks; and lets the source go when the track is dropped.
 */
final class TrackLink implements TrackEndpoint.Listener {
  private static final boolean TRACKED = "track".equals(System.getProperty("usermedia.leaks"));
  private static final Cleaner CLEANER = Cleaner.create();

  private final String label;
  private final Home home;
  private final @Nullable Visit visit;
  private final @Nullable Throwable taken = TRACKED ? new Throwable("taken here") : null;

  /** Guards itself, captured and changes of readyState; a leaf. */
  private final IdentityHashMap<Object, MediaStreamTrack> pins = new IdentityHashMap<>();

  /** Of the track's event loop: the source changed and the track was not told. */
  private boolean isChangeUntold;

  private volatile WeakReference<@Nullable MediaStreamTrack> track = new WeakReference<>(null);
  private volatile MediaStreamTrackState readyState = MediaStreamTrackState.LIVE;
  private boolean captured;
  private volatile boolean muted;
  private volatile @Nullable TrackSource source;

  /** Lets the source go when the track is dropped; gone once it has been let go. */
  private volatile Cleaner.@Nullable Cleanable dropped;

  /**
   * Where a link belongs.
   *
   * @param registry the context's live links; a concurrent set
   * @param capture of what, unless it is of nothing that a person is to know of
   */
  record Home(Set<TrackLink> registry, MediaKind kind, Optional<Capture> capture) {}

  /**
   * A device that is captured.
   *
   * @param record is told of the link's life
   * @param permission what the capture stands on
   */
  record Capture(CaptureRecord record, PermissionName permission, String deviceId) {}

  /**
   * Where the track of a link lives if not in the context that has the source: its events are fired
   * there, and it stops when that context is closed.
   *
   * @param visitors that context's links to sources elsewhere; a concurrent set
   */
  record Visit(EventLoop loop, Set<TrackLink> visitors) {}

  /** A link that is in its context's registry for as long as it is live. */
  TrackLink(String label, Home home) {
    this(label, home, null);
  }

  @SuppressWarnings("this-escape") // into sets that only ask it to stop
  private TrackLink(String label, Home home, @Nullable Visit visit) {
    this.label = label;
    this.home = home;
    this.visit = visit;
    home.registry.add(this);
    if (visit != null) {
      visit.visitors.add(this);
    }
  }

  /** Once, before the track is handed out. The source may have muted or ended the link already. */
  void connect(TrackSource newSource) {
    boolean live;
    synchronized (pins) {
      source = newSource;
      live = readyState == MediaStreamTrackState.LIVE;
      captured = live;
    }
    if (live) {
      home.capture.ifPresent(it -> it.record.started(home.kind, it.deviceId));
    } else {
      newSource.stop();
    }
  }

  /** Once, before the track is handed out: nothing comes from the source yet. */
  void startMuted() {
    muted = true;
  }

  /** What the link's track carries. */
  MediaKind kind() {
    return home.kind;
  }

  /** Whether it ends once a permission is taken back. */
  boolean standsOn(PermissionName permission) {
    return home.capture.filter(it -> it.permission == permission).isPresent();
  }

  /** Whether a live track stands on the source: this link's, or a clone of it. */
  boolean isSourceLive() {
    return home.registry.stream().anyMatch(this::hasSourceOf);
  }

  /**
   * Whether the two come from one opening: one is a clone of the other, or they have an ancestor.
   */
  @SuppressWarnings("ReferenceEquality") // clones share their home; equal ones may be strangers
  private boolean hasSourceOf(TrackLink other) {
    return home == other.home;
  }

  /** Once, before the track is handed out. */
  void attach(MediaStreamTrack newTrack) {
    track = new WeakReference<>(newTrack);
    newTrack.settle(); // changes until now were told to nobody
    dropped = CLEANER.register(newTrack, this::abandoned);
    if (readyState == MediaStreamTrackState.ENDED) {
      forget();
    }
  }

  /** The cleaner holds all that the source leads to: the device, the context and its listeners. */
  private void forget() {
    Cleaner.Cleanable registered = dropped;
    if (registered != null) {
      dropped = null;
      registered.clean(); // finds that it has ended
    }
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
    return share(blank, visit);
  }

  /** A link for the same track elsewhere, upon which this one ends without an event. */
  TrackLink moveTo(Visit destination, boolean blank) {
    TrackLink moved = share(blank, destination);
    end();
    return moved;
  }

  private TrackLink share(boolean blank, @Nullable Visit where) {
    TrackLink copy = new TrackLink(label, home, where);
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
    boolean recorded;
    synchronized (pins) {
      if (readyState == MediaStreamTrackState.ENDED) {
        return false;
      }
      readyState = MediaStreamTrackState.ENDED;
      pins.clear();
      recorded = captured;
    }
    home.registry.remove(this);
    if (visit != null) {
      visit.visitors.remove(this);
    }
    if (recorded) {
      home.capture.ifPresent(it -> it.record.stopped(home.kind, it.deviceId));
    }
    TrackSource connected = source;
    if (connected != null) {
      connected.stop();
    }
    forget();
    return true;
  }

  private void abandoned() {
    if (end()) {
      log()
          .log(
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
    onItsLoop(() -> mute(nowMuted));
  }

  private void mute(boolean nowMuted) {
    if (muted != nowMuted && readyState == MediaStreamTrackState.LIVE) {
      muted = nowMuted;
      MediaStreamTrack target = track.get();
      if (target != null) {
        target.fireMuted(nowMuted);
      }
      tellChange();
    }
  }

  @Override
  public Optional<String> conflict(SourceSettings next) {
    MediaStreamTrack target = track.get();
    return target == null ? Optional.empty() : target.conflict(next);
  }

  @Override
  public void changed() {
    onItsLoop(
        () -> {
          isChangeUntold = true;
          tellChange();
        });
  }

  /** On the track's event loop: what changed while it was muted is told when it no longer is. */
  private void tellChange() {
    MediaStreamTrack target = track.get();
    if (muted || !isChangeUntold || target == null) {
      return;
    }
    isChangeUntold = false;
    if (readyState == MediaStreamTrackState.LIVE) {
      target.configurationChanged();
    }
  }

  @Override
  public void relinquished(boolean relinquished) {
    home.capture.ifPresent(it -> it.record.relinquished(home.kind, it.deviceId, relinquished));
  }

  @Override
  public void ended(SourceException cause) {
    endedByUserAgent(cause);
  }

  /** On the source's event loop: ends the track for a reason other than stop(), with an event. */
  void endedByUserAgent(Exception cause) {
    onItsLoop(() -> endWithEvent(cause));
  }

  /** The context of the source is closed: a visitor elsewhere is told, others are not. */
  void contextClosed() {
    Visit abroad = visit;
    MediaStreamTrack target = track.get(); // before end() lets the pins go
    if (end() && abroad != null && target != null) {
      boolean _ = abroad.loop.queue(target::fireEnded);
    }
  }

  private void onItsLoop(Runnable task) {
    if (visit == null) {
      task.run();
    } else {
      boolean _ = visit.loop.queue(task); // a closed context has stopped its tracks
    }
  }

  private void endWithEvent(Exception cause) {
    MediaStreamTrack target = track.get(); // before end() lets the pins go
    if (end()) {
      log().log(System.Logger.Level.DEBUG, "the track of " + label + " ended", cause);
      if (target != null) {
        target.fireEnded();
      }
    }
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.leaks");
  }
}
