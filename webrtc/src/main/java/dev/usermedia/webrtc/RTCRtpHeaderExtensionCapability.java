package dev.usermedia.webrtc;

/**
 * An extension of packet headers that could be used.
 *
 * @param uri which
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpheaderextensioncapability">WebRTC,
 *     RTCRtpHeaderExtensionCapability</a>
 */
public record RTCRtpHeaderExtensionCapability(String uri) {}
