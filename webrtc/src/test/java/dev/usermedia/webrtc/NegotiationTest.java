package dev.usermedia.webrtc;

import static dev.usermedia.webrtc.PeerPair.PATIENCE_SECONDS;
import static dev.usermedia.webrtc.PeerPair.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The exchange of descriptions between two connections, and what is told of it. */
@Tag("webrtc")
class NegotiationTest {
  private PeerPair pair;

  @BeforeEach
  void open() {
    pair = new PeerPair();
  }

  @AfterEach
  void close() {
    pair.close();
  }

  private static void assertFails(String name, ThrowingCallable call) {
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(call)
        .satisfies(it -> assertThat(it.name()).isEqualTo(name));
  }

  private RTCRtpTransceiver add(MediaKind kind, RTCRtpTransceiverDirection direction) {
    return pair.caller.addTransceiver(kind, RTCRtpTransceiverInit.DEFAULT.withDirection(direction));
  }

  /** Waits until what was queued on the event loop before has run. */
  private void settle() throws Exception {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    pair.media.eventLoop().execute(() -> turn.complete(null));
    turn.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void statesAndEventsComeInOrder() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    var _ =
        pair.caller.onsignalingstatechange(
            event -> told.add("caller " + pair.caller.signalingState()));
    var _ =
        pair.callee.onsignalingstatechange(
            event -> told.add("callee " + pair.callee.signalingState()));
    var _ = pair.callee.ontrack(event -> told.add("track of " + event.track().kind()));
    MediaStream stream = pair.camera();
    pair.caller.addTrack(stream.getVideoTracks().getFirst(), stream);
    pair.negotiate();
    settle();

    assertThat(told)
        .containsExactly(
            "caller have-local-offer",
            "callee have-remote-offer",
            "track of video",
            "callee stable",
            "caller stable");
    RTCRtpTransceiver sending = pair.caller.getTransceivers().getFirst();
    assertThat(sending.mid()).isEqualTo(pair.callee.getTransceivers().getFirst().mid()).isPresent();
    assertThat(sending.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    assertThat(sending.currentDirection()).hasValue(RTCRtpTransceiverDirection.SENDONLY);
    assertThat(pair.callee.getTransceivers().getFirst().currentDirection())
        .hasValue(RTCRtpTransceiverDirection.RECVONLY);
    assertThat(pair.caller.pendingLocalDescription()).isEmpty();
    assertThat(pair.caller.currentLocalDescription().map(RTCSessionDescription::type))
        .hasValue(RTCSdpType.OFFER);
    assertThat(pair.callee.canTrickleIceCandidates()).hasValue(true);
  }

  @Test
  void aTrackArrivesInStreamsOfTheSameNames() throws Exception {
    MediaStream one = pair.camera();
    MediaStream two = new MediaStream();
    pair.caller.addTrack(one.getVideoTracks().getFirst(), one, two);
    pair.negotiate();

    RTCTrackEvent event = pair.received("video");
    assertThat(event.streams()).extracting(MediaStream::id).containsExactly(one.id(), two.id());
    assertThat(event.streams())
        .allSatisfy(it -> assertThat(it.getTracks()).contains(event.track()));
    assertThat(event.transceiver().receiver()).isEqualTo(event.receiver());

    BlockingQueue<MediaStreamTrack> removed = new LinkedBlockingQueue<>();
    CompletableFuture<Void> muted = new CompletableFuture<>();
    var _ = event.streams().getFirst().onremovetrack(it -> removed.add(it.track()));
    pair.caller.removeTrack(pair.caller.getSenders().getFirst());
    pair.negotiate();
    assertThat(removed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(event.track());
    assertThat(event.streams().getFirst().getTracks()).isEmpty();
    assertThat(event.track().muted()).isTrue();
    muted.cancel(false);
  }

  @Test
  void anAnswererSendsBackByTheSameTransceiver() throws Exception {
    MediaStream mine = pair.camera();
    MediaStream yours = pair.camera();
    BlockingQueue<RTCTrackEvent> back = new LinkedBlockingQueue<>();
    var _ = pair.caller.ontrack(back::add);
    pair.caller.addTrack(mine.getVideoTracks().getFirst(), mine);
    pair.callee.addTrack(yours.getVideoTracks().getFirst(), yours);
    pair.negotiate();

    assertThat(pair.callee.getTransceivers()).hasSize(1);
    RTCTrackEvent event = back.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    assertThat(event.transceiver()).isEqualTo(pair.caller.getTransceivers().getFirst());
    assertThat(event.transceiver().currentDirection())
        .hasValue(RTCRtpTransceiverDirection.SENDRECV);
  }

  @Test
  void negotiationIsNeededAfterEachChangeAndNotAfterAnAnswer() throws Exception {
    BlockingQueue<RTCSignalingState> needed = new LinkedBlockingQueue<>();
    var _ = pair.caller.onnegotiationneeded(event -> needed.add(pair.caller.signalingState()));
    RTCRtpTransceiver transceiver = add(MediaKind.VIDEO, RTCRtpTransceiverDirection.SENDRECV);
    assertThat(needed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(RTCSignalingState.STABLE);
    add(MediaKind.AUDIO, RTCRtpTransceiverDirection.SENDRECV);
    pair.negotiate();
    settle();
    settle();
    assertThat(needed).isEmpty();

    transceiver.direction(RTCRtpTransceiverDirection.INACTIVE);
    assertThat(needed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    pair.negotiate();
    pair.caller.restartIce();
    assertThat(needed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    String before = pair.caller.localDescription().orElseThrow().sdp();
    pair.negotiate();
    settle();
    settle();
    assertThat(needed).isEmpty();
    assertThat(ufrag(pair.caller.localDescription().orElseThrow().sdp()))
        .isNotEqualTo(ufrag(before));
  }

  private static String ufrag(String sdp) {
    return sdp.lines().filter(it -> it.startsWith("a=ice-ufrag:")).findFirst().orElseThrow();
  }

  @Test
  void anOfferIsTakenBack() {
    add(MediaKind.VIDEO, RTCRtpTransceiverDirection.SENDRECV);
    pair.caller.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT);
    assertThat(pair.caller.getTransceivers().getFirst().mid()).isPresent();
    RTCSessionDescriptionInit offer = pair.caller.localDescription().orElseThrow().toJSON();
    pair.callee.setRemoteDescription(offer);
    assertThat(pair.callee.getTransceivers()).hasSize(1);

    // each side takes back what it applied last
    assertFails(
        "InvalidStateError",
        () ->
            pair.caller.setRemoteDescription(
                new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, "")));
    assertFails(
        "InvalidStateError",
        () ->
            pair.callee.setLocalDescription(
                new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, "")));
    pair.callee.setRemoteDescription(new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, ""));
    pair.caller.setLocalDescription(
        new RTCLocalSessionDescriptionInit(Optional.of(RTCSdpType.ROLLBACK), ""));
    assertThat(pair.caller.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    assertThat(pair.caller.getTransceivers().getFirst().mid()).isEmpty();
    assertThat(pair.callee.getTransceivers()).isEmpty();
    assertThat(pair.callee.remoteDescription()).isEmpty();
    pair.negotiate();
  }

  @Test
  void aRollbackLeavesWhatWasAgreedAndWhatTheApplicationSends() throws Exception {
    MediaStream stream = pair.camera();
    pair.caller.addTrack(stream.getVideoTracks().getFirst(), stream);
    pair.negotiate();
    RTCTrackEvent event = pair.received("video");
    MediaStream there = event.streams().getFirst();
    pair.caller.removeTrack(pair.caller.getSenders().getFirst());
    pair.caller.addTransceiver(MediaKind.AUDIO, RTCRtpTransceiverInit.DEFAULT);
    pair.caller.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT);
    pair.callee.setRemoteDescription(pair.caller.localDescription().orElseThrow().toJSON());
    assertThat(there.getTracks()).isEmpty();
    MediaStream sound = pair.microphone();
    RTCRtpSender sender = pair.callee.addTrack(sound.getAudioTracks().getFirst(), sound);
    assertThat(pair.callee.getTransceivers()).hasSize(2);

    pair.callee.setRemoteDescription(new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, ""));
    assertThat(there.getTracks()).containsExactly(event.track());
    assertThat(pair.callee.getTransceivers()).hasSize(2);
    assertThat(sender.transceiver().mid()).isEmpty();
    assertThat(sender.track()).isEqualTo(Optional.of(sound.getAudioTracks().getFirst()));
  }

