package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.Event;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.Registration;
import dev.usermedia.TypeError;
import dev.usermedia.webrtc.internal.natives.Descriptions;
import dev.usermedia.webrtc.internal.natives.NativePeer;
import dev.usermedia.webrtc.internal.natives.Natives;
import dev.usermedia.webrtc.internal.sdp.SessionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A connection to a peer that tracks are sent to and received from. How descriptions and addresses
 * get to the other side is the application's affair.
 *
 * <p>Safe for use from any thread. Events are fired, states change and futures complete on the
 * media context's event loop. It is closed with its media context.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcpeerconnection-interface">WebRTC,
 *     RTCPeerConnection</a>
 */
public final class RTCPeerConnection implements AutoCloseable {
  private final MediaContext media;
  private final NativePeer natively;
  private final Registration closing;
  private final Turns turns;
  private final ConnectionEvents events;
  private final Transceivers transceivers = new Transceivers(this);
  private final Negotiation negotiation;
  private final Object slots = new Object();

  private volatile RTCConfiguration configuration;
  private volatile RTCStatsReport latestStats = new RTCStatsReport(Map.of());

  /** A connection without helping servers. */
  public RTCPeerConnection(MediaContext media) {
    this(media, RTCConfiguration.DEFAULT);
  }

  /**
   * A connection.
   *
   * @throws DOMException {@code NotSupportedError} if this machine cannot make connections or not
   *     in this way; {@code SyntaxError} or {@code InvalidAccessError} if a server cannot be
   *     understood; {@code InvalidStateError} if the media context is closed
   */
  public RTCPeerConnection(MediaContext media, RTCConfiguration configuration) {
    ConfigurationCheck.check(configuration);
    this.media = media;
    this.configuration = configuration;
    this.turns = new Turns(media);
    this.events = new ConnectionEvents(this);
    this.negotiation = new Negotiation(this, transceivers, events);
    this.natively = Natives.shared().connect(configuration, events);
    try {
      this.closing = media.onclose(this::close);
    } catch (DOMException contextClosed) {
      natively.close();
      throw contextClosed;
    }
  }

  // ---- descriptions ----

  /** {@link #createOffer(RTCOfferOptions)} as things are. */
  public RTCSessionDescriptionInit createOffer() {
    return createOffer(RTCOfferOptions.DEFAULT);
  }

  /** {@link #createOfferAsync}, waiting; not on the event loop. */
  public RTCSessionDescriptionInit createOffer(RTCOfferOptions options) {
    return await("createOffer", () -> createOfferAsync(options));
  }

  /**
   * Describes what this side wants.
   *
   * @return fails with {@code InvalidStateError} if the connection is closed or an offer cannot be
   *     made now
   */
  public CompletableFuture<RTCSessionDescriptionInit> createOfferAsync(RTCOfferOptions options) {
    return negotiation.createOffer(options);
  }

  /** {@link #createAnswerAsync}, waiting; not on the event loop. */
  public RTCSessionDescriptionInit createAnswer() {
    return await("createAnswer", this::createAnswerAsync);
  }

  /**
   * Describes what this side makes of the other's offer.
   *
   * @return fails with {@code InvalidStateError} if there is no offer
   */
  public CompletableFuture<RTCSessionDescriptionInit> createAnswerAsync() {
    return negotiation.createAnswer();
  }

  /** {@link #setLocalDescription(RTCLocalSessionDescriptionInit)} of what was created. */
  public void setLocalDescription(RTCSessionDescriptionInit description) {
    setLocalDescription(
        new RTCLocalSessionDescriptionInit(Optional.of(description.type()), description.sdp()));
  }

  /** {@link #setLocalDescriptionAsync}, waiting; not on the event loop. */
  public void setLocalDescription(RTCLocalSessionDescriptionInit description) {
    await("setLocalDescription", () -> setLocalDescriptionAsync(description));
  }

  /**
   * Applies a description of this side.
   *
   * @param description what was created last, or {@link RTCLocalSessionDescriptionInit#IMPLICIT}
   * @return fails with {@code InvalidStateError} if the state does not call for it, {@code
   *     InvalidModificationError} if it was not created last
   */
  public CompletableFuture<Void> setLocalDescriptionAsync(
      RTCLocalSessionDescriptionInit description) {
    return negotiation.setLocal(description);
  }

  /** {@link #setRemoteDescriptionAsync}, waiting; not on the event loop. */
  public void setRemoteDescription(RTCSessionDescriptionInit description) {
    await("setRemoteDescription", () -> setRemoteDescriptionAsync(description));
  }

  /**
   * Applies a description of the other side. An offer where this side has made one takes that back.
   *
   * @return fails with {@code InvalidStateError} if the state does not call for it, {@code
   *     OperationError} or {@code InvalidAccessError} if it cannot be applied
   */
  public CompletableFuture<Void> setRemoteDescriptionAsync(RTCSessionDescriptionInit description) {
    return negotiation.setRemote(description);
  }

