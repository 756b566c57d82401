package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaStreamTrack;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Receives a track. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtpreceiver-interface">WebRTC, RTCRtpReceiver</a>
 */
public final class RTCRtpReceiver {
  RTCRtpReceiver() {}

  /**
   * What could be received; empty for a kind that there is not.
   *
   * @param kind {@code audio} or {@code video}
   * @throws DOMException {@code NotSupportedError} if this machine cannot make connections
   */
  public static Optional<RTCRtpCapabilities> getCapabilities(String kind) {
    throw new UnsupportedOperationException();
  }

  /** The track, which is muted until something arrives. Always the same. */
  public MediaStreamTrack track() {
    throw new UnsupportedOperationException();
  }

  /** How it receives. */
  public RTCRtpReceiveParameters getParameters() {
    throw new UnsupportedOperationException();
  }

  /** What is known of it. May block; not on the event loop. */
  public RTCStatsReport getStats() {
    throw new UnsupportedOperationException();
  }

  /** {@link #getStats} without waiting. */
  public CompletableFuture<RTCStatsReport> getStatsAsync() {
    throw new UnsupportedOperationException();
  }
}
