package dev.usermedia.webrtc;

import dev.usermedia.Event;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server did not help to find addresses.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcpeerconnectioniceerrorevent">WebRTC,
 *     RTCPeerConnectionIceErrorEvent</a>
 */
public final class RTCPeerConnectionIceErrorEvent extends Event {
  private final RTCPeerConnectionIceErrorEventInit init;

  /** An event about a server. */
  public RTCPeerConnectionIceErrorEvent(
      String type, RTCPeerConnectionIceErrorEventInit eventInitDict) {
    super(type);
    this.init = eventInitDict;
  }

  RTCPeerConnectionIceErrorEvent(
      String type, RTCPeerConnection target, RTCPeerConnectionIceErrorEventInit eventInitDict) {
    super(type, target);
    this.init = eventInitDict;
  }

  /** The own address that the server was asked from, if it may be told. */
  public Optional<String> address() {
    return init.address();
  }

  /** The port of that address. */
  public OptionalInt port() {
    return init.port();
  }

  /** The server. */
  public String url() {
    return init.url();
  }

  /** What it answered; 701 if it did not. */
  public int errorCode() {
    return init.errorCode();
  }

  /** Its reason. */
  public String errorText() {
    return init.errorText();
  }
}
