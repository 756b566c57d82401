package dev.usermedia.webrtc;

import java.util.List;

/**
 * What could be sent or received.
 *
 * @param codecs the ways to encode, best first
 * @param headerExtensions the extensions of packet headers
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpcapabilities">WebRTC,
 *     RTCRtpCapabilities</a>
 */
public record RTCRtpCapabilities(
    List<RTCRtpCodec> codecs, List<RTCRtpHeaderExtensionCapability> headerExtensions) {
  public RTCRtpCapabilities {
    codecs = List.copyOf(codecs);
    headerExtensions = List.copyOf(headerExtensions);
  }
}
