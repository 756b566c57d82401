package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.TypeError;
import dev.usermedia.webrtc.internal.natives.Descriptions;
import dev.usermedia.webrtc.internal.natives.PeerSnapshot;
import dev.usermedia.webrtc.internal.sdp.SessionText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The exchange of descriptions.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#session-negotiation-model">WebRTC, session
 *     negotiation model</a>
 */
final class Negotiation {
  private final RTCPeerConnection connection;
  private final Transceivers transceivers;
  private final ConnectionEvents events;
  private final OperationsChain chain = new OperationsChain(this::emptied);

  // ---- guarded for writing by the connection's slots ----

  private volatile RTCSignalingState signalingState = RTCSignalingState.STABLE;
  private volatile Descriptions descriptions = Descriptions.NONE;
  private final ToldCandidates told = new ToldCandidates();
  private Descriptions natively = Descriptions.NONE;
  private Created lastOffer = Created.NOTHING;
  private Created lastAnswer = Created.NOTHING;
  private List<String> replacedUfrags = List.of();
  private boolean isNeeded;
  private boolean isToBeUpdated;

  /** Counts what makes an offer or answer no longer true. */
  private long version;

  /**
   * A description that was made here.
   *
   * @param version what it is true of
   */
  private record Created(String sdp, long version) {
    static final Created NOTHING = new Created("", -1);
  }

  Negotiation(RTCPeerConnection connection, Transceivers transceivers, ConnectionEvents events) {
    this.connection = connection;
    this.transceivers = transceivers;
    this.events = events;
  }

  OperationsChain chain() {
    return chain;
  }

  RTCSignalingState signalingState() {
    return signalingState;
  }

  Descriptions descriptions() {
    return descriptions;
  }

  // ---- offers and answers ----

  CompletableFuture<RTCSessionDescriptionInit> createOffer(RTCOfferOptions options) {
    return chain.chain(
        () -> {
          if (signalingState != RTCSignalingState.STABLE
              && signalingState != RTCSignalingState.HAVE_LOCAL_OFFER) {
            throw wrongState("an offer cannot be made");
          }
          options.offerToReceiveAudio().ifPresent(it -> receive(MediaKind.AUDIO, it));
          options.offerToReceiveVideo().ifPresent(it -> receive(MediaKind.VIDEO, it));
          return offer(options.iceRestart());
        });
  }

  private CompletableFuture<RTCSessionDescriptionInit> offer(boolean iceRestart) {
    long made = version();
    boolean restarts;
    synchronized (connection.slots()) {
      restarts = iceRestart || !replacedUfrags.isEmpty();
    }
    return connection
        .turns()
        .onLoop(
            connection.natively().createOffer(restarts),
            offer -> {
              lastOffer = new Created(offer.sdp(), made);
              return offer;
            });
  }

  /** What old code asks for: see the specification's legacy extensions. */
  private void receive(MediaKind kind, boolean wanted) {
    List<RTCRtpTransceiver> ofKind =
        transceivers.all().stream().filter(it -> it.kind() == kind && !it.isStopping()).toList();
    if (!wanted) {
      ofKind.forEach(it -> it.change(Directions.of(Directions.sends(it.direction()), false)));
    } else if (ofKind.stream().noneMatch(it -> Directions.receives(it.direction()))) {
      connection.addTransceiver(
          kind, RTCRtpTransceiverInit.DEFAULT.withDirection(RTCRtpTransceiverDirection.RECVONLY));
    }
  }

  CompletableFuture<RTCSessionDescriptionInit> createAnswer() {
    return chain.chain(
        () -> {
          if (signalingState != RTCSignalingState.HAVE_REMOTE_OFFER
              && signalingState != RTCSignalingState.HAVE_LOCAL_PRANSWER) {
            throw wrongState("there is no offer to answer");
          }
          return answer();
        });
  }

