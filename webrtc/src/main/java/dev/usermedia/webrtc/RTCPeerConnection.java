package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.Event;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.Registration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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
    throw new UnsupportedOperationException();
  }

  // ---- descriptions ----

  /** {@link #createOfferAsync}, waiting; not on the event loop. */
  public RTCSessionDescriptionInit createOffer(RTCOfferOptions options) {
    throw new UnsupportedOperationException();
  }

  /**
   * Describes what this side wants.
   *
   * @return fails with {@code InvalidStateError} if the connection is closed or an offer cannot be
   *     made now
   */
  public CompletableFuture<RTCSessionDescriptionInit> createOfferAsync(RTCOfferOptions options) {
    throw new UnsupportedOperationException();
  }

  /** {@link #createAnswerAsync}, waiting; not on the event loop. */
  public RTCSessionDescriptionInit createAnswer() {
    throw new UnsupportedOperationException();
  }

  /**
   * Describes what this side makes of the other's offer.
   *
   * @return fails with {@code InvalidStateError} if there is no offer
   */
  public CompletableFuture<RTCSessionDescriptionInit> createAnswerAsync() {
    throw new UnsupportedOperationException();
  }

  /** {@link #setLocalDescriptionAsync}, waiting; not on the event loop. */
  public void setLocalDescription(RTCLocalSessionDescriptionInit description) {
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }

  /** {@link #setRemoteDescriptionAsync}, waiting; not on the event loop. */
  public void setRemoteDescription(RTCSessionDescriptionInit description) {
    throw new UnsupportedOperationException();
  }

  /**
   * Applies a description of the other side. An offer where this side has made one takes that back.
   *
   * @return fails with {@code InvalidStateError} if the state does not call for it, {@code
   *     OperationError} or {@code InvalidAccessError} if it cannot be applied
   */
  public CompletableFuture<Void> setRemoteDescriptionAsync(RTCSessionDescriptionInit description) {
    throw new UnsupportedOperationException();
  }

  /** {@link #addIceCandidateAsync}, waiting; not on the event loop. */
  public void addIceCandidate(RTCIceCandidateInit candidate) {
    throw new UnsupportedOperationException();
  }

  /**
   * Learns an address of the other side.
   *
   * @return fails with {@code InvalidStateError} without a remote description, {@code
   *     OperationError} if the address cannot be understood or fits nothing
   */
  public CompletableFuture<Void> addIceCandidateAsync(RTCIceCandidateInit candidate) {
    throw new UnsupportedOperationException();
  }

  /** What was applied last of this side. */
  public Optional<RTCSessionDescription> localDescription() {
    throw new UnsupportedOperationException();
  }

  /** What was agreed upon last of this side. */
  public Optional<RTCSessionDescription> currentLocalDescription() {
    throw new UnsupportedOperationException();
  }

  /** What is not agreed upon yet of this side. */
  public Optional<RTCSessionDescription> pendingLocalDescription() {
    throw new UnsupportedOperationException();
  }

  /** What was applied last of the other side. */
  public Optional<RTCSessionDescription> remoteDescription() {
    throw new UnsupportedOperationException();
  }

  /** What was agreed upon last of the other side. */
  public Optional<RTCSessionDescription> currentRemoteDescription() {
    throw new UnsupportedOperationException();
  }

  /** What is not agreed upon yet of the other side. */
  public Optional<RTCSessionDescription> pendingRemoteDescription() {
    throw new UnsupportedOperationException();
  }

  /** Whether the other side takes addresses one by one; empty while it has described nothing. */
  public Optional<Boolean> canTrickleIceCandidates() {
    throw new UnsupportedOperationException();
  }

  /** Looks for a way anew, with the next exchange of descriptions. */
  public void restartIce() {
    throw new UnsupportedOperationException();
  }

  // ---- states ----

  public RTCSignalingState signalingState() {
    throw new UnsupportedOperationException();
  }

  public RTCIceGatheringState iceGatheringState() {
    throw new UnsupportedOperationException();
  }

  public RTCIceConnectionState iceConnectionState() {
    throw new UnsupportedOperationException();
  }

  public RTCPeerConnectionState connectionState() {
    throw new UnsupportedOperationException();
  }

  /** What the connection was made with, or given since. */
  public RTCConfiguration getConfiguration() {
    throw new UnsupportedOperationException();
  }

  /**
   * Changes servers and the policy of addresses, from the next search on.
   *
   * @throws DOMException {@code InvalidStateError} if the connection is closed, {@code
   *     InvalidModificationError} if something was changed that cannot be
   */
  public void setConfiguration(RTCConfiguration configuration) {
    throw new UnsupportedOperationException();
  }

  /** Ends everything, at once and without events; twice is harmless. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  // ---- tracks ----

  /** One for each transceiver that is not stopped, in the order in which they came. */
  public List<RTCRtpSender> getSenders() {
    throw new UnsupportedOperationException();
  }

  /** One for each transceiver that is not stopped, in the order in which they came. */
  public List<RTCRtpReceiver> getReceivers() {
    throw new UnsupportedOperationException();
  }

  /** In the order in which they came. */
  public List<RTCRtpTransceiver> getTransceivers() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends a track, with the next exchange of descriptions.
   *
   * @param streams where the other side is to put it
   * @throws DOMException {@code InvalidStateError} if the connection is closed, {@code
   *     InvalidAccessError} if the track is sent already
   */
  public RTCRtpSender addTrack(MediaStreamTrack track, MediaStream... streams) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends nothing by a sender any more.
   *
   * @throws DOMException {@code InvalidStateError} if the connection is closed, {@code
   *     InvalidAccessError} if the sender belongs to another
   */
  public void removeTrack(RTCRtpSender sender) {
    throw new UnsupportedOperationException();
  }

  /** A transceiver that begins with sending a track. */
  public RTCRtpTransceiver addTransceiver(MediaStreamTrack track, RTCRtpTransceiverInit init) {
    throw new UnsupportedOperationException();
  }

  /** A transceiver that begins with sending nothing. */
  public RTCRtpTransceiver addTransceiver(MediaKind kind, RTCRtpTransceiverInit init) {
    throw new UnsupportedOperationException();
  }

  // ---- statistics ----

  /** {@link #getStatsAsync()}, waiting; not on the event loop. */
  public RTCStatsReport getStats() {
    throw new UnsupportedOperationException();
  }

  /** What is known of the connection. */
  public CompletableFuture<RTCStatsReport> getStatsAsync() {
    throw new UnsupportedOperationException();
  }

  /**
   * What is known of a track that is sent or received.
   *
   * @return fails with {@code InvalidAccessError} if the track is not, or by several
   */
  public CompletableFuture<RTCStatsReport> getStatsAsync(MediaStreamTrack selector) {
    throw new UnsupportedOperationException();
  }

  // ---- events ----

  /** Listens for an exchange of descriptions being needed. */
  public Registration onnegotiationneeded(Consumer<? super Event> listener) {
    throw new UnsupportedOperationException();
  }

  /** Listens for own addresses; an event without one says that all were found. */
  public Registration onicecandidate(Consumer<? super RTCPeerConnectionIceEvent> listener) {
    throw new UnsupportedOperationException();
  }

  /** Listens for servers that do not help. */
  public Registration onicecandidateerror(
      Consumer<? super RTCPeerConnectionIceErrorEvent> listener) {
    throw new UnsupportedOperationException();
  }

  /** Listens for changes of {@link #signalingState}. */
  public Registration onsignalingstatechange(Consumer<? super Event> listener) {
    throw new UnsupportedOperationException();
  }

  /** Listens for changes of {@link #iceConnectionState}. */
  public Registration oniceconnectionstatechange(Consumer<? super Event> listener) {
    throw new UnsupportedOperationException();
  }

  /** Listens for changes of {@link #iceGatheringState}. */
  public Registration onicegatheringstatechange(Consumer<? super Event> listener) {
    throw new UnsupportedOperationException();
  }

  /** Listens for changes of {@link #connectionState}. */
  public Registration onconnectionstatechange(Consumer<? super Event> listener) {
    throw new UnsupportedOperationException();
  }

  /** Listens for tracks that the other side sends. */
  public Registration ontrack(Consumer<? super RTCTrackEvent> listener) {
    throw new UnsupportedOperationException();
  }
}
