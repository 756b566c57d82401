package dev.usermedia.webrtc;

import dev.usermedia.webrtc.internal.natives.Descriptions;
import dev.usermedia.webrtc.internal.sdp.SessionText;
import java.util.List;
import java.util.Optional;

/** What two descriptions agree upon for a transceiver. */
final class AgreedParameters {
  private static final RTCRtpReceiveParameters NOTHING =
      new RTCRtpReceiveParameters(
          List.of(), new RTCRtcpParameters(Optional.empty(), false), List.of());

  private AgreedParameters() {}

  /** How it sends: what the other side described, as far as this side did too. */
  static RTCRtpReceiveParameters ofSender(Descriptions descriptions, Optional<String> mid) {
    return of(descriptions.currentRemote(), descriptions.currentLocal(), mid, true);
  }

  /** How it receives: what this side described, as far as the other side did too. */
  static RTCRtpReceiveParameters ofReceiver(Descriptions descriptions, Optional<String> mid) {
    return of(descriptions.currentLocal(), descriptions.currentRemote(), mid, false);
  }

  private static RTCRtpReceiveParameters of(
      Optional<RTCSessionDescription> decides,
      Optional<RTCSessionDescription> agrees,
      Optional<String> mid,
      boolean isNamed) {
    Optional<SessionText.Section> one = section(decides, mid);
    Optional<SessionText.Section> other = section(agrees, mid);
    if (one.isEmpty() || other.isEmpty() || one.get().rejected() || other.get().rejected()) {
      return NOTHING;
    }
    return new RTCRtpReceiveParameters(
        one.get().extensions().stream().filter(other.get().extensions()::contains).toList(),
        new RTCRtcpParameters(
            isNamed ? other.get().cname() : Optional.empty(),
            one.get().reducedSize() && other.get().reducedSize()),
        one.get().codecs().stream().filter(it -> isKnown(it, other.get())).toList());
  }

  private static boolean isKnown(RTCRtpCodecParameters codec, SessionText.Section section) {
    return section.codecs().stream()
        .anyMatch(
            it ->
                it.mimeType().equalsIgnoreCase(codec.mimeType())
                    && it.clockRateHz() == codec.clockRateHz()
                    && it.channels().equals(codec.channels()));
  }

  private static Optional<SessionText.Section> section(
      Optional<RTCSessionDescription> description, Optional<String> mid) {
    return description.flatMap(
        it -> mid.flatMap(name -> SessionText.parse(it.sdp()).section(name)));
  }
}
