package dev.usermedia.webrtc;

/**
 * Which ways the media of a transceiver go.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtptransceiverdirection">WebRTC,
 *     RTCRtpTransceiverDirection</a>
 */
public enum RTCRtpTransceiverDirection {
  /** Both. */
  SENDRECV("sendrecv"),
  /** Out. */
  SENDONLY("sendonly"),
  /** In. */
  RECVONLY("recvonly"),
  /** None for now. */
  INACTIVE("inactive"),
  /** None any more. */
  STOPPED("stopped");

  private final String value;

  RTCRtpTransceiverDirection(String value) {
    this.value = value;
  }

  /** The Web's string. */
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }
}
