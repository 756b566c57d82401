package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a track. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtpsender-interface">WebRTC, RTCRtpSender</a>
 */
public final class RTCRtpSender {
  RTCRtpSender() {}

  /**
   * What could be sent; empty for a kind that there is not.
   *
   * @param kind {@code audio} or {@code video}
   * @throws DOMException {@code NotSupportedError} if this machine cannot make connections
   */
  public static Optional<RTCRtpCapabilities> getCapabilities(String kind) {
    throw new UnsupportedOperationException();
  }

  /** What is sent, if anything. */
  public Optional<MediaStreamTrack> track() {
    throw new UnsupportedOperationException();
  }

  /** How it sends. To change it, pass changed parameters to {@link #setParameters} soon. */
  public RTCRtpSendParameters getParameters() {
    throw new UnsupportedOperationException();
  }

  /** {@link #setParametersAsync}, waiting; not on the event loop. */
  public void setParameters(RTCRtpSendParameters parameters) {
    throw new UnsupportedOperationException();
  }

  /**
   * Changes how it sends.
   *
   * @param parameters what {@link #getParameters} returned, with changes
   * @return fails with {@code InvalidStateError} if the transceiver is stopped or the parameters
   *     are not the latest, {@code InvalidModificationError} if something was changed that cannot
   *     be, an {@link IllegalArgumentException} (the Web's {@code RangeError}) for numbers out of
   *     bounds
   */
  public CompletableFuture<Void> setParametersAsync(RTCRtpSendParameters parameters) {
    throw new UnsupportedOperationException();
  }

  /** {@link #replaceTrackAsync}, waiting; not on the event loop. */
  public void replaceTrack(Optional<MediaStreamTrack> withTrack) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends another track, or nothing, without another exchange of descriptions.
   *
   * @return fails with {@code TypeError} if the track is of the other kind, {@code
   *     InvalidStateError} if the transceiver is stopped
   */
  public CompletableFuture<Void> replaceTrackAsync(Optional<MediaStreamTrack> withTrack) {
    throw new UnsupportedOperationException();
  }

  /**
   * Says where the other side is to put the track, with the next exchange of descriptions.
   *
   * @throws DOMException {@code InvalidStateError} if the connection is closed
   */
  public void setStreams(List<MediaStream> streams) {
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
