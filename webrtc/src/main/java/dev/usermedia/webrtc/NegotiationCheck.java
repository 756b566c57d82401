package dev.usermedia.webrtc;

import dev.usermedia.webrtc.internal.natives.Descriptions;
import dev.usermedia.webrtc.internal.sdp.SessionText;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether descriptions have to be exchanged again.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dfn-check-if-negotiation-is-needed">WebRTC, check if
 *     negotiation is needed</a>
 */
final class NegotiationCheck {
  private final Optional<RTCSdpType> localType;
  private final Optional<SessionText> local;
  private final Optional<SessionText> remote;

  NegotiationCheck(Descriptions descriptions) {
    this.localType = descriptions.currentLocal().map(RTCSessionDescription::type);
    this.local = descriptions.currentLocal().map(it -> SessionText.parse(it.sdp()));
    this.remote = descriptions.currentRemote().map(it -> SessionText.parse(it.sdp()));
  }

  boolean isNeeded(Collection<RTCRtpTransceiver> transceivers) {
    return transceivers.stream().anyMatch(this::isNeeded);
  }

  private boolean isNeeded(RTCRtpTransceiver transceiver) {
    Optional<SessionText.Section> ours = section(local, transceiver);
    Optional<SessionText.Section> theirs = section(remote, transceiver);
    if (transceiver.isStopped()) {
      return ours.isPresent()
          && !ours.get().rejected()
          && !theirs.map(it -> it.rejected()).orElse(false);
    }
    if (transceiver.isStopping() || ours.isEmpty()) {
      return true;
    }
    RTCRtpTransceiverDirection wanted = transceiver.direction();
    if (Directions.sends(wanted)) {
      Set<String> told = new HashSet<>(ours.get().streamIds().orElse(List.of()));
      if (!told.equals(new HashSet<>(transceiver.sender().streamIds()))) {
        return true;
      }
    }
    RTCRtpTransceiverDirection described = ours.get().direction();
    Optional<RTCRtpTransceiverDirection> answered =
        theirs.map(it -> Directions.reversed(it.direction()));
    return localType.equals(Optional.of(RTCSdpType.OFFER))
        ? described != wanted && !answered.equals(Optional.of(wanted))
        : answered.map(it -> Directions.both(wanted, it)).orElse(wanted) != described;
  }

  private static Optional<SessionText.Section> section(
      Optional<SessionText> text, RTCRtpTransceiver transceiver) {
    return text.flatMap(it -> transceiver.mid().flatMap(it::section));
  }
}
