package dev.usermedia.webrtc;

import java.util.Optional;

/**
 * How an offer is to be made.
 *
 * @param iceRestart whether to look for a way anew
 * @param offerToReceiveAudio of old code: whether to ask for sound
 * @param offerToReceiveVideo of old code: whether to ask for pictures
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcofferoptions">WebRTC, RTCOfferOptions</a>
 */
public record RTCOfferOptions(
    boolean iceRestart,
    Optional<Boolean> offerToReceiveAudio,
    Optional<Boolean> offerToReceiveVideo) {
  /** As things are. */
  public static final RTCOfferOptions DEFAULT =
      new RTCOfferOptions(false, Optional.empty(), Optional.empty());
}
