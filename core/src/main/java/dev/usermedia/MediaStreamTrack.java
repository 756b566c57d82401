package dev.usermedia;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.loop.Listeners;
import dev.usermedia.spi.SourceSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One camera's pictures or one microphone's sound, shaped by constraints.
 *
 * <p>Safe for use from any thread. Events are fired on the context's event loop. A track that is
 * dropped without {@link #stop} is found when it is collected, stopped, and reported; one that has
 * sinks or listeners is not collected while it is live.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastreamtrack">Media Capture and
 *     Streams, MediaStreamTrack</a>
 */
public final class MediaStreamTrack {
  /** The inherent constrainable properties, which an ended track keeps. */
  private static final List<ConstrainableProperty> INHERENT =
      List.of(
          ConstrainableProperty.DEVICE_ID,
          ConstrainableProperty.FACING_MODE,
          ConstrainableProperty.GROUP_ID);

  private final EventLoop loop;
  private final String id;
  private final MediaKind kind;
  private final String label;
  private final Listeners<Event> mute = new Listeners<>(this::listenersChanged);
  private final Listeners<Event> unmute = new Listeners<>(this::listenersChanged);
  private final Listeners<Event> ended = new Listeners<>(this::listenersChanged);
  private final Listeners<Event> configurationchange = new Listeners<>(this::listenersChanged);
  private final TrackLink link;
  private final ConstrainedState state;
  private final TrackSinks sinks;
  private final MediaStreamTrackStats stats;

  /** Guards switches with what they do to the source; a lock above the hub's. */
  private final Object switching = new Object();

  /** Guarded by switching: it went on elsewhere. */
  private boolean detached;

  private volatile boolean enabled;
  private volatile ContentHint contentHint = ContentHint.NONE;

  /**
   * A live track on a source.
   *
   * @param link leads from the source to the track and back
   */
  MediaStreamTrack(
      EventLoop loop,
      MediaKind kind,
      String label,
      boolean enabled,
      ConstrainedState state,
      TrackLink link) {
    this(loop, UUID.randomUUID().toString(), kind, label, enabled, state, link);
  }

  @SuppressWarnings("this-escape") // into what only looks at it when asked to
  private MediaStreamTrack(
      EventLoop loop,
      String id,
      MediaKind kind,
      String label,
      boolean enabled,
      ConstrainedState state,
      TrackLink link) {
    this.loop = loop;
    this.id = id;
    this.kind = kind;
    this.label = label;
    this.enabled = enabled;
    this.state = state;
    this.link = link;
    this.sinks = new TrackSinks(this);
    FrameCounts counts = new FrameCounts(loop, link::source);
    this.stats =
        kind == MediaKind.VIDEO
            ? new MediaStreamTrackVideoStats(counts)
            : new MediaStreamTrackAudioStats(counts);
  }

  /** {@code "audio"} or {@code "video"}. */
  public String kind() {
    return kind.value();
  }

  /** A UUID. */
  public String id() {
    return id;
  }

  /** What a person calls the source. */
  public String label() {
    return label;
  }

  /** Whether the track renders its source; if not, pictures are black and sound is silent. */
  public boolean enabled() {
    return enabled;
  }

  /** Switches the track; takes effect with the next frame. */
  public void enabled(boolean nowEnabled) {
    synchronized (switching) {
      enabled = nowEnabled;
      link.source().blank(!nowEnabled);
    }
  }

  /** What the application said of the content; {@link ContentHint#NONE} unless it said. */
  public ContentHint contentHint() {
    return contentHint;
  }

  /**
   * Says what the content is. A hint for the other kind of track is ignored, as on the Web.
   *
   * <p>Of pictures, {@code DETAIL} and {@code TEXT} keep edges sharp when they are scaled, from the
   * next frame on. Of sound, the hint turns processing on or off where the constraints say nothing
   * about it. Consumers of the track read the hint to choose what to give up.
   */
  public void contentHint(ContentHint hint) {
    if (!hint.appliesTo(kind)) {
      return;
    }
    synchronized (switching) {
      contentHint = hint;
      link.source().sharpen(hint.isOfDetail());
    }
    if (kind == MediaKind.AUDIO) {
      var _ =
          state
              .hint(hint, link)
              .exceptionally(
                  failure -> {
                    System.getLogger("dev.usermedia.tracks")
                        .log(
                            System.Logger.Level.WARNING,
                            "the hint " + hint + " of " + this,
                            failure);
                    return null;
                  });
    }
  }

  /** Whether the source cannot deliver for the time being. */
  public boolean muted() {
    return link.muted();
  }

  public MediaStreamTrackState readyState() {
    return link.readyState();
  }

  /** Listens for the source ceasing to deliver for the time being. */
  public Registration onmute(Consumer<Event> listener) {
    return mute.add(listener);
  }

  /** Listens for the source delivering again. */
  public Registration onunmute(Consumer<Event> listener) {
    return unmute.add(listener);
  }

  /** Listens for the track ending for any reason other than {@link #stop}. */
  public Registration onended(Consumer<Event> listener) {
    return ended.add(listener);
  }

  /**
   * Listens for settings changing by other means than {@link #applyConstraints}: somebody turned a
   * control of the device. While the track is muted, it waits until it no longer is.
   *
   * @see <a
   *     href="https://www.w3.org/TR/mediacapture-extensions/#exposing-mediastreamtrack-source-background-blur-capability-support">
   *     Exposing change of MediaStreamTrack configuration</a>
   */
  public Registration onconfigurationchange(Consumer<Event> listener) {
    return configurationchange.add(listener);
  }

  /** Another track on the same source, with the same constraints and settings. */
  @Override
  @SuppressWarnings({"MissingSuperCall", "CloneDeclaresCloneNotSupported"}) // the Web's clone()
  public MediaStreamTrack clone() {
    synchronized (switching) {
      TrackLink copy = link.share(!enabled);
      MediaStreamTrack track =
          new MediaStreamTrack(loop, kind, label, enabled, state.copy(loop), copy);
      track.contentHint = contentHint;
      copy.attach(track);
      return track;
    }
  }

  /**
   * Moves the track to another context: the track that is returned has the same id and goes on with
   * the same source, settings, constraints and hint, its events are fired on that context's event
   * loop, and it stops when that context is closed. This one is ended from now on, without an
   * event, and so are its sinks. No frame is lost between the two.
   *
   * <p>The source stays in the care of the context that opened it: its indicators and permissions
   * count, and when it is closed the track ends, with an event. A track that has ended may be
   * transferred, and is ended there too.
   *
   * @throws DOMException {@code DataCloneError} if this track was transferred before; {@code
   *     InvalidStateError} if the other context is closed
   * @see <a href="https://www.w3.org/TR/mediacapture-extensions/#transferable-mediastreamtrack">
   *     Media Capture and Streams Extensions, Transferable MediaStreamTrack</a>
   */
  public MediaStreamTrack transfer(MediaContext destination) {
    TrackLink.Visit visit = destination.mediaDevices().visit();
    synchronized (switching) {
      if (detached) {
        throw new DOMException("the track was transferred before", "DataCloneError");
      }
      detached = true;
      ConstrainedState moved = state.copy(destination.loop());
      TrackLink itsLink = link.moveTo(visit, !enabled);
      MediaStreamTrack track =
          new MediaStreamTrack(destination.loop(), id, kind, label, enabled, moved, itsLink);
      track.contentHint = contentHint;
      itsLink.attach(track);
      return track;
    }
  }

  /** Ends the track and lets its source go; fires no event. Twice is harmless. */
  public void stop() {
    link.stop();
  }

  /** What the track can be constrained to. */
  public MediaTrackCapabilities getCapabilities() {
    return state.capabilities();
  }

  /** What was last applied with success. */
  public MediaTrackConstraints getConstraints() {
    return state.constraints();
  }

  /** What the track is set to; of an ended track, what it inherently is. */
  public MediaTrackSettings getSettings() {
    MediaTrackSettings settings = state.settings();
    return readyState() == MediaStreamTrackState.LIVE ? settings : inherent(settings);
  }

  /**
   * Replaces all constraints. Returns once the source accepts them; they are effective within two
   * frames. On failure everything is as before.
   *
   * @throws OverconstrainedError if the source cannot satisfy them
   * @throws DOMException {@code InvalidStateError} if called where it would block the event loop or
   *     the delivery of frames; {@link #applyConstraintsAsync} may be called anywhere
   */
  public void applyConstraints(MediaTrackConstraints constraints) {
    if (isDelivering()) {
      throw new DOMException(
          "applyConstraints would block the delivery of frames; call applyConstraintsAsync there",
          "InvalidStateError");
    }
    loop.checkMayBlock("applyConstraints");
    EventLoop.await(applyConstraintsAsync(constraints), "applyConstraints");
  }

  /**
   * {@link #applyConstraints} without waiting. Several calls take effect in their order. On an
   * ended track it succeeds at once, as the specification says.
   */
  public CompletableFuture<Void> applyConstraintsAsync(MediaTrackConstraints constraints) {
    if (readyState() == MediaStreamTrackState.ENDED) {
      return CompletableFuture.completedFuture(null);
    }
    return state.apply(constraints, link);
  }

  /**
   * What became of the track's frames. Always the same object, and there for tracks of every
   * source, while the Web has it for devices and displays only.
   */
  public MediaStreamTrackStats stats() {
    return stats;
  }

  /**
   * Adds a consumer of pictures.
   *
   * @throws IllegalStateException if this is an audio track
   * @throws DOMException {@code InvalidStateError} if the track has ended
   */
  public SinkRegistration addVideoSink(Delivery delivery, VideoSink sink) {
    return addVideoSink(delivery, sink, () -> {});
  }

  /**
   * Adds a consumer of sound.
   *
   * @throws IllegalStateException if this is a video track
   * @throws DOMException {@code InvalidStateError} if the track has ended
   */
  public SinkRegistration addAudioSink(Delivery delivery, AudioSink sink) {
    return addAudioSink(delivery, sink, () -> {});
  }

  /** A consumer that is told, on whichever thread, once nothing more will be delivered to it. */
  SinkRegistration addVideoSink(Delivery delivery, VideoSink sink, Runnable closed) {
    return sinks.addVideo(delivery, sink, closed);
  }

  /** A consumer that is told, on whichever thread, once nothing more will be delivered to it. */
  SinkRegistration addAudioSink(Delivery delivery, AudioSink sink, Runnable closed) {
    return sinks.addAudio(delivery, sink, closed);
  }

  @Override
  public String toString() {
    return "MediaStreamTrack[" + kind + " " + label + ", " + readyState().value() + "]";
  }

  TrackLink link() {
    return link;
  }

  EventLoop loop() {
    return loop;
  }

  /**
   * Whether the calling thread is delivering frames of the source, where waiting would deadlock.
   */
  boolean isDelivering() {
    return link.source().isDelivering();
  }

  // ---- on the event loop, from the link ----

  void fireMuted(boolean muted) {
    (muted ? mute : unmute).fire(new Event(muted ? "mute" : "unmute", this), loop);
  }

  void fireEnded() {
    ended.fire(new Event("ended", this), loop);
  }

  /** Before anybody has the track: its settings are what the source runs with. */
  void settle() {
    boolean _ = state.update(link);
  }

  /** The first required constraint that the track would break if its source ran so. */
  Optional<String> conflict(SourceSettings next) {
    return state.conflict(next);
  }

  /** The steps of a change of configuration; the track is live and not muted. */
  void configurationChanged() {
    if (state.update(link)) {
      configurationchange.fire(new Event("configurationchange", this), loop);
    }
  }

  private void listenersChanged() {
    boolean unheard =
        Stream.of(mute, unmute, ended, configurationchange).allMatch(Listeners::isEmpty);
    link.pin("listeners", unheard ? null : this);
  }

  private static MediaTrackSettings inherent(MediaTrackSettings settings) {
    MediaTrackSettings.Builder kept = MediaTrackSettings.builder();
    for (ConstrainableProperty property : INHERENT) {
      settings.get(property).ifPresent(value -> kept.set(property, value));
    }
    return kept.build();
  }
}
