package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.TypeError;
import java.util.List;
import java.util.Optional;

/**
 * A sender and a receiver that share a media description. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtptransceiver-interface">WebRTC,
 *     RTCRtpTransceiver</a>
 */
public final class RTCRtpTransceiver {
  RTCRtpTransceiver() {}

  /** The media description that was agreed upon. */
  public Optional<String> mid() {
    throw new UnsupportedOperationException();
  }

  /** Always the same. */
  public RTCRtpSender sender() {
    throw new UnsupportedOperationException();
  }

  /** Always the same. */
  public RTCRtpReceiver receiver() {
    throw new UnsupportedOperationException();
  }

  /** What is wanted. */
  public RTCRtpTransceiverDirection direction() {
    throw new UnsupportedOperationException();
  }

  /**
   * Asks for another direction, with the next exchange of descriptions.
   *
   * @throws DOMException {@code InvalidStateError} if it is stopped or the connection is closed
   * @throws TypeError for {@code STOPPED}
   */
  public void direction(RTCRtpTransceiverDirection direction) {
    throw new UnsupportedOperationException();
  }

  /** What was agreed upon. */
  public Optional<RTCRtpTransceiverDirection> currentDirection() {
    throw new UnsupportedOperationException();
  }

  /**
   * Stops sending and receiving for good; the other side is told with the next exchange.
   *
   * @throws DOMException {@code InvalidStateError} if the connection is closed
   */
  public void stop() {
    throw new UnsupportedOperationException();
  }

  /**
   * Which codecs are to be agreed upon, best first; none for the usual ones.
   *
   * @throws DOMException {@code InvalidModificationError} if there is one that is not among the
   *     capabilities
   */
  public void setCodecPreferences(List<RTCRtpCodec> codecs) {
    throw new UnsupportedOperationException();
  }
}
