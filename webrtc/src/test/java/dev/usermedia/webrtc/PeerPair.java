package dev.usermedia.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Two connections in one process that learn each other's addresses, with synthetic devices in real
 * time, which is the only one that libwebrtc knows.
 */
final class PeerPair implements AutoCloseable {
  static final long PATIENCE_SECONDS = 60;

  final List<Throwable> errors = new CopyOnWriteArrayList<>();
  final MediaContext media = MediaContext.builder().fakeDevices().onError(errors::add).build();
  final RTCPeerConnection caller = new RTCPeerConnection(media);
  final RTCPeerConnection callee = new RTCPeerConnection(media);
  final BlockingQueue<RTCTrackEvent> tracks = new LinkedBlockingQueue<>();

  PeerPair() {
    trickle(caller, callee);
    trickle(callee, caller);
    var _ = callee.ontrack(tracks::add);
  }

  /** libwebrtc does not connect over the loop-back interface alone. */
  static void assumeNetwork() {
    String[] interfaces = new File("/sys/class/net").list((folder, name) -> !name.equals("lo"));
    assumeTrue(interfaces == null || interfaces.length > 0, "there is no network interface but lo");
  }

  /** What one side finds is told to the other, once that knows the description that it is of. */
  private void trickle(RTCPeerConnection from, RTCPeerConnection to) {
    List<RTCIceCandidateInit> waiting = new ArrayList<>();
    var _ =
        from.onicecandidate(
            event -> {
              event.candidate().map(RTCIceCandidate::toJSON).ifPresent(waiting::add);
              pass(waiting, to);
            });
    var _ = to.onsignalingstatechange(event -> pass(waiting, to));
  }

  private void pass(List<RTCIceCandidateInit> waiting, RTCPeerConnection to) {
    for (RTCIceCandidateInit candidate : List.copyOf(waiting)) {
      if (isExpected(candidate, to)) {
        waiting.remove(candidate);
        var _ =
            to.addIceCandidateAsync(candidate)
                .exceptionally(
                    failure -> {
                      // the connection may have been closed meanwhile, or the offer taken back
                      if (isExpected(candidate, to)) {
                        errors.add(failure);
                      }
                      return null;
                    });
      }
    }
  }

  private static boolean isExpected(RTCIceCandidateInit candidate, RTCPeerConnection to) {
    String round = "a=ice-ufrag:" + candidate.usernameFragment().orElseThrow() + "\r\n";
    return to.signalingState() != RTCSignalingState.CLOSED
        && to.remoteDescription().filter(it -> it.sdp().contains(round)).isPresent();
  }

  /** The caller offers, the callee answers. */
  void negotiate() {
    caller.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT);
    callee.setRemoteDescription(caller.localDescription().orElseThrow().toJSON());
    callee.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT);
    caller.setRemoteDescription(callee.localDescription().orElseThrow().toJSON());
  }

  /** Waits until a connection carries. */
  static void awaitConnected(RTCPeerConnection connection) throws Exception {
    CompletableFuture<Void> connected = new CompletableFuture<>();
    try (var _ =
        connection.onconnectionstatechange(
            event -> {
              if (connection.connectionState() == RTCPeerConnectionState.CONNECTED) {
                connected.complete(null);
              }
            })) {
      if (connection.connectionState() != RTCPeerConnectionState.CONNECTED) {
        connected.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  /** What the other side sends of a kind. */
  RTCTrackEvent received(String kind) throws InterruptedException {
    while (true) {
      RTCTrackEvent event = tracks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(event).as("a track of %s", kind).isNotNull();
      if (event.track().kind().equals(kind)) {
        return event;
      }
    }
  }

  MediaStream camera() {
    return media
        .mediaDevices()
        .getUserMedia(
            MediaStreamConstraints.builder()
                .video(
                    MediaTrackConstraints.builder()
                        .width(ConstrainULong.exact(320))
                        .height(ConstrainULong.exact(240))
                        .build())
                .build());
  }

  MediaStream microphone() {
    return media.mediaDevices().getUserMedia(MediaStreamConstraints.builder().audio(true).build());
  }

  static RTCLocalSessionDescriptionInit local(RTCSessionDescriptionInit description) {
    return new RTCLocalSessionDescriptionInit(Optional.of(description.type()), description.sdp());
  }

  /** Closes both and fails if anything was thrown into the library. */
  @Override
  public void close() {
    caller.close();
    callee.close();
    media.close();
    assertThat(errors).isEmpty();
  }
}
