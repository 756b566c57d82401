package dev.usermedia.webrtc;

import java.util.Optional;

/**
 * What an {@link RTCPeerConnectionIceEvent} is made of.
 *
 * @param candidate what was found; empty at the end
 * @param url the server that it was found by
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcpeerconnectioniceeventinit">WebRTC,
 *     RTCPeerConnectionIceEventInit</a>
 */
public record RTCPeerConnectionIceEventInit(
    Optional<RTCIceCandidate> candidate, Optional<String> url) {}
