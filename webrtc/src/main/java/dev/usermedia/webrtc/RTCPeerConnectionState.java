package dev.usermedia.webrtc;

/**
 * How well the connection carries, over all its transports.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcpeerconnectionstate">WebRTC,
 *     RTCPeerConnectionState</a>
 */
public enum RTCPeerConnectionState {
  /** The connection is closed. */
  CLOSED("closed"),
  /** A transport has failed. */
  FAILED("failed"),
  /** A transport has lost its way for now. */
  DISCONNECTED("disconnected"),
  /** Nothing was tried yet. */
  NEW("new"),
  /** A transport looks for its way. */
  CONNECTING("connecting"),
  /** All transports carry. */
  CONNECTED("connected");

  private final String value;

  RTCPeerConnectionState(String value) {
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
