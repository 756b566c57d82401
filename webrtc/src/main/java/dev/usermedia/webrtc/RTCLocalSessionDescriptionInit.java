package dev.usermedia.webrtc;

import java.util.Optional;

/**
 * What {@code setLocalDescription} is told.
 *
 * @param type what to apply; if empty, what the state calls for
 * @param sdp its text; if empty, what was created last
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtclocalsessiondescriptioninit">WebRTC,
 *     RTCLocalSessionDescriptionInit</a>
 */
public record RTCLocalSessionDescriptionInit(Optional<RTCSdpType> type, String sdp) {
  /** An offer or an answer, as the state calls for, as created last. */
  public static final RTCLocalSessionDescriptionInit IMPLICIT =
      new RTCLocalSessionDescriptionInit(Optional.empty(), "");
}
