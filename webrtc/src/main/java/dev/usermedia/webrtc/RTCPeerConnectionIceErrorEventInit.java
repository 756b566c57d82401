package dev.usermedia.webrtc;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an {@link RTCPeerConnectionIceErrorEvent} is made of.
 *
 * @param address the own address that the server was asked from
 * @param port the port of it
 * @param url the server
 * @param errorCode what it answered; 701 if it did not
 * @param errorText its reason
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcpeerconnectioniceerroreventinit">WebRTC,
 *     RTCPeerConnectionIceErrorEventInit</a>
 */
public record RTCPeerConnectionIceErrorEventInit(
    Optional<String> address, OptionalInt port, String url, int errorCode, String errorText) {}
