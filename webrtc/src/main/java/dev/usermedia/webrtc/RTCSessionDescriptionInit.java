package dev.usermedia.webrtc;

/**
 * A session description as it is passed on.
 *
 * @param type what it is
 * @param sdp its text; empty for a rollback
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcsessiondescriptioninit">WebRTC,
 *     RTCSessionDescriptionInit</a>
 */
public record RTCSessionDescriptionInit(RTCSdpType type, String sdp) {}