  private CompletableFuture<RTCSessionDescriptionInit> answer() {
    long made = version();
    return connection
        .turns()
        .onLoop(
            connection.natively().createAnswer(),
            answer -> {
              lastAnswer = new Created(answer.sdp(), made);
              return answer;
            });
  }

  private long version() {
    synchronized (connection.slots()) {
      return version;
    }
  }

  // ---- applying ----

  CompletableFuture<Void> setLocal(RTCLocalSessionDescriptionInit description) {
    return chain.chain(
        () -> {
          RTCSdpType type = description.type().orElseGet(this::implied);
          checkState(type, true);
          return switch (type) {
            case OFFER -> setLocal(type, description.sdp(), lastOffer);
            case ANSWER, PRANSWER -> setLocal(type, description.sdp(), lastAnswer);
            case ROLLBACK -> applyLocal(type, "");
          };
        });
  }

  private RTCSdpType implied() {
    return switch (signalingState) {
      case STABLE, HAVE_LOCAL_OFFER, HAVE_REMOTE_PRANSWER -> RTCSdpType.OFFER;
      case HAVE_REMOTE_OFFER, HAVE_LOCAL_PRANSWER, CLOSED -> RTCSdpType.ANSWER;
    };
  }

  private CompletableFuture<Void> setLocal(RTCSdpType type, String sdp, Created last) {
    if (!sdp.isEmpty() && !sdp.equals(last.sdp)) {
      throw new DOMException(
          "this is not the " + type + " that was created last", "InvalidModificationError");
    }
    if (!sdp.isEmpty() || last.version == version()) {
      return applyLocal(type, last.sdp);
    }
    return (type == RTCSdpType.OFFER ? offer(false) : answer())
        .thenCompose(made -> applyLocal(type, made.sdp()));
  }

  private CompletableFuture<Void> applyLocal(RTCSdpType type, String sdp) {
    return connection
        .turns()
        .thenOnLoop(
            connection.natively().setLocalDescription(type, sdp),
            snapshot -> applied(type, snapshot, Optional.empty()));
  }

  CompletableFuture<Void> setRemote(RTCSessionDescriptionInit description) {
    return chain.chain(
        () -> {
          RTCSdpType type = description.type();
          checkState(type, false);
          CompletableFuture<Void> before =
              type == RTCSdpType.OFFER && signalingState == RTCSignalingState.HAVE_LOCAL_OFFER
                  ? applyLocal(RTCSdpType.ROLLBACK, "")
                  : CompletableFuture.completedFuture(null);
          return before.thenCompose(done -> applyRemote(type, description.sdp()));
        });
  }

  private CompletableFuture<Void> applyRemote(RTCSdpType type, String sdp) {
    Optional<SessionText> text =
        type == RTCSdpType.ROLLBACK ? Optional.empty() : Optional.of(SessionText.parse(sdp));
    return connection
        .turns()
        .thenOnLoop(
            connection.natively().setRemoteDescription(type, sdp),
            snapshot -> {
              if (text.isPresent()) {
                begin(sdp);
              }
              applied(type, snapshot, text);
            });
  }

  private void begin(String remoteSdp) {
    synchronized (connection.slots()) {
      told.beginRemotely(remoteSdp);
    }
  }

  private void checkState(RTCSdpType type, boolean local) {
    boolean fits =
        switch (signalingState) {
          case STABLE -> type == RTCSdpType.OFFER;
          case HAVE_LOCAL_OFFER ->
              local
                  ? type == RTCSdpType.OFFER || type == RTCSdpType.ROLLBACK
                  : type != RTCSdpType.ROLLBACK;
          case HAVE_REMOTE_OFFER ->
              local
                  ? type == RTCSdpType.ANSWER || type == RTCSdpType.PRANSWER
                  : type == RTCSdpType.OFFER || type == RTCSdpType.ROLLBACK;
          case HAVE_LOCAL_PRANSWER ->
              local && (type == RTCSdpType.ANSWER || type == RTCSdpType.PRANSWER);
          case HAVE_REMOTE_PRANSWER ->
              !local && (type == RTCSdpType.ANSWER || type == RTCSdpType.PRANSWER);
          case CLOSED -> false;
        };
    if (!fits) {
      throw wrongState((local ? "a local " : "a remote ") + type + " cannot be applied");
    }
  }

