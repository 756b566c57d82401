package dev.usermedia.webrtc;

import java.util.List;

/**
 * How a connection is to find its way.
 *
 * @param iceServers who helps
 * @param iceTransportPolicy which addresses may be used
 * @param bundlePolicy how many transports to begin with
 * @param rtcpMuxPolicy whether control packets go with the media
 * @param iceCandidatePoolSize how many transports look for addresses before there is a description
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcconfiguration">WebRTC, RTCConfiguration</a>
 */
public record RTCConfiguration(
    List<RTCIceServer> iceServers,
    RTCIceTransportPolicy iceTransportPolicy,
    RTCBundlePolicy bundlePolicy,
    RTCRtcpMuxPolicy rtcpMuxPolicy,
    int iceCandidatePoolSize) {
  /** No servers, all addresses. */
  public static final RTCConfiguration DEFAULT =
      new RTCConfiguration(
          List.of(),
          RTCIceTransportPolicy.ALL,
          RTCBundlePolicy.BALANCED,
          RTCRtcpMuxPolicy.REQUIRE,
          0);

  public RTCConfiguration {
    iceServers = List.copyOf(iceServers);
  }

  /**
   * Refuses what no connection can be made with, as the constructor of a connection does.
   *
   * @throws dev.usermedia.DOMException {@code SyntaxError} or {@code InvalidAccessError} if a
   *     server cannot be understood; {@code NotSupportedError} if no connection here works so
   */
  public void check() {
    ConfigurationCheck.check(this);
  }

  /** With other servers. */
  public RTCConfiguration withIceServers(List<RTCIceServer> newServers) {
    return new RTCConfiguration(
        newServers, iceTransportPolicy, bundlePolicy, rtcpMuxPolicy, iceCandidatePoolSize);
  }

  /** With another policy of addresses. */
  public RTCConfiguration withIceTransportPolicy(RTCIceTransportPolicy newPolicy) {
    return new RTCConfiguration(
        iceServers, newPolicy, bundlePolicy, rtcpMuxPolicy, iceCandidatePoolSize);
  }

  /** With another policy of transports. */
  public RTCConfiguration withBundlePolicy(RTCBundlePolicy newPolicy) {
    return new RTCConfiguration(
        iceServers, iceTransportPolicy, newPolicy, rtcpMuxPolicy, iceCandidatePoolSize);
  }
}
