package dev.usermedia.webrtc;

import java.util.List;
import java.util.Optional;

/**
 * A server that helps to find a way: STUN or TURN.
 *
 * @param urls such as {@code stun:stun.example.org}
 * @param username for TURN
 * @param credential for TURN
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtciceserver">WebRTC, RTCIceServer</a>
 */
public record RTCIceServer(
    List<String> urls, Optional<String> username, Optional<String> credential) {
  public RTCIceServer {
    urls = List.copyOf(urls);
  }

  /** A server that asks for no name. */
  public RTCIceServer(String... urls) {
    this(List.of(urls), Optional.empty(), Optional.empty());
  }
}
