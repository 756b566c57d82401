package dev.usermedia.webrtc;

/**
 * An extension of packet headers that was agreed upon.
 *
 * @param uri which
 * @param id its number in the packets
 * @param encrypted whether it is
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpheaderextensionparameters">WebRTC,
 *     RTCRtpHeaderExtensionParameters</a>
 */
public record RTCRtpHeaderExtensionParameters(String uri, int id, boolean encrypted) {}
