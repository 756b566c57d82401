package dev.usermedia.webrtc.internal.natives;

import dev.onvoid.webrtc.RTCRtpCodecCapability;
import dev.onvoid.webrtc.media.MediaType;
import dev.usermedia.MediaKind;
import dev.usermedia.webrtc.RTCRtpCapabilities;
import dev.usermedia.webrtc.RTCRtpCodec;
import dev.usermedia.webrtc.RTCRtpHeaderExtensionCapability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Codecs as the binding has them. */
public final class Codecs {
  private Codecs() {}

  /** What could be sent. */
  public static RTCRtpCapabilities sendable(MediaKind kind) {
    return Natives.shared().ask(it -> of(it.getRtpSenderCapabilities(Enums.of(kind))));
  }

  /** What could be received. */
  public static RTCRtpCapabilities receivable(MediaKind kind) {
    return Natives.shared().ask(it -> of(it.getRtpReceiverCapabilities(Enums.of(kind))));
  }

  private static RTCRtpCapabilities of(dev.onvoid.webrtc.RTCRtpCapabilities capabilities) {
    return new RTCRtpCapabilities(
        capabilities.getCodecs().stream().map(Codecs::of).distinct().toList(),
        capabilities.getHeaderExtensions().stream()
            .map(it -> new RTCRtpHeaderExtensionCapability(it.getUri()))
            .toList());
  }

  private static RTCRtpCodec of(RTCRtpCodecCapability codec) {
    return new RTCRtpCodec(
        mimeType(codec.getMediaType(), codec.getName()),
        codec.getClockRate(),
        // of pictures the binding has none, and fails when asked
        codec.getMediaType() == MediaType.AUDIO
            ? OptionalInt.of(codec.getChannels())
            : OptionalInt.empty(),
        line(codec.getSDPFmtp()));
  }

  static List<RTCRtpCodecCapability> toNative(MediaKind kind, List<RTCRtpCodec> codecs) {
    return new ArrayList<>(codecs.stream().map(it -> toNative(kind, it)).toList());
  }

  private static RTCRtpCodecCapability toNative(MediaKind kind, RTCRtpCodec codec) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : codec.sdpFmtpLine().orElse("").split(";", -1)) {
      int equals = part.indexOf('=');
      if (!part.isBlank()) {
        parameters.put(
            equals < 0 ? "" : part.substring(0, equals).trim(), part.substring(equals + 1).trim());
      }
    }
    return new RTCRtpCodecCapability(
        Enums.of(kind),
        codec.mimeType().substring(codec.mimeType().indexOf('/') + 1),
        (int) codec.clockRateHz(),
        codec.channels().isPresent() ? (Integer) codec.channels().getAsInt() : null,
        parameters);
  }

  private static String mimeType(MediaType type, String name) {
    return type.name().toLowerCase(Locale.ROOT) + "/" + name;
  }

  /**
   * In the order of the names: the binding has them in none. A value without a name has null there.
   */
  private static Optional<String> line(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? Optional.empty()
        : Optional.of(
            parameters.entrySet().stream()
                .map(it -> it.getKey() == null ? it.getValue() : it.getKey() + "=" + it.getValue())
                .sorted()
                .collect(Collectors.joining(";")));
  }
}