  /** {@link #addIceCandidateAsync}, waiting; not on the event loop. */
  public void addIceCandidate(RTCIceCandidateInit candidate) {
    await("addIceCandidate", () -> addIceCandidateAsync(candidate));
  }

  /**
   * Learns an address of the other side.
   *
   * @return fails with {@code InvalidStateError} without a remote description, {@code
   *     OperationError} if the address cannot be understood or fits nothing
   */
  public CompletableFuture<Void> addIceCandidateAsync(RTCIceCandidateInit candidate) {
    return negotiation.addIceCandidate(candidate);
  }

  /** What was applied last of this side. */
  public Optional<RTCSessionDescription> localDescription() {
    return negotiation.descriptions().local();
  }

  /** What was agreed upon last of this side. */
  public Optional<RTCSessionDescription> currentLocalDescription() {
    return negotiation.descriptions().currentLocal();
  }

  /** What is not agreed upon yet of this side. */
  public Optional<RTCSessionDescription> pendingLocalDescription() {
    return negotiation.descriptions().pendingLocal();
  }

  /** What was applied last of the other side. */
  public Optional<RTCSessionDescription> remoteDescription() {
    return negotiation.descriptions().remote();
  }

  /** What was agreed upon last of the other side. */
  public Optional<RTCSessionDescription> currentRemoteDescription() {
    return negotiation.descriptions().currentRemote();
  }

  /** What is not agreed upon yet of the other side. */
  public Optional<RTCSessionDescription> pendingRemoteDescription() {
    return negotiation.descriptions().pendingRemote();
  }

  /** Whether the other side takes addresses one by one; empty while it has described nothing. */
  public Optional<Boolean> canTrickleIceCandidates() {
    return remoteDescription().map(it -> SessionText.parse(it.sdp()).trickles());
  }

  /** Looks for a way anew, with the next exchange of descriptions. */
  public void restartIce() {
    negotiation.restartIce();
  }

  // ---- states ----

  public RTCSignalingState signalingState() {
    return negotiation.signalingState();
  }

  public RTCIceGatheringState iceGatheringState() {
    return events.iceGatheringState();
  }

  public RTCIceConnectionState iceConnectionState() {
    return events.iceConnectionState();
  }

  public RTCPeerConnectionState connectionState() {
    return events.connectionState();
  }

  /** What the connection was made with, or given since. */
  public RTCConfiguration getConfiguration() {
    return configuration;
  }

  /**
   * Changes servers and the policy of addresses, from the next search on.
   *
   * @throws DOMException {@code InvalidStateError} if the connection is closed, {@code
   *     InvalidModificationError} if something was changed that cannot be
   */
  public void setConfiguration(RTCConfiguration newConfiguration) {
    checkOpen();
    ConfigurationCheck.checkChange(configuration, newConfiguration);
    natively.setConfiguration(newConfiguration);
    configuration = newConfiguration;
  }

  /** Ends everything, at once and without events; twice is harmless. */
  @Override
  public void close() {
    synchronized (slots) {
      if (signalingState() == RTCSignalingState.CLOSED) {
        return;
      }
      negotiation.close();
      transceivers.close();
      events.close();
    }
    closing.close();
    natively.close();
  }

  // ---- tracks ----

  /** One for each transceiver that is not stopped, in the order in which they came. */
  public List<RTCRtpSender> getSenders() {
    return transceivers.going().stream().map(RTCRtpTransceiver::sender).toList();
  }

  /** One for each transceiver that is not stopped, in the order in which they came. */
  public List<RTCRtpReceiver> getReceivers() {
    return transceivers.going().stream().map(RTCRtpTransceiver::receiver).toList();
  }

  /** In the order in which they came. */
  public List<RTCRtpTransceiver> getTransceivers() {
    return transceivers.all();
  }

  /**
   * Sends a track, with the next exchange of descriptions.
   *
   * @param streams where the other side is to put it
   * @throws DOMException {@code InvalidStateError} if the connection is closed, {@code
   *     InvalidAccessError} if the track is sent already
   */
  public RTCRtpSender addTrack(MediaStreamTrack newTrack, MediaStream... streams) {
    synchronized (slots) {
      checkOpen();
      return transceivers.addTrack(newTrack, List.of(streams));
    }
  }

  /**
   * Sends nothing by a sender any more.
   *
   * @throws DOMException {@code InvalidStateError} if the connection is closed, {@code
   *     InvalidAccessError} if the sender belongs to another
   */
  public void removeTrack(RTCRtpSender sender) {
    synchronized (slots) {
      checkOpen();
      if (!sender.transceiver().belongsTo(this)) {
        throw new DOMException("the sender belongs to another connection", "InvalidAccessError");
      }
      if (sender.transceiver().isStopping() || sender.track().isEmpty()) {
        return;
      }
      sender.send(Optional.empty());
      sender
          .transceiver()
          .change(Directions.of(false, Directions.receives(sender.transceiver().direction())));
    }
  }

  /** A transceiver that begins with sending a track. */
  public RTCRtpTransceiver addTransceiver(MediaStreamTrack newTrack, RTCRtpTransceiverInit init) {
    return add(Transceivers.kind(newTrack), Optional.of(newTrack), init);
  }

