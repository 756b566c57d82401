package dev.usermedia.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.Delivery;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.MediaStreamConstraints;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/guide/from-mdn-to-java.md shows of peer connections, between the marks. */
@Tag("webrtc")
class FromMdnToJavaPeersTest {
  private final MediaContext context = MediaContext.builder().fakeDevices().build();
  private final CountDownLatch shown = new CountDownLatch(1);

  @AfterEach
  void close() {
    context.close();
  }

  private void show(MediaStreamTrack track) {
    var _ = track.addVideoSink(Delivery.newest(), frame -> shown.countDown());
  }

  @Test
  @SuppressWarnings("FutureReturnValueIgnored") // as on the Web, where nobody waits for it
  void callsAnotherPeer() throws Exception {
    PeerPair.assumeNetwork();
    MediaStream stream =
        context.mediaDevices().getUserMedia(MediaStreamConstraints.builder().video(true).build());
    // region call
    RTCPeerConnection caller = new RTCPeerConnection(context);
    RTCPeerConnection callee = new RTCPeerConnection(context);
    var _ =
        caller.onicecandidate(
            event -> event.candidate().ifPresent(it -> callee.addIceCandidateAsync(it.toJSON())));
    var _ =
        callee.onicecandidate(
            event -> event.candidate().ifPresent(it -> caller.addIceCandidateAsync(it.toJSON())));
    var _ = callee.ontrack(event -> show(event.track()));
    for (MediaStreamTrack track : stream.getTracks()) {
      caller.addTrack(track, stream);
    }
    RTCSessionDescriptionInit offer = caller.createOffer();
    callee.setRemoteDescription(offer);
    caller.setLocalDescription(offer);
    RTCSessionDescriptionInit answer = callee.createAnswer();
    caller.setRemoteDescription(answer);
    callee.setLocalDescription(answer);
    // endregion
    assertThat(shown.await(PeerPair.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
