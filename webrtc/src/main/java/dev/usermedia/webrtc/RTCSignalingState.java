package dev.usermedia.webrtc;

/**
 * How far the exchange of descriptions is.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcsignalingstate">WebRTC, RTCSignalingState</a>
 */
public enum RTCSignalingState {
  /** No exchange is under way. */
  STABLE("stable"),
  /** An offer of this side was applied. */
  HAVE_LOCAL_OFFER("have-local-offer"),
  /** An offer of the other side was applied. */
  HAVE_REMOTE_OFFER("have-remote-offer"),
  /** A provisional answer of this side was applied. */
  HAVE_LOCAL_PRANSWER("have-local-pranswer"),
  /** A provisional answer of the other side was applied. */
  HAVE_REMOTE_PRANSWER("have-remote-pranswer"),
  /** The connection is closed. */
  CLOSED("closed");

  private final String value;

  RTCSignalingState(String value) {
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