  private DOMException wrongState(String what) {
    return new DOMException(what + " while it is " + signalingState, "InvalidStateError");
  }

  /** On the event loop: everything that changes with a description, and what is told of it. */
  private void applied(RTCSdpType type, PeerSnapshot snapshot, Optional<SessionText> remoteText) {
    RemoteTracks.Changes changes;
    boolean isNew;
    synchronized (connection.slots()) {
      isNew = signalingState != snapshot.signalingState();
      signalingState = snapshot.signalingState();
      if (signalingState == RTCSignalingState.STABLE) {
        told.agreed(type == RTCSdpType.ROLLBACK);
      }
      show(snapshot.descriptions());
      boolean isTakenBack = type == RTCSdpType.ROLLBACK;
      Optional<SessionText> inForce =
          isTakenBack
              ? descriptions.currentRemote().map(it -> SessionText.parse(it.sdp()))
              : remoteText;
      changes = transceivers.apply(snapshot, inForce, isTakenBack);
      version++;
      if (type == RTCSdpType.ANSWER) {
        restarted();
      }
      if (signalingState == RTCSignalingState.STABLE) {
        isNeeded = false;
      }
    }
    events.remoteCandidates(ToldCandidates.hasRemote(snapshot.descriptions()));
    if (signalingState == RTCSignalingState.STABLE) {
      updateNegotiationNeeded();
    }
    if (isNew) {
      events.fireSignalingStateChange();
    }
    changes.carryOut();
    for (RTCTrackEventInit track : changes.tracks()) {
      if (chain.isClosed()) {
        return; // a listener closed it
      }
      events.fireTrack(track);
    }
  }

  /** On the event loop, before it is told: descriptions have an own address. */
  void found(RTCIceCandidateInit candidate, Descriptions now) {
    synchronized (connection.slots()) {
      told.tell(candidate.candidate());
      show(now);
    }
  }

  /** On the event loop, before it is told: all own addresses are found, or not any more. */
  void foundAll(boolean all) {
    synchronized (connection.slots()) {
      told.complete(all);
      show(natively);
    }
  }

  /** On the event loop: the descriptions have an address of the other side. */
  private void learned(RTCIceCandidateInit candidate, Descriptions now) {
    synchronized (connection.slots()) {
      candidate.sdpMid().ifPresent(mid -> told.learn(mid, candidate.candidate()));
      show(now);
    }
    events.remoteCandidates(ToldCandidates.hasRemote(now));
  }

  private void ended(RTCIceCandidateInit candidate, SessionText text) {
    synchronized (connection.slots()) {
      text.sections().stream()
          .flatMap(it -> it.mid().stream())
          .filter(it -> candidate.sdpMid().isEmpty() || candidate.sdpMid().get().equals(it))
          .forEach(told::endRemotely);
      show(natively);
    }
  }

  /** With the slots. */
  private void show(Descriptions now) {
    natively = now;
    descriptions = told.shown(now);
  }

  // ---- addresses ----

  CompletableFuture<Void> addIceCandidate(RTCIceCandidateInit candidate) {
    boolean isEnd = candidate.candidate().isEmpty();
    if (!isEnd && candidate.sdpMid().isEmpty() && candidate.sdpMLineIndex().isEmpty()) {
      return CompletableFuture.failedFuture(
          new TypeError("a candidate needs sdpMid or sdpMLineIndex"));
    }
    return chain.chain(
        () -> {
          SessionText text =
              descriptions
                  .remote()
                  .map(it -> SessionText.parse(it.sdp()))
                  .orElseThrow(
                      () -> wrongState("an address cannot be added without a description"));
          RTCIceCandidateInit placed = placed(candidate, text);
          if (isEnd) {
            return connection
                .turns()
                .thenOnLoop(
                    CompletableFuture.completedFuture(placed), it -> ended(candidate, text));
          }
          return connection
              .turns()
              .thenOnLoop(
                  connection.natively().addIceCandidate(placed), now -> learned(placed, now));
        });
  }

