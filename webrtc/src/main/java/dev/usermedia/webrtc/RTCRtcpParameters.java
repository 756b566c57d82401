package dev.usermedia.webrtc;

import java.util.Optional;

/**
 * How control packets are sent.
 *
 * @param cname the name that they carry
 * @param reducedSize whether they may be short
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtcpparameters">WebRTC, RTCRtcpParameters</a>
 */
public record RTCRtcpParameters(Optional<String> cname, boolean reducedSize) {}
