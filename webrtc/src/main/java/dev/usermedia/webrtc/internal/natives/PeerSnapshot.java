package dev.usermedia.webrtc.internal.natives;

import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import dev.usermedia.webrtc.RTCSignalingState;
import java.util.List;
import java.util.Optional;

/**
 * A connection after a description was applied.
 *
 * @param transceivers in the order in which they came
 */
public record PeerSnapshot(
    RTCSignalingState signalingState,
    Descriptions descriptions,
    List<TransceiverSnapshot> transceivers) {
  /**
   * A transceiver after a description was applied.
   *
   * @param mid the media description that it was given
   * @param currentDirection what was agreed upon
   * @param stopped whether it is stopped for good
   */
  public record TransceiverSnapshot(
      NativeTransceiver transceiver,
      Optional<String> mid,
      RTCRtpTransceiverDirection direction,
      Optional<RTCRtpTransceiverDirection> currentDirection,
      boolean stopped) {}
}
