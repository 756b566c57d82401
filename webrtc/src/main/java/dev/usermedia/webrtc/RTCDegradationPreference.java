package dev.usermedia.webrtc;

/**
 * What a sender gives up when the network or the machine cannot carry all.
 *
 * @see <a href="https://www.w3.org/TR/mst-content-hint/#dom-rtcdegradationpreference">WebRTC,
 *     RTCDegradationPreference</a>
 */
public enum RTCDegradationPreference {
  /** The size of pictures. */
  MAINTAIN_FRAMERATE("maintain-framerate"),
  /** The rate of pictures. */
  MAINTAIN_RESOLUTION("maintain-resolution"),
  /** Some of both. */
  BALANCED("balanced"),
  /** Neither: the quality of the coding suffers, and frames are lost. */
  MAINTAIN_FRAMERATE_AND_RESOLUTION("maintain-framerate-and-resolution");

  private final String value;

  RTCDegradationPreference(String value) {
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
