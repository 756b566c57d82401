package dev.usermedia.webrtc.internal.natives;

import dev.usermedia.webrtc.RTCIceCandidateInit;
import dev.usermedia.webrtc.RTCIceConnectionState;
import dev.usermedia.webrtc.RTCIceGatheringState;
import dev.usermedia.webrtc.RTCPeerConnectionIceErrorEventInit;
import dev.usermedia.webrtc.RTCPeerConnectionState;
import java.util.Optional;

/** Told by a connection what happens to it, in order, on the thread of {@link Natives}. */
public interface PeerEvents {
  /** An own address was found; the descriptions have it. */
  void candidate(RTCIceCandidateInit candidate, Optional<String> url, Descriptions descriptions);

  void candidateError(RTCPeerConnectionIceErrorEventInit error);

  void gathering(RTCIceGatheringState state);

  void iceConnection(RTCIceConnectionState state);

  void connection(RTCPeerConnectionState state);
}
