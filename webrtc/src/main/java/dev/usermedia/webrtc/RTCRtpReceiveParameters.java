package dev.usermedia.webrtc;

import java.util.List;

/**
 * How a receiver receives.
 *
 * @param headerExtensions extensions of packet headers
 * @param rtcp control packets
 * @param codecs the ways to decode
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpreceiveparameters">WebRTC,
 *     RTCRtpReceiveParameters</a>
 */
public record RTCRtpReceiveParameters(
    List<RTCRtpHeaderExtensionParameters> headerExtensions,
    RTCRtcpParameters rtcp,
    List<RTCRtpCodecParameters> codecs) {
  public RTCRtpReceiveParameters {
    headerExtensions = List.copyOf(headerExtensions);
    codecs = List.copyOf(codecs);
  }
}
