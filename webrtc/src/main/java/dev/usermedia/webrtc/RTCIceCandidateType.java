package dev.usermedia.webrtc;

/**
 * Where the address of a candidate comes from.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcicecandidatetype">WebRTC,
 *     RTCIceCandidateType</a>
 */
public enum RTCIceCandidateType {
  /** An interface of the machine. */
  HOST("host"),
  /** A STUN server saw it. */
  SRFLX("srflx"),
  /** The other side saw it. */
  PRFLX("prflx"),
  /** A relay lends it. */
  RELAY("relay");

  private final String value;

  RTCIceCandidateType(String value) {
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
