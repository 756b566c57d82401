package dev.usermedia.webrtc;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An address of a peer as it is passed on.
 *
 * @param candidate the candidate attribute; empty for the end of candidates
 * @param sdpMid the media description that it is for
 * @param sdpMLineIndex the place of that description
 * @param usernameFragment the round of searching that it belongs to
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcicecandidateinit">WebRTC,
 *     RTCIceCandidateInit</a>
 */
public record RTCIceCandidateInit(
    String candidate,
    Optional<String> sdpMid,
    OptionalInt sdpMLineIndex,
    Optional<String> usernameFragment) {
  /** For a media description. */
  public static RTCIceCandidateInit of(String candidate, String sdpMid) {
    return new RTCIceCandidateInit(
        candidate, Optional.of(sdpMid), OptionalInt.empty(), Optional.empty());
  }
}
