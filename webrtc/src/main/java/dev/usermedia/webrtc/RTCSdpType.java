package dev.usermedia.webrtc;

/**
 * What a session description is.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcsdptype">WebRTC, RTCSdpType</a>
 */
public enum RTCSdpType {
  /** An offer. */
  OFFER("offer"),
  /** An answer that may change. */
  PRANSWER("pranswer"),
  /** An answer. */
  ANSWER("answer"),
  /** Takes back what was applied last. */
  ROLLBACK("rollback");

  private final String value;

  RTCSdpType(String value) {
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
