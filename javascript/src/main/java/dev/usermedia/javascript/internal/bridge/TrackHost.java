package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.ContentHint;
import dev.usermedia.Event;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackAudioStats;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A track as a script may use it. */
public final class TrackHost {
  private final MediaStreamTrack track;
  private final MediaHost media;
  private @Nullable Value peer;

  TrackHost(MediaStreamTrack track, MediaHost media) {
    this.track = track;
    this.media = media;
  }

  MediaStreamTrack track() {
    return track;
  }

  /** The script's object for this track; undefined until {@link #setPeer}. */
  @Export
  public Object peer() {
    return peer == null ? media.undefined() : peer;
  }

  @Export
  public void setPeer(Value newPeer) {
    peer = newPeer;
  }

  @Export
  public String id() {
    return track.id();
  }

  @Export
  public String kind() {
    return track.kind();
  }

  @Export
  public String label() {
    return track.label();
  }

  @Export
  public boolean enabled() {
    return track.enabled();
  }

  @Export
  public void setEnabled(boolean enabled) {
    track.enabled(enabled);
  }

  @Export
  public boolean muted() {
    return track.muted();
  }

  @Export
  public String readyState() {
    return track.readyState().value();
  }

  @Export
  public TrackHost copy() {
    return media.host(track.clone());
  }

  /** Moves the track into a {@link Parcel}: this one is ended from now on. */
  @Export
  public MediaStreamTrack handle() {
    return media.answers().get(() -> track.transfer(media.context()));
  }

  /** The track, for who reads its frames, which may be another script. */
  @Export
  public TrackReference reference() {
    return new TrackReference(track);
  }

  @Export
  public void stop() {
    track.stop();
  }

  @Export
  public Value getCapabilities() {
    return media.trees().object(track.getCapabilities().toMap());
  }

  @Export
  public Value getConstraints() {
    return media.trees().object(track.getConstraints().toMap());
  }

  @Export
  public Value getSettings() {
    return media.trees().object(track.getSettings().toMap());
  }

  /** Constraints are a dictionary that the script's side has converted. */
  @Export
  public void applyConstraints(Value constraints, Value resolve, Value reject) {
    media
        .answers()
        .settle(
            () ->
                track.applyConstraintsAsync(MediaTrackConstraints.fromMap(Trees.map(constraints))),
            _ -> media.undefined(),
            resolve,
            reject);
  }

  /**
   * Counters under the names of the Web, as they are now. Asked for on another thread: on the
   * loop's they would stand still for a whole task of the loop, of which a script's microtasks are
   * many.
   */
  @Export
  public Value stats() {
    return media
        .trees()
        .object(
            CompletableFuture.supplyAsync(() -> track.stats().toJSON(), Thread::startVirtualThread)
                .join());
  }

  /** Measures the latencies of an audio track anew. */
  @Export
  public void resetLatency() {
    if (track.stats() instanceof MediaStreamTrackAudioStats audio) {
      audio.resetLatency();
    }
  }

  @Export
  public String contentHint() {
    return track.contentHint().value();
  }

  /** What is no hint, or one for the other kind of track, is passed over. */
  @Export
  public void setContentHint(String value) {
    Arrays.stream(ContentHint.values())
        .filter(hint -> hint.value().equals(value))
        .findFirst()
        .ifPresent(track::contentHint);
  }

  /** Listens for {@code mute}, {@code unmute} or {@code ended}. */
  @Export
  public void on(String type, Value listener) {
    Consumer<Event> fire = _ -> listener.executeVoid();
    var _ =
        switch (type) {
          case "mute" -> track.onmute(fire);
          case "unmute" -> track.onunmute(fire);
          case "ended" -> track.onended(fire);
          default -> throw new IllegalArgumentException("no event " + type + " of a track");
        };
  }
}