  /** With the media description that it is for, by name and by place. */
  private static RTCIceCandidateInit placed(RTCIceCandidateInit candidate, SessionText text) {
    List<SessionText.Section> sections = text.sections();
    int index =
        candidate.sdpMid().isPresent()
            ? IntStream.range(0, sections.size())
                .filter(it -> sections.get(it).mid().equals(candidate.sdpMid()))
                .findFirst()
                .orElse(-1)
            : candidate.sdpMLineIndex().orElse(0);
    if ((index < 0 || index >= sections.size())
        && (candidate.sdpMid().isPresent() || candidate.sdpMLineIndex().isPresent())) {
      throw new DOMException("no media description fits " + candidate, "OperationError");
    }
    Optional<String> ufrag = candidate.usernameFragment();
    if (ufrag.isPresent() && !text.ufrags().contains(ufrag.get())) {
      throw new DOMException("no round of searching is called " + ufrag.get(), "OperationError");
    }
    return new RTCIceCandidateInit(
        candidate.candidate(),
        index < 0 || index >= sections.size() ? Optional.empty() : sections.get(index).mid(),
        OptionalInt.of(index),
        ufrag);
  }

  void restartIce() {
    synchronized (connection.slots()) {
      replacedUfrags =
          Stream.concat(descriptions.currentLocal().stream(), descriptions.pendingLocal().stream())
              .flatMap(it -> SessionText.parse(it.sdp()).ufrags().stream())
              .distinct()
              .toList();
    }
    connection.changed();
  }

  /** With the slots: the way was looked for anew once no old name is left. */
  private void restarted() {
    if (descriptions.currentLocal().stream()
        .flatMap(it -> SessionText.parse(it.sdp()).ufrags().stream())
        .noneMatch(replacedUfrags::contains)) {
      replacedUfrags = List.of();
    }
  }

  // ---- whether to exchange descriptions again ----

  /** Descriptions that were made are no longer true. */
  void outdated() {
    synchronized (connection.slots()) {
      version++;
    }
  }

  /**
   * Tells the application if an exchange has become necessary.
   *
   * @see <a href="https://www.w3.org/TR/webrtc/#dfn-update-the-negotiation-needed-flag">WebRTC,
   *     update the negotiation-needed flag</a>
   */
  void updateNegotiationNeeded() {
    if (!chain.isEmpty()) {
      synchronized (connection.slots()) {
        isToBeUpdated = true;
      }
      return;
    }
    connection.turns().queue(this::tellIfNeeded);
  }

  private void tellIfNeeded() {
    synchronized (connection.slots()) {
      if (chain.isClosed()) {
        return;
      }
      if (!chain.isEmpty()) {
        isToBeUpdated = true;
        return;
      }
      if (signalingState != RTCSignalingState.STABLE) {
        return;
      }
      boolean now =
          !replacedUfrags.isEmpty()
              || new NegotiationCheck(descriptions).isNeeded(transceivers.all());
      boolean before = isNeeded;
      isNeeded = now;
      if (!now || before) {
        return;
      }
    }
    events.fireNegotiationNeeded();
  }

  private void emptied() {
    boolean updates;
    synchronized (connection.slots()) {
      updates = isToBeUpdated;
      isToBeUpdated = false;
    }
    if (updates) {
      updateNegotiationNeeded();
    }
  }

  /** With the slots. */
  void close() {
    chain.close();
    signalingState = RTCSignalingState.CLOSED;
  }
}
