package dev.usermedia.webrtc;

/**
 * Which addresses of its own a connection may use.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcicetransportpolicy">WebRTC,
 *     RTCIceTransportPolicy</a>
 */
public enum RTCIceTransportPolicy {
  /** Those of relays only. */
  RELAY("relay"),
  /** All. */
  ALL("all");

  private final String value;

  RTCIceTransportPolicy(String value) {
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
