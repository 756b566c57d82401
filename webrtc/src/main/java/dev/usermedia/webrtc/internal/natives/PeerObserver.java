package dev.usermedia.webrtc.internal.natives;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceConnectionState;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionIceErrorEvent;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.usermedia.webrtc.RTCIceCandidateInit;
import dev.usermedia.webrtc.RTCPeerConnectionIceErrorEventInit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Called by libwebrtc on a thread of its own; passes on to that of {@link Natives}, which is where
 * it is known whether the connection is open, and behind whatever is under way there.
 */
final class PeerObserver implements PeerConnectionObserver {
  private final Natives natives;
  private final NativePeer peer;
  private final PeerEvents events;

  PeerObserver(Natives natives, NativePeer peer, PeerEvents events) {
    this.natives = natives;
    this.peer = peer;
    this.events = events;
  }

  @Override
  public void onIceCandidate(RTCIceCandidate candidate) {
    RTCIceCandidateInit init =
        new RTCIceCandidateInit(
            candidate.sdp,
            Optional.ofNullable(candidate.sdpMid),
            OptionalInt.of(candidate.sdpMLineIndex),
            Optional.empty());
    Optional<String> url = Optional.ofNullable(candidate.serverUrl).filter(it -> !it.isEmpty());
    tell(() -> events.candidate(init, url, peer.descriptions()));
  }

  @Override
  public void onIceCandidateError(RTCPeerConnectionIceErrorEvent event) {
    Integer port = event.getPort();
    RTCPeerConnectionIceErrorEventInit init =
        new RTCPeerConnectionIceErrorEventInit(
            Optional.ofNullable(event.getAddress()).filter(it -> !it.isEmpty()),
            port == null || port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
            event.getUrl() == null ? "" : event.getUrl(),
            event.getErrorCode(),
            event.getErrorText() == null ? "" : event.getErrorText());
    tell(() -> events.candidateError(init));
  }

  @Override
  public void onIceGatheringChange(RTCIceGatheringState state) {
    tell(() -> events.gathering(Enums.of(state)));
  }

  @Override
  public void onIceConnectionChange(RTCIceConnectionState state) {
    tell(() -> events.iceConnection(Enums.of(state)));
  }

  @Override
  public void onConnectionChange(RTCPeerConnectionState state) {
    tell(() -> events.connection(Enums.of(state)));
  }

  private void tell(Runnable steps) {
    Natives.guarded(
        () ->
            natives.post(
                () -> {
                  if (peer.isOpen()) {
                    steps.run();
                  }
                }));
  }
}
