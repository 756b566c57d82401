package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.webrtc.RTCBundlePolicy;
import dev.usermedia.webrtc.RTCConfiguration;
import dev.usermedia.webrtc.RTCDegradationPreference;
import dev.usermedia.webrtc.RTCIceCandidateInit;
import dev.usermedia.webrtc.RTCIceServer;
import dev.usermedia.webrtc.RTCIceTransportPolicy;
import dev.usermedia.webrtc.RTCLocalSessionDescriptionInit;
import dev.usermedia.webrtc.RTCOfferOptions;
import dev.usermedia.webrtc.RTCRtcpMuxPolicy;
import dev.usermedia.webrtc.RTCRtcpParameters;
import dev.usermedia.webrtc.RTCRtpCodec;
import dev.usermedia.webrtc.RTCRtpCodecParameters;
import dev.usermedia.webrtc.RTCRtpEncodingParameters;
import dev.usermedia.webrtc.RTCRtpHeaderExtensionParameters;
import dev.usermedia.webrtc.RTCRtpSendParameters;
import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import dev.usermedia.webrtc.RTCRtpTransceiverInit;
import dev.usermedia.webrtc.RTCSdpType;
import dev.usermedia.webrtc.RTCSessionDescriptionInit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is told, of trees that the script's side has converted: types and required
 * members are as the specification has them, and its defaults are there.
 */
final class ConnectionDictionaries {
  private ConnectionDictionaries() {}

  private static String text(Map<String, @Nullable Object> tree, String name) {
    return String.valueOf(tree.get(name));
  }

  private static Optional<String> optional(Map<String, @Nullable Object> tree, String name) {
    return Optional.ofNullable(tree.get(name)).map(Object::toString);
  }

  private static Optional<Number> number(Map<String, @Nullable Object> tree, String name) {
    return Optional.ofNullable(tree.get(name)).map(Number.class::cast);
  }

  private static OptionalInt integer(Map<String, @Nullable Object> tree, String name) {
    return number(tree, name).map(it -> OptionalInt.of(it.intValue())).orElse(OptionalInt.empty());
  }

  private static OptionalDouble decimal(Map<String, @Nullable Object> tree, String name) {
    return number(tree, name)
        .map(it -> OptionalDouble.of(it.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  private static boolean flag(Map<String, @Nullable Object> tree, String name) {
    return Boolean.TRUE.equals(tree.get(name));
  }

  private static <E> E named(E[] values, Map<String, @Nullable Object> tree, String name) {
    return DisplayOptions.named(values, text(tree, name));
  }

  /** Of a list of dictionaries, if there is one. */
  private static <T> List<T> all(
      @Nullable Object list, Function<Map<String, @Nullable Object>, T> read) {
    return list instanceof List<?> items
        ? items.stream().map(item -> read.apply(tree(item))).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked") // Trees makes no other maps
  private static Map<String, @Nullable Object> tree(@Nullable Object item) {
    return item instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  static RTCConfiguration configuration(Map<String, @Nullable Object> tree) {
    return new RTCConfiguration(
        all(tree.get("iceServers"), ConnectionDictionaries::server),
        named(RTCIceTransportPolicy.values(), tree, "iceTransportPolicy"),
        named(RTCBundlePolicy.values(), tree, "bundlePolicy"),
        named(RTCRtcpMuxPolicy.values(), tree, "rtcpMuxPolicy"),
        integer(tree, "iceCandidatePoolSize").orElse(0));
  }

  private static RTCIceServer server(Map<String, @Nullable Object> tree) {
    return new RTCIceServer(
        tree.get("urls") instanceof List<?> urls
            ? urls.stream().map(String::valueOf).toList()
            : List.of(text(tree, "urls")),
        optional(tree, "username"),
        optional(tree, "credential"));
  }

  static RTCOfferOptions offer(Map<String, @Nullable Object> tree) {
    return new RTCOfferOptions(
        flag(tree, "iceRestart"),
        Optional.ofNullable(tree.get("offerToReceiveAudio")).map(Boolean.class::cast),
        Optional.ofNullable(tree.get("offerToReceiveVideo")).map(Boolean.class::cast));
  }

  static RTCLocalSessionDescriptionInit local(Map<String, @Nullable Object> tree) {
    return new RTCLocalSessionDescriptionInit(
        optional(tree, "type").map(it -> DisplayOptions.named(RTCSdpType.values(), it)),
        text(tree, "sdp"));
  }

  static RTCSessionDescriptionInit remote(Map<String, @Nullable Object> tree) {
    return new RTCSessionDescriptionInit(
        named(RTCSdpType.values(), tree, "type"), text(tree, "sdp"));
  }

  static RTCIceCandidateInit candidate(Map<String, @Nullable Object> tree) {
    return new RTCIceCandidateInit(
        text(tree, "candidate"),
        optional(tree, "sdpMid"),
        integer(tree, "sdpMLineIndex"),
        optional(tree, "usernameFragment"));
  }

  /** Its streams are elsewhere. */
  static RTCRtpTransceiverInit transceiver(Map<String, @Nullable Object> tree) {
    return new RTCRtpTransceiverInit(
        named(RTCRtpTransceiverDirection.values(), tree, "direction"),
        List.of(),
        all(tree.get("sendEncodings"), ConnectionDictionaries::encoding));
  }

  private static RTCRtpEncodingParameters encoding(Map<String, @Nullable Object> tree) {
    return new RTCRtpEncodingParameters(
        optional(tree, "rid"),
        flag(tree, "active"),
        Optional.ofNullable(tree.get("codec")).map(it -> codec(tree(it))),
        number(tree, "maxBitrate")
            .map(it -> OptionalLong.of(it.longValue()))
            .orElse(OptionalLong.empty()),
        decimal(tree, "maxFramerate"),
        decimal(tree, "scaleResolutionDownBy"));
  }

  static List<RTCRtpCodec> codecs(List<?> list) {
    return all(list, ConnectionDictionaries::codec);
  }

  private static RTCRtpCodec codec(Map<String, @Nullable Object> tree) {
    return new RTCRtpCodec(
        text(tree, "mimeType"),
        number(tree, "clockRate").map(Number::longValue).orElse(0L),
        integer(tree, "channels"),
        optional(tree, "sdpFmtpLine"));
  }

  static RTCRtpSendParameters sendParameters(Map<String, @Nullable Object> tree) {
    return new RTCRtpSendParameters(
        text(tree, "transactionId"),
        all(tree.get("encodings"), ConnectionDictionaries::encoding),
        all(
            tree.get("headerExtensions"),
            it ->
                new RTCRtpHeaderExtensionParameters(
                    text(it, "uri"), integer(it, "id").orElse(0), flag(it, "encrypted"))),
        rtcp(tree(tree.get("rtcp"))),
        all(tree.get("codecs"), ConnectionDictionaries::codecParameters),
        optional(tree, "degradationPreference")
            .map(it -> DisplayOptions.named(RTCDegradationPreference.values(), it)));
  }

  private static RTCRtcpParameters rtcp(Map<String, @Nullable Object> tree) {
    return new RTCRtcpParameters(optional(tree, "cname"), flag(tree, "reducedSize"));
  }

  private static RTCRtpCodecParameters codecParameters(Map<String, @Nullable Object> tree) {
    return new RTCRtpCodecParameters(
        integer(tree, "payloadType").orElse(0),
        text(tree, "mimeType"),
        number(tree, "clockRate").map(Number::longValue).orElse(0L),
        integer(tree, "channels"),
        optional(tree, "sdpFmtpLine"));
  }
}