  @Test
  void descriptionsTellOfTheAddressesThatEventsHaveToldOf() throws Exception {
    add(MediaKind.AUDIO, RTCRtpTransceiverDirection.SENDRECV);
    List<Boolean> consistent = new CopyOnWriteArrayList<>();
    CompletableFuture<String> complete = new CompletableFuture<>();
    var _ =
        pair.caller.onicecandidate(
            event -> {
              String sdp = pair.caller.localDescription().orElseThrow().sdp();
              event
                  .candidate()
                  .ifPresentOrElse(
                      it -> consistent.add(sdp.contains(" " + it.port().orElseThrow() + " typ ")),
                      () -> complete.complete(sdp));
            });
    pair.negotiate();
    assertThat(complete.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains("a=end-of-candidates");
    assertThat(consistent).doesNotContain(false);
    String given = pair.caller.localDescription().orElseThrow().sdp();
    assertThat(pair.callee.remoteDescription().orElseThrow().sdp())
        .startsWith(given.substring(0, given.indexOf("m=")));
  }

  @Test
  void anOfferGivesWayToThatOfTheOtherSide() {
    add(MediaKind.VIDEO, RTCRtpTransceiverDirection.SENDRECV);
    pair.callee.addTransceiver(MediaKind.AUDIO, RTCRtpTransceiverInit.DEFAULT);
    pair.caller.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT);
    pair.callee.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT);

