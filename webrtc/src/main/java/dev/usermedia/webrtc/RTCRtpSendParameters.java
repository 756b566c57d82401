package dev.usermedia.webrtc;

import java.util.List;
import java.util.Optional;

/**
 * How a sender sends.
 *
 * @param transactionId says which {@code getParameters} these come from
 * @param encodings how the track is encoded
 * @param headerExtensions extensions of packet headers
 * @param rtcp control packets
 * @param codecs the ways to encode
 * @param degradationPreference what to give up; if empty, what the content calls for
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpsendparameters">WebRTC,
 *     RTCRtpSendParameters</a>
 */
public record RTCRtpSendParameters(
    String transactionId,
    List<RTCRtpEncodingParameters> encodings,
    List<RTCRtpHeaderExtensionParameters> headerExtensions,
    RTCRtcpParameters rtcp,
    List<RTCRtpCodecParameters> codecs,
    Optional<RTCDegradationPreference> degradationPreference) {
  public RTCRtpSendParameters {
    encodings = List.copyOf(encodings);
    headerExtensions = List.copyOf(headerExtensions);
    codecs = List.copyOf(codecs);
  }

  /** With other encodings. */
  public RTCRtpSendParameters withEncodings(List<RTCRtpEncodingParameters> newEncodings) {
    return new RTCRtpSendParameters(
        transactionId, newEncodings, headerExtensions, rtcp, codecs, degradationPreference);
  }

  /** With another preference. */
  public RTCRtpSendParameters withDegradationPreference(RTCDegradationPreference newPreference) {
    return new RTCRtpSendParameters(
        transactionId, encodings, headerExtensions, rtcp, codecs, Optional.of(newPreference));
  }
}
