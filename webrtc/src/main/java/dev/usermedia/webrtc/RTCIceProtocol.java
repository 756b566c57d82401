package dev.usermedia.webrtc;

/**
 * The transport protocol of a candidate.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtciceprotocol">WebRTC, RTCIceProtocol</a>
 */
public enum RTCIceProtocol {
  /** UDP. */
  UDP("udp"),
  /** TCP. */
  TCP("tcp");

  private final String value;

  RTCIceProtocol(String value) {
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
