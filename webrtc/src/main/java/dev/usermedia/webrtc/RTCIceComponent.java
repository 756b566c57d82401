package dev.usermedia.webrtc;

/**
 * What a candidate carries.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcicecomponent">WebRTC, RTCIceComponent</a>
 */
public enum RTCIceComponent {
  /** Media, and control packets with it. */
  RTP("rtp"),
  /** Control packets alone. */
  RTCP("rtcp");

  private final String value;

  RTCIceComponent(String value) {
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
