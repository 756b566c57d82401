package dev.usermedia.webrtc;

/**
 * How many transports to begin with if the other side may not know how to share one.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcbundlepolicy">WebRTC, RTCBundlePolicy</a>
 */
public enum RTCBundlePolicy {
  /** One for each kind of media. */
  BALANCED("balanced"),
  /** One for each track. */
  MAX_COMPAT("max-compat"),
  /** One. */
  MAX_BUNDLE("max-bundle");

  private final String value;

  RTCBundlePolicy(String value) {
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
