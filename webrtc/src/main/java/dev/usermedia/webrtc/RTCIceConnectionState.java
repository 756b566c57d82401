package dev.usermedia.webrtc;

/**
 * How far the search for a way between the two sides is.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtciceconnectionstate">WebRTC,
 *     RTCIceConnectionState</a>
 */
public enum RTCIceConnectionState {
  /** The connection is closed. */
  CLOSED("closed"),
  /** There is no way. */
  FAILED("failed"),
  /** The way is lost for now. */
  DISCONNECTED("disconnected"),
  /** Nothing was tried yet. */
  NEW("new"),
  /** Ways are being tried. */
  CHECKING("checking"),
  /** The best way is found. */
  COMPLETED("completed"),
  /** A way is found. */
  CONNECTED("connected");

  private final String value;

  RTCIceConnectionState(String value) {
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
