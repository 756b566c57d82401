package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.TypeError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The rules of encodings. There is one for each sender, as the binding cannot send several; of more
 * the first is taken, which the specification leaves open.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcpeerconnection-addtransceiver">WebRTC,
 *     addTransceiver, the steps on sendEncodings</a>
 */
final class SendEncodings {
  private static final int LONGEST_RID = 16;

  private SendEncodings() {}

  /** What a sender begins with. */
  static List<RTCRtpEncodingParameters> initial(
      MediaKind kind, List<RTCRtpEncodingParameters> wanted) {
    checkRids(wanted);
    List<RTCRtpEncodingParameters> cleaned = cleaned(kind, wanted);
    if (cleaned.isEmpty()) {
      return List.of(completed(kind, RTCRtpEncodingParameters.DEFAULT));
    }
    // a name is of use among several only
    RTCRtpEncodingParameters first = cleaned.getFirst();
    return List.of(
        completed(
            kind,
            new RTCRtpEncodingParameters(
                Optional.empty(),
                first.active(),
                first.codec(),
                first.maxBitrate(),
                first.maxFramerate(),
                first.scaleResolutionDownBy())));
  }

  private static void checkRids(List<RTCRtpEncodingParameters> encodings) {
    Set<String> rids = new HashSet<>();
    for (RTCRtpEncodingParameters encoding : encodings) {
      Optional<String> rid = encoding.rid();
      if (rid.isEmpty()) {
        if (encodings.size() > 1) {
          throw new TypeError("each of several encodings needs a rid");
        }
      } else if (!rid.get().matches("[A-Za-z0-9]{1," + LONGEST_RID + "}")) {
        throw new TypeError("not a rid: " + rid.get());
      } else if (!rids.add(rid.get())) {
        throw new TypeError("two encodings with the rid " + rid.get());
      }
    }
  }

  /**
   * What {@code setParameters} is given, after a check of what was there before.
   *
   * @throws DOMException {@code InvalidModificationError} if there is another number of them, or
   *     another name
   */
  static List<RTCRtpEncodingParameters> changed(
      MediaKind kind, List<RTCRtpEncodingParameters> from, List<RTCRtpEncodingParameters> to) {
    if (from.size() != to.size()
        || !from.stream()
            .map(RTCRtpEncodingParameters::rid)
            .toList()
            .equals(to.stream().map(RTCRtpEncodingParameters::rid).toList())) {
      throw new DOMException(
          "encodings cannot be added, removed, renamed or reordered", "InvalidModificationError");
    }
    return cleaned(kind, to).stream().map(it -> completed(kind, it)).toList();
  }

  /** Without what does not go with the kind, and within bounds. */
  private static List<RTCRtpEncodingParameters> cleaned(
      MediaKind kind, List<RTCRtpEncodingParameters> encodings) {
    for (RTCRtpEncodingParameters encoding : encodings) {
      if (encoding.codec().isPresent()) {
        throw new DOMException(
            "an encoding cannot have a codec of its own here: call setCodecPreferences",
            "NotSupportedError");
      }
    }
    if (kind == MediaKind.AUDIO) {
      return encodings.stream().map(SendEncodings::ofSound).toList();
    }
    for (RTCRtpEncodingParameters encoding : encodings) {
      if (!(encoding.scaleResolutionDownBy().orElse(1) >= 1)) {
        throw new IllegalArgumentException(
            "scaleResolutionDownBy is at least 1, not "
                + encoding.scaleResolutionDownBy().getAsDouble());
      }
      if (!(encoding.maxFramerate().orElse(0) >= 0)) {
        throw new IllegalArgumentException(
            "maxFramerate is at least 0, not " + encoding.maxFramerate().getAsDouble());
      }
    }
    return encodings;
  }

  private static RTCRtpEncodingParameters ofSound(RTCRtpEncodingParameters it) {
    return new RTCRtpEncodingParameters(
        it.rid(),
        it.active(),
        it.codec(),
        it.maxBitrate(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static RTCRtpEncodingParameters completed(MediaKind kind, RTCRtpEncodingParameters it) {
    if (kind == MediaKind.VIDEO && it.scaleResolutionDownBy().isEmpty()) {
      return it.withScaleResolutionDownBy(1);
    }
    OptionalLong bits = it.maxBitrate();
    return bits.isEmpty() || bits.getAsLong() >= 0 ? it : it.withMaxBitrate(0);
  }
}
