package dev.usermedia.webrtc;

/**
 * How far the search for own addresses is.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcicegatheringstate">WebRTC,
 *     RTCIceGatheringState</a>
 */
public enum RTCIceGatheringState {
  /** None has begun. */
  NEW("new"),
  /** Addresses are being looked for. */
  GATHERING("gathering"),
  /** All are found. */
  COMPLETE("complete");

  private final String value;

  RTCIceGatheringState(String value) {
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
