package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.webrtc.RTCConfiguration;
import dev.usermedia.webrtc.RTCIceCandidate;
import dev.usermedia.webrtc.RTCIceServer;
import dev.usermedia.webrtc.RTCPeerConnectionIceErrorEvent;
import dev.usermedia.webrtc.RTCPeerConnectionIceEvent;
import dev.usermedia.webrtc.RTCRtcpParameters;
import dev.usermedia.webrtc.RTCRtpCapabilities;
import dev.usermedia.webrtc.RTCRtpCodec;
import dev.usermedia.webrtc.RTCRtpCodecParameters;
import dev.usermedia.webrtc.RTCRtpEncodingParameters;
import dev.usermedia.webrtc.RTCRtpHeaderExtensionParameters;
import dev.usermedia.webrtc.RTCRtpReceiveParameters;
import dev.usermedia.webrtc.RTCRtpSendParameters;
import dev.usermedia.webrtc.RTCSessionDescriptionInit;
import dev.usermedia.webrtc.RTCStats;
import dev.usermedia.webrtc.RTCStatsReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a connection tells, as trees under the names of the Web; what is empty is left out. */
final class ConnectionTrees {
  private ConnectionTrees() {}

  /** The members in the order of their being put. */
  private static final class Members {
    private final Map<String, Object> map = new LinkedHashMap<>();

    Members put(String name, Object value) {
      map.put(name, value);
      return this;
    }

    Members put(String name, Optional<?> value) {
      value.ifPresent(it -> map.put(name, it));
      return this;
    }

    /** By its text on the Web. */
    Members putText(String name, Optional<?> value) {
      return put(name, value.map(Object::toString));
    }
  }

  private static Optional<Object> boxed(java.util.OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private static Optional<Object> boxed(java.util.OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  private static Optional<Object> boxed(java.util.OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  static Map<String, Object> description(RTCSessionDescriptionInit it) {
    return new Members().put("type", it.type().value()).put("sdp", it.sdp()).map;
  }

  static Map<String, Object> configuration(RTCConfiguration it) {
    return new Members()
        .put("iceServers", it.iceServers().stream().map(ConnectionTrees::server).toList())
        .put("iceTransportPolicy", it.iceTransportPolicy().value())
        .put("bundlePolicy", it.bundlePolicy().value())
        .put("rtcpMuxPolicy", it.rtcpMuxPolicy().value())
        .put("certificates", List.of())
        .put("iceCandidatePoolSize", it.iceCandidatePoolSize())
        .map;
  }

  private static Map<String, Object> server(RTCIceServer it) {
    return new Members()
        .put("urls", it.urls())
        .put("username", it.username())
        .put("credential", it.credential())
        .map;
  }

  /** What the candidate attribute says. */
  static Map<String, Object> attribute(RTCIceCandidate it) {
    return new Members()
        .put("foundation", it.foundation())
        .putText("component", it.component())
        .put("priority", boxed(it.priority()))
        .put("address", it.address())
        .putText("protocol", it.protocol())
        .put("port", boxed(it.port()))
        .putText("type", it.type())
        .putText("tcpType", it.tcpType())
        .put("relatedAddress", it.relatedAddress())
        .put("relatedPort", boxed(it.relatedPort()))
        .put("usernameFragment", it.usernameFragment())
        .map;
  }

  /** A candidate as it is passed on, if the event has one, and the server's address. */
  static Map<String, Object> found(RTCPeerConnectionIceEvent event) {
    return new Members()
        .put("candidate", event.candidate().map(ConnectionTrees::candidate))
        .put("url", event.url())
        .map;
  }

  private static Map<String, Object> candidate(RTCIceCandidate it) {
    return new Members()
        .put("candidate", it.candidate())
        .put("sdpMid", it.sdpMid())
        .put("sdpMLineIndex", boxed(it.sdpMLineIndex()))
        .put("usernameFragment", it.usernameFragment())
        .put("url", it.url())
        .map;
  }

  static Map<String, Object> error(RTCPeerConnectionIceErrorEvent it) {
    return new Members()
        .put("address", it.address())
        .put("port", boxed(it.port()))
        .put("url", it.url())
        .put("errorCode", it.errorCode())
        .put("errorText", it.errorText())
        .map;
  }

  static Map<String, Object> sendParameters(RTCRtpSendParameters it) {
    return new Members()
        .put("transactionId", it.transactionId())
        .put("encodings", it.encodings().stream().map(ConnectionTrees::encoding).toList())
        .put("headerExtensions", extensions(it.headerExtensions()))
        .put("rtcp", rtcp(it.rtcp()))
        .put("codecs", codecs(it.codecs()))
        .putText("degradationPreference", it.degradationPreference())
        .map;
  }

  static Map<String, Object> receiveParameters(RTCRtpReceiveParameters it) {
    return new Members()
        .put("headerExtensions", extensions(it.headerExtensions()))
        .put("rtcp", rtcp(it.rtcp()))
        .put("codecs", codecs(it.codecs()))
        .map;
  }

  private static Map<String, Object> encoding(RTCRtpEncodingParameters it) {
    return new Members()
        .put("rid", it.rid())
        .put("active", it.active())
        .put("codec", it.codec().map(ConnectionTrees::codec))
        .put("maxBitrate", boxed(it.maxBitrate()))
        .put("maxFramerate", boxed(it.maxFramerate()))
        .put("scaleResolutionDownBy", boxed(it.scaleResolutionDownBy()))
        .map;
  }

  private static List<?> extensions(List<RTCRtpHeaderExtensionParameters> extensions) {
    return extensions.stream()
        .map(
            it ->
                new Members()
                    .put("uri", it.uri())
                    .put("id", it.id())
                    .put("encrypted", it.encrypted())
                    .map)
        .toList();
  }

  private static Map<String, Object> rtcp(RTCRtcpParameters it) {
    return new Members().put("cname", it.cname()).put("reducedSize", it.reducedSize()).map;
  }

  private static List<?> codecs(List<RTCRtpCodecParameters> codecs) {
    return codecs.stream()
        .map(
            it ->
                new Members()
                    .put("payloadType", it.payloadType())
                    .put("mimeType", it.mimeType())
                    .put("clockRate", it.clockRateHz())
                    .put("channels", boxed(it.channels()))
                    .put("sdpFmtpLine", it.sdpFmtpLine())
                    .map)
        .toList();
  }

  static Map<String, Object> capabilities(RTCRtpCapabilities it) {
    return new Members()
        .put("codecs", it.codecs().stream().map(ConnectionTrees::codec).toList())
        .put(
            "headerExtensions",
            it.headerExtensions().stream()
                .map(extension -> Map.<String, Object>of("uri", extension.uri()))
                .toList())
        .map;
  }

  private static Map<String, Object> codec(RTCRtpCodec it) {
    return new Members()
        .put("mimeType", it.mimeType())
        .put("clockRate", it.clockRateHz())
        .put("channels", boxed(it.channels()))
        .put("sdpFmtpLine", it.sdpFmtpLine())
        .map;
  }

  static List<?> stats(RTCStatsReport report) {
    return report.stats().values().stream().map(ConnectionTrees::stats).toList();
  }

  private static Map<String, Object> stats(RTCStats it) {
    Members members =
        new Members().put("id", it.id()).put("timestamp", it.timestampMs()).put("type", it.type());
    it.members().forEach(members::put);
    return members.map;
  }
}
