package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.webrtc.internal.media.AudioIntake;
import dev.usermedia.webrtc.internal.media.Intake;
import dev.usermedia.webrtc.internal.media.VideoIntake;
import dev.usermedia.webrtc.internal.natives.Codecs;
import dev.usermedia.webrtc.internal.natives.NativeTransceiver;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Receives a track. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtpreceiver-interface">WebRTC, RTCRtpReceiver</a>
 */
public final class RTCRtpReceiver {
  private final RTCPeerConnection connection;
  private final NativeTransceiver natively;
  private final Intake intake;
  private @Nullable RTCRtpTransceiver transceiver;

  RTCRtpReceiver(RTCPeerConnection connection, NativeTransceiver natively) {
    this.connection = connection;
    this.natively = natively;
    this.intake =
        natively.kind() == MediaKind.VIDEO
            ? new VideoIntake(connection.media())
            : new AudioIntake(connection.media(), connection::carries);
    intake.receiveFrom(natively);
  }

  /**
   * What could be received; empty for a kind that there is not.
   *
   * @param kind {@code audio} or {@code video}
   * @throws DOMException {@code NotSupportedError} if this machine cannot make connections
   */
  public static Optional<RTCRtpCapabilities> getCapabilities(String kind) {
    return kind(kind).map(Codecs::receivable);
  }

  static Optional<MediaKind> kind(String name) {
    return Stream.of(MediaKind.values()).filter(it -> it.value().equals(name)).findFirst();
  }

  /** The track, which is muted until something arrives. Always the same. */
  public MediaStreamTrack track() {
    return intake.track();
  }

  /** How it receives. */
  public RTCRtpReceiveParameters getParameters() {
    return AgreedParameters.ofReceiver(connection.descriptions(), transceiver().mid());
  }

  /**
   * Waits for {@link #getStatsAsync}.
   *
   * @throws DOMException {@code InvalidStateError} on the event loop
   */
  public RTCStatsReport getStats() {
    return connection.await("getStats", this::getStatsAsync);
  }

  /** What is known of it. */
  public CompletableFuture<RTCStatsReport> getStatsAsync() {
    return connection.onLoop(connection.natively().getReceiverStats(natively));
  }

  void belongsTo(RTCRtpTransceiver its) {
    transceiver = its;
  }

  private RTCRtpTransceiver transceiver() {
    if (transceiver == null) {
      throw new IllegalStateException("not connected yet");
    }
    return transceiver;
  }

  Intake intake() {
    return intake;
  }
}
