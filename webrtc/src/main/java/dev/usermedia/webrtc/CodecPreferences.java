package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.webrtc.internal.natives.Codecs;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What codecs may be asked for.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtptransceiver-setcodecpreferences">WebRTC,
 *     setCodecPreferences</a>
 */
final class CodecPreferences {
  /** They carry no media by themselves. */
  private static final Set<String> HELPERS = Set.of("rtx", "red", "ulpfec", "flexfec-03", "cn");

  private CodecPreferences() {}

  static void check(MediaKind kind, List<RTCRtpCodec> wanted) {
    List<RTCRtpCodec> known = Codecs.receivable(kind).codecs();
    for (RTCRtpCodec codec : wanted) {
      if (known.stream().noneMatch(it -> isSame(it, codec))) {
        throw new DOMException(codec + " cannot be received", "InvalidModificationError");
      }
    }
    if (!wanted.isEmpty() && wanted.stream().allMatch(CodecPreferences::isHelper)) {
      throw new DOMException("no codec that carries media", "InvalidModificationError");
    }
  }

  private static boolean isHelper(RTCRtpCodec codec) {
    String name = codec.mimeType().substring(codec.mimeType().indexOf('/') + 1);
    return HELPERS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isSame(RTCRtpCodec one, RTCRtpCodec other) {
    return one.mimeType().equalsIgnoreCase(other.mimeType())
        && one.clockRateHz() == other.clockRateHz()
        && one.channels().equals(other.channels())
        && one.sdpFmtpLine().equals(other.sdpFmtpLine());
  }
}
