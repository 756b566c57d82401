package dev.usermedia.webrtc;

/**
 * Who opens the connection to a TCP candidate.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcicetcpcandidatetype">WebRTC,
 *     RTCIceTcpCandidateType</a>
 */
public enum RTCIceTcpCandidateType {
  /** This side. */
  ACTIVE("active"),
  /** The other side. */
  PASSIVE("passive"),
  /** Both at once. */
  SO("so");

  private final String value;

  RTCIceTcpCandidateType(String value) {
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
