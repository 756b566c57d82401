package dev.usermedia.webrtc;

import static dev.usermedia.webrtc.RTCRtpTransceiverDirection.INACTIVE;
import static dev.usermedia.webrtc.RTCRtpTransceiverDirection.RECVONLY;
import static dev.usermedia.webrtc.RTCRtpTransceiverDirection.SENDONLY;
import static dev.usermedia.webrtc.RTCRtpTransceiverDirection.SENDRECV;

/** Directions put together and taken apart. */
final class Directions {
  private Directions() {}

  static boolean sends(RTCRtpTransceiverDirection direction) {
    return direction == SENDRECV || direction == SENDONLY;
  }

  static boolean receives(RTCRtpTransceiverDirection direction) {
    return direction == SENDRECV || direction == RECVONLY;
  }

  static RTCRtpTransceiverDirection of(boolean sends, boolean receives) {
    return sends ? receives ? SENDRECV : SENDONLY : receives ? RECVONLY : INACTIVE;
  }

  /** As the other side sees it. */
  static RTCRtpTransceiverDirection reversed(RTCRtpTransceiverDirection direction) {
    return of(receives(direction), sends(direction));
  }

  /** What both allow. */
  static RTCRtpTransceiverDirection both(
      RTCRtpTransceiverDirection one, RTCRtpTransceiverDirection other) {
    return of(sends(one) && sends(other), receives(one) && receives(other));
  }
}
