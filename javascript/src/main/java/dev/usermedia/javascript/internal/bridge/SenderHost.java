package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaStreamTrack;
import dev.usermedia.webrtc.RTCRtpSendParameters;
import dev.usermedia.webrtc.RTCRtpSender;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A sender as a script may use it. */
public final class SenderHost {
  private final RTCRtpSender sender;
  private final MediaHost media;
  private final Waiting waiting;

  SenderHost(RTCRtpSender sender, MediaHost media, Waiting waiting) {
    this.sender = sender;
    this.media = media;
    this.waiting = waiting;
  }

  RTCRtpSender sender() {
    return sender;
  }

  /** A {@link TrackHost}; undefined if nothing is sent. */
  @Export
  public Object track() {
    return sender.track().<Object>map(media::host).orElse(media.undefined());
  }

  @Export
  public Value getParameters() {
    return media
        .answers()
        .get(() -> media.trees().object(ConnectionTrees.sendParameters(sender.getParameters())));
  }

  @Export
  public void setParameters(Value parameters, Value resolve, Value reject) {
    RTCRtpSendParameters wanted = ConnectionDictionaries.sendParameters(Trees.map(parameters));
    waiting.settle(media, () -> sender.setParametersAsync(wanted), _ -> Map.of(), resolve, reject);
  }

  /**
   * Sends another track.
   *
   * @param track a {@link TrackHost}, or nothing
   */
  @Export
  public void replaceTrack(Value track, Value resolve, Value reject) {
    Optional<MediaStreamTrack> wanted =
        track.isHostObject()
            ? Optional.of(track.<TrackHost>asHostObject().track())
            : Optional.empty();
    waiting.settle(media, () -> sender.replaceTrackAsync(wanted), _ -> Map.of(), resolve, reject);
  }

  /** Of an array of {@link StreamHost}. */
  @Export
  public void setStreams(Value streams) {
    media
        .answers()
        .get(
            () -> {
              sender.setStreams(StreamHost.streams(streams));
              return media.undefined();
            });
  }

  /** Settles with an array of objects. */
  @Export
  public void getStats(Value resolve, Value reject) {
    waiting.settle(media, sender::getStatsAsync, ConnectionTrees::stats, resolve, reject);
  }
}
