package dev.usermedia.webrtc.internal.natives;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.webrtc.RTCConfiguration;
import dev.usermedia.webrtc.RTCIceCandidateInit;
import dev.usermedia.webrtc.RTCRtpEncodingParameters;
import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import dev.usermedia.webrtc.RTCSdpType;
import dev.usermedia.webrtc.RTCSessionDescription;
import dev.usermedia.webrtc.RTCSessionDescriptionInit;
import dev.usermedia.webrtc.RTCStatsReport;
import dev.usermedia.webrtc.internal.natives.PeerSnapshot.TransceiverSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A connection of libwebrtc. Calls may be made from any thread; they are done one after the other
 * on the thread of {@link Natives}, and fail with {@code InvalidStateError} once it is closed.
 */
public final class NativePeer {
  private final Natives natives;
  private final PeerConnectionFactory factory;

  /** Of the thread; gone once closed, for the binding then calls what is no more. */
  private @Nullable RTCPeerConnection pc;

  /** Of the thread; as many as the library has, in its order. */
  private List<NativeTransceiver> transceivers = new ArrayList<>();

  /** Of the thread. */
  private final List<NativeSource> sources = new ArrayList<>();

  /** On the thread. */
  NativePeer(
      Natives natives,
      PeerConnectionFactory factory,
      RTCConfiguration configuration,
      PeerEvents events) {
    this.natives = natives;
    this.factory = factory;
    this.pc =
        factory.createPeerConnection(
            Configurations.toNative(configuration), new PeerObserver(natives, this, events));
  }

  // ---- descriptions ----

  /** Makes an offer. */
  public CompletableFuture<RTCSessionDescriptionInit> createOffer(boolean iceRestart) {
    return submit(
        () -> {
          var options = new dev.onvoid.webrtc.RTCOfferOptions();
          options.iceRestart = iceRestart;
          return init(Session.created(it -> pc().createOffer(options, it)));
        });
  }

  /** Makes an answer. */
  public CompletableFuture<RTCSessionDescriptionInit> createAnswer() {
    return submit(() -> init(Session.created(it -> pc().createAnswer(new RTCAnswerOptions(), it))));
  }

  /** Applies a description of this side. */
  public CompletableFuture<PeerSnapshot> setLocalDescription(RTCSdpType type, String sdp) {
    return submit(
        () -> {
          Session.applied(it -> pc().setLocalDescription(description(type, sdp), it));
          return snapshot();
        });
  }

  /** Applies a description of the other side. */
  public CompletableFuture<PeerSnapshot> setRemoteDescription(RTCSdpType type, String sdp) {
    return submit(
        () -> {
          Session.applied(it -> pc().setRemoteDescription(description(type, sdp), it));
          return snapshot();
        });
  }

  /** Learns an address of the other side, which fits its description. */
  public CompletableFuture<Descriptions> addIceCandidate(RTCIceCandidateInit candidate) {
    return submit(
        () -> {
          try {
            pc().addIceCandidate(
                    new dev.onvoid.webrtc.RTCIceCandidate(
                        candidate.sdpMid().orElse(""),
                        candidate.sdpMLineIndex().orElse(-1),
                        candidate.candidate()));
          } catch (Error e) {
            // the binding throws java.lang.Error where it cannot read one
            throw new DOMException(String.valueOf(e.getMessage()), "OperationError", e);
          }
          return descriptions();
        });
  }

  /** Goes on with another configuration. */
  public void setConfiguration(RTCConfiguration configuration) {
    call(
        () -> {
          pc().setConfiguration(Configurations.toNative(configuration));
          return true;
        });
  }

  /** On the thread. */
  Descriptions descriptions() {
    RTCPeerConnection it = pc();
    return new Descriptions(
        described(it.getCurrentLocalDescription()),
        described(it.getPendingLocalDescription()),
        described(it.getCurrentRemoteDescription()),
        described(it.getPendingRemoteDescription()));
  }

  private static Optional<RTCSessionDescription> described(
      dev.onvoid.webrtc.@Nullable RTCSessionDescription description) {
    return Optional.ofNullable(description).map(it -> new RTCSessionDescription(init(it)));
  }

  private static RTCSessionDescriptionInit init(
      dev.onvoid.webrtc.RTCSessionDescription description) {
    return new RTCSessionDescriptionInit(Enums.of(description.sdpType), description.sdp);
  }

  private static dev.onvoid.webrtc.RTCSessionDescription description(RTCSdpType type, String sdp) {
    return new dev.onvoid.webrtc.RTCSessionDescription(
        Enums.of(type), type == RTCSdpType.ROLLBACK ? "" : sdp);
  }

  // ---- transceivers ----