  /** A transceiver that begins with sending nothing. */
  public RTCRtpTransceiver addTransceiver(MediaKind kind, RTCRtpTransceiverInit init) {
    return add(kind, Optional.empty(), init);
  }

  private RTCRtpTransceiver add(
      MediaKind kind, Optional<MediaStreamTrack> newTrack, RTCRtpTransceiverInit init) {
    if (init.direction() == RTCRtpTransceiverDirection.STOPPED) {
      throw new TypeError("a transceiver cannot begin stopped");
    }
    synchronized (slots) {
      checkOpen();
      return transceivers.add(kind, newTrack, init);
    }
  }

  // ---- statistics ----

  /** {@link #getStatsAsync()}, waiting; not on the event loop. */
  public RTCStatsReport getStats() {
    return await("getStats", this::getStatsAsync);
  }

  /** What is known of the connection; once it is closed, what was last. */
  public CompletableFuture<RTCStatsReport> getStatsAsync() {
    return signalingState() == RTCSignalingState.CLOSED
        ? CompletableFuture.completedFuture(latestStats)
        : turns.onLoop(
            natively.getStats(),
            report -> {
              latestStats = report;
              return report;
            });
  }

  /**
   * What is known of a track that is sent or received.
   *
   * @return fails with {@code InvalidAccessError} if the track is not, or by several
   */
  public CompletableFuture<RTCStatsReport> getStatsAsync(MediaStreamTrack selector) {
    List<CompletableFuture<RTCStatsReport>> found = new ArrayList<>();
    for (RTCRtpTransceiver it : transceivers.going()) {
      if (it.sender().track().equals(Optional.of(selector))) {
        found.add(natively.getSenderStats(it.natively()));
      }
      if (it.receiver().track().equals(selector)) {
        found.add(natively.getReceiverStats(it.natively()));
      }
    }
    return found.size() == 1
        ? onLoop(found.getFirst())
        : CompletableFuture.failedFuture(
            new DOMException(
                "the track is sent or received by " + found.size(), "InvalidAccessError"));
  }

  // ---- events ----

  /** Listens for an exchange of descriptions being needed. */
  public Registration onnegotiationneeded(Consumer<? super Event> listener) {
    return events.negotiationneeded.add(listener);
  }

  /** Listens for own addresses; an event without one says that all were found. */
  public Registration onicecandidate(Consumer<? super RTCPeerConnectionIceEvent> listener) {
    return events.icecandidate.add(listener);
  }

  /** Listens for servers that do not help. */
  public Registration onicecandidateerror(
      Consumer<? super RTCPeerConnectionIceErrorEvent> listener) {
    return events.icecandidateerror.add(listener);
  }

  /** Listens for changes of {@link #signalingState}. */
  public Registration onsignalingstatechange(Consumer<? super Event> listener) {
    return events.signalingstatechange.add(listener);
  }

  /** Listens for changes of {@link #iceConnectionState}. */
  public Registration oniceconnectionstatechange(Consumer<? super Event> listener) {
    return events.iceconnectionstatechange.add(listener);
  }

  /** Listens for changes of {@link #iceGatheringState}. */
  public Registration onicegatheringstatechange(Consumer<? super Event> listener) {
    return events.icegatheringstatechange.add(listener);
  }

  /** Listens for changes of {@link #connectionState}. */
  public Registration onconnectionstatechange(Consumer<? super Event> listener) {
    return events.connectionstatechange.add(listener);
  }

  /** Listens for tracks that the other side sends. */
  public Registration ontrack(Consumer<? super RTCTrackEvent> listener) {
    return events.track.add(listener);
  }

  // ---- for the parts of the connection ----

  MediaContext media() {
    return media;
  }

  NativePeer natively() {
    return natively;
  }

  /** Guards what the specification calls the internal slots; held for no call of a listener. */
  Object slots() {
    return slots;
  }

  /** Whether media may arrive. */
  boolean carries() {
    return events.carries();
  }

  void checkOpen() {
    if (signalingState() == RTCSignalingState.CLOSED) {
      throw OperationsChain.closedError();
    }
  }

  Descriptions descriptions() {
    return negotiation.descriptions();
  }

  Negotiation negotiation() {
    return negotiation;
  }

  /** Another exchange of descriptions may have become necessary. */
  void changed() {
    negotiation.outdated();
    negotiation.updateNegotiationNeeded();
  }

  /** Descriptions that were made are no longer true. */
  void outdated() {
    negotiation.outdated();
  }

  <T> CompletableFuture<T> chain(Supplier<CompletableFuture<T>> operation) {
    return negotiation.chain().chain(operation);
  }

  /** The way to the event loop. */
  Turns turns() {
    return turns;
  }

  <T> CompletableFuture<T> onLoop(CompletableFuture<T> result) {
    return turns.onLoop(result);
  }

  <T> T await(String method, Supplier<CompletableFuture<T>> call) {
    return turns.await(method, call);
  }
}
