package dev.usermedia.webrtc;

/**
 * Whether control packets share the transport of the media.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtcpmuxpolicy">WebRTC, RTCRtcpMuxPolicy</a>
 */
public enum RTCRtcpMuxPolicy {
  /** They do, or the track is refused. */
  REQUIRE("require");

  private final String value;

  RTCRtcpMuxPolicy(String value) {
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