  /**
   * A transceiver.
   *
   * @param reusable whether the other side's offer may take it, as it may what {@code addTrack}
   *     made
   * @param sends whether a track is sent from the begin
   * @param trackId what the other side is told of it
   */
  public NativeTransceiver addTransceiver(
      MediaKind kind,
      boolean reusable,
      boolean sends,
      RTCRtpTransceiverDirection direction,
      String trackId,
      List<String> streamIds,
      RTCRtpEncodingParameters encoding) {
    return call(
        () -> {
          NativeSource source = source(kind, trackId);
          if (reusable && wouldMakeOne(kind)) {
            pc().addTrack(source.track(), new ArrayList<>(streamIds));
          } else {
            var init = new dev.onvoid.webrtc.RTCRtpTransceiverInit();
            init.direction = Enums.of(direction);
            init.streamIds = new ArrayList<>(streamIds);
            init.sendEncodings = new ArrayList<>(List.of(Parameters.toNative(encoding)));
            pc().addTransceiver(source.track(), init);
          }
          int before = transceivers.size();
          synchronize();
          if (transceivers.size() != before + 1) {
            throw new DOMException("libwebrtc took another transceiver", "OperationError");
          }
          NativeTransceiver added = transceivers.getLast();
          added.sendsFrom(source, sends);
          return added;
        });
  }

  /**
   * Whether the library would not take one that it has, such as one of an offer that the
   * application does not know of yet.
   */
  private boolean wouldMakeOne(MediaKind kind) {
    synchronize();
    return transceivers.stream().noneMatch(it -> it.isReusable(kind));
  }

  /** On the thread: so that a rollback leaves what an application has sent by it. */
  boolean takeUp(NativeTransceiver transceiver, NativeSource source, List<String> streamIds) {
    synchronize();
    boolean isFirst =
        transceivers.stream()
            .filter(it -> it.isReusable(transceiver.kind()))
            .findFirst()
            .filter(transceiver::equals)
            .isPresent();
    if (isFirst) {
      pc().addTrack(source.track(), new ArrayList<>(streamIds));
    }
    return isFirst;
  }

  NativeSource source(MediaKind kind, String trackId) {
    NativeSource source = new NativeSource(natives, factory, kind, trackId);
    sources.add(source);
    return source;
  }

  private PeerSnapshot snapshot() {
    synchronize();
    List<TransceiverSnapshot> all = transceivers.stream().map(NativeTransceiver::snapshot).toList();
    return new PeerSnapshot(Enums.of(pc().getSignalingState()), descriptions(), all);
  }

  /** The library may have added some and dropped others, which must not be touched any more. */
  private void synchronize() {
    List<NativeTransceiver> before = new ArrayList<>(transceivers);
    List<NativeTransceiver> now = new ArrayList<>();
    for (var it : pc().getTransceivers()) {
      NativeTransceiver.Identity identity = NativeTransceiver.identity(it);
      Optional<NativeTransceiver> known =
          before.stream()
              .filter(identity::isExactly)
              .findFirst()
              .or(() -> before.stream().filter(identity::isPerhaps).findFirst());
      known.ifPresent(before::remove);
      now.add(known.orElseGet(() -> new NativeTransceiver(this, it, identity)));
    }
    before.forEach(NativeTransceiver::gone);
    transceivers = now;
    now.forEach(NativeTransceiver::identified);
  }

  // ---- statistics ----

  /** What is known of the connection. */
  public CompletableFuture<RTCStatsReport> getStats() {
    CompletableFuture<RTCStatsReport> report = new CompletableFuture<>();
    request(report, () -> pc().getStats(it -> Stats.complete(report, it)));
    return report;
  }

  /** What is known of a transceiver's sender. */
  public CompletableFuture<RTCStatsReport> getSenderStats(NativeTransceiver transceiver) {
    CompletableFuture<RTCStatsReport> report = new CompletableFuture<>();
    request(report, () -> pc().getStats(transceiver.sender(), it -> Stats.complete(report, it)));
    return report;
  }

  /** What is known of a transceiver's receiver. */
  public CompletableFuture<RTCStatsReport> getReceiverStats(NativeTransceiver transceiver) {
    CompletableFuture<RTCStatsReport> report = new CompletableFuture<>();
    request(report, () -> pc().getStats(transceiver.receiver(), it -> Stats.complete(report, it)));
    return report;
  }

  private void request(CompletableFuture<RTCStatsReport> report, Runnable call) {
    var _ =
        submit(
                () -> {
                  call.run();
                  return true;
                })
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    report.completeExceptionally(failure);
                  }
                });
  }

  // ---- life ----

  /** Closes it, in its turn; twice is harmless. */
  public void close() {
    call(
        () -> {
          RTCPeerConnection closing = pc;
          if (closing != null) {
            transceivers.forEach(NativeTransceiver::beforeClose);
            pc = null;
            closing.close();
            transceivers.forEach(NativeTransceiver::gone);
            sources.forEach(NativeSource::close);
            natives.closed(this);
          }
          return true;
        });
  }

  /** On the thread. */
  boolean isOpen() {
    return pc != null;
  }

  private RTCPeerConnection pc() {
    if (pc == null) {
      throw new DOMException("the connection is closed", "InvalidStateError");
    }
    return pc;
  }

  <T> T call(Callable<T> steps) {
    return natives.call(steps);
  }

  private <T> CompletableFuture<T> submit(Callable<T> steps) {
    return natives.submit(steps);
  }
}
