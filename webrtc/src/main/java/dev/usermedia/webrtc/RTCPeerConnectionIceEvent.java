package dev.usermedia.webrtc;

import dev.usermedia.Event;
import java.util.Optional;

/**
 * An address of this side was found.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcpeerconnectioniceevent">WebRTC,
 *     RTCPeerConnectionIceEvent</a>
 */
public final class RTCPeerConnectionIceEvent extends Event {
  private final RTCPeerConnectionIceEventInit init;

  /** An event about an address. */
  public RTCPeerConnectionIceEvent(String type, RTCPeerConnectionIceEventInit eventInitDict) {
    super(type);
    this.init = eventInitDict;
  }

  RTCPeerConnectionIceEvent(
      String type, RTCPeerConnection target, RTCPeerConnectionIceEventInit eventInitDict) {
    super(type, target);
    this.init = eventInitDict;
  }

  /** What was found; empty once all are. */
  public Optional<RTCIceCandidate> candidate() {
    return init.candidate();
  }

  /** The server that it was found by. */
  public Optional<String> url() {
    return init.url();
  }
}