    pair.caller.setRemoteDescription(pair.callee.localDescription().orElseThrow().toJSON());
    assertThat(pair.caller.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_OFFER);
    pair.caller.setLocalDescription(RTCLocalSessionDescriptionInit.IMPLICIT);
    pair.callee.setRemoteDescription(pair.caller.localDescription().orElseThrow().toJSON());
    assertThat(pair.caller.getTransceivers()).hasSize(2);
  }

  @Test
  void whatTheStateDoesNotCallForFails() {
    assertFails("InvalidStateError", pair.caller::createAnswer);
    assertFails(
        "InvalidStateError",
        () ->
            pair.caller.setRemoteDescription(
                new RTCSessionDescriptionInit(RTCSdpType.ANSWER, "v=0")));
    assertFails(
        "InvalidStateError",
        () -> pair.caller.addIceCandidate(RTCIceCandidateInit.of("candidate:garbage", "0")));
    add(MediaKind.VIDEO, RTCRtpTransceiverDirection.SENDRECV);
    RTCSessionDescriptionInit offer = pair.caller.createOffer(RTCOfferOptions.DEFAULT);
    assertFails(
        "InvalidModificationError",
        () ->
            pair.caller.setLocalDescription(
                local(new RTCSessionDescriptionInit(RTCSdpType.OFFER, offer.sdp() + "a=x\r\n"))));
    pair.caller.setLocalDescription(offer);
    assertThatThrownBy(
            () ->
                pair.callee.setRemoteDescription(
                    new RTCSessionDescriptionInit(RTCSdpType.OFFER, "garbage")))
        .isInstanceOf(DOMException.class);
    pair.callee.setRemoteDescription(offer);
    assertFails(
        "OperationError",
        () -> pair.callee.addIceCandidate(RTCIceCandidateInit.of("candidate:garbage", "0")));
    assertFails(
        "OperationError",
        () ->
            pair.callee.addIceCandidate(
                RTCIceCandidateInit.of("candidate:1 1 udp 1 192.0.2.1 9 typ host", "no such")));
    // the end of addresses
    pair.callee.addIceCandidate(RTCIceCandidateInit.of("", "0"));
  }

  @Test
  void aTrackIsSentOnceAndTakenBack() {
    MediaStream stream = pair.camera();
    MediaStreamTrack track = stream.getVideoTracks().getFirst();
    RTCRtpSender sender = pair.caller.addTrack(track, stream);
    assertFails("InvalidAccessError", () -> pair.caller.addTrack(track, stream));
    assertFails("InvalidAccessError", () -> pair.callee.removeTrack(sender));

    pair.caller.removeTrack(sender);
    assertThat(sender.track()).isEmpty();
    assertThat(pair.caller.getTransceivers().getFirst().direction())
        .isEqualTo(RTCRtpTransceiverDirection.RECVONLY);
    // what never sent is used again
    assertThat(pair.caller.addTrack(track, stream)).isSameAs(sender);
    assertThat(pair.caller.getTransceivers()).hasSize(1);
  }

  @Test
  void oldCodeAsksForMediaInTheOffer() {
    RTCSessionDescriptionInit offer =
        pair.caller.createOffer(new RTCOfferOptions(false, Optional.of(true), Optional.of(false)));
    assertThat(offer.sdp()).contains("m=audio").doesNotContain("m=video").contains("a=recvonly");
  }

  @Test
  void codecsAreAgreedUponInTheOrderOfPreference() {
    RTCRtpTransceiver transceiver = add(MediaKind.VIDEO, RTCRtpTransceiverDirection.SENDRECV);
    List<RTCRtpCodec> vp9 =
        RTCRtpReceiver.getCapabilities("video").orElseThrow().codecs().stream()
            .filter(it -> it.mimeType().equals("video/VP9"))
            .toList();
    assertThat(vp9).isNotEmpty();
    transceiver.setCodecPreferences(vp9);
    assertFails(
        "InvalidModificationError",
        () ->
            transceiver.setCodecPreferences(
                List.of(
                    new RTCRtpCodec(
                        "video/none", 90_000, java.util.OptionalInt.empty(), Optional.empty()))));
    assertThat(pair.caller.createOffer(RTCOfferOptions.DEFAULT).sdp())
        .contains("VP9/90000")
        .doesNotContain("VP8/90000");
    assertThat(RTCRtpSender.getCapabilities("smell")).isEmpty();
    assertThat(RTCRtpSender.getCapabilities("audio").orElseThrow().codecs())
        .extracting(RTCRtpCodec::mimeType)
        .contains("audio/opus");
  }
}
