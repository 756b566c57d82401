package dev.usermedia.webrtc;

/**
 * A description of a session that was applied.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcsessiondescription-class">WebRTC,
 *     RTCSessionDescription</a>
 */
public final class RTCSessionDescription {
  private final RTCSessionDescriptionInit init;

  /** A description of what is passed on. */
  public RTCSessionDescription(RTCSessionDescriptionInit descriptionInitDict) {
    this.init = descriptionInitDict;
  }

  public RTCSdpType type() {
    return init.type();
  }

  /** The description's text. */
  public String sdp() {
    return init.sdp();
  }

  /** What can be passed on. */
  public RTCSessionDescriptionInit toJSON() {
    return init;
  }
}
