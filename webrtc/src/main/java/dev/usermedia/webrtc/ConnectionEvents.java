package dev.usermedia.webrtc;

import dev.usermedia.Event;
import dev.usermedia.webrtc.internal.natives.Descriptions;
import dev.usermedia.webrtc.internal.natives.PeerEvents;
import java.util.Optional;

/**
 * The states of a connection that libwebrtc tells of, and who is told of them and of all else, on
 * the event loop.
 */
final class ConnectionEvents implements PeerEvents {
  final EventListeners<Event> negotiationneeded;
  final EventListeners<RTCPeerConnectionIceEvent> icecandidate;
  final EventListeners<RTCPeerConnectionIceErrorEvent> icecandidateerror;
  final EventListeners<Event> signalingstatechange;
  final EventListeners<Event> iceconnectionstatechange;
  final EventListeners<Event> icegatheringstatechange;
  final EventListeners<Event> connectionstatechange;
  final EventListeners<RTCTrackEvent> track;

  private final RTCPeerConnection connection;
  private final Turns turns;
  private final QualityWatch quality;
  private volatile RTCIceGatheringState iceGatheringState = RTCIceGatheringState.NEW;
  private volatile RTCIceConnectionState iceConnectionState = RTCIceConnectionState.NEW;
  private volatile RTCPeerConnectionState connectionState = RTCPeerConnectionState.NEW;
  private volatile boolean carries;

  // ---- of the event loop ----

  private RTCIceConnectionState latestIceConnection = RTCIceConnectionState.NEW;
  private RTCPeerConnectionState latestConnection = RTCPeerConnectionState.NEW;
  private boolean isReachable;

  ConnectionEvents(RTCPeerConnection connection) {
    this.connection = connection;
    this.turns = connection.turns();
    this.quality = new QualityWatch(connection);
    this.negotiationneeded = new EventListeners<>(connection.media());
    this.icecandidate = new EventListeners<>(connection.media());
    this.icecandidateerror = new EventListeners<>(connection.media());
    this.signalingstatechange = new EventListeners<>(connection.media());
    this.iceconnectionstatechange = new EventListeners<>(connection.media());
    this.icegatheringstatechange = new EventListeners<>(connection.media());
    this.connectionstatechange = new EventListeners<>(connection.media());
    this.track = new EventListeners<>(connection.media());
  }

  RTCIceGatheringState iceGatheringState() {
    return iceGatheringState;
  }

  RTCIceConnectionState iceConnectionState() {
    return iceConnectionState;
  }

  RTCPeerConnectionState connectionState() {
    return connectionState;
  }

  /** Whether media may arrive. */
  boolean carries() {
    return carries;
  }

  /** Nobody is told. */
  void close() {
    turns.close();
    carries = false;
    quality.close();
    iceConnectionState = RTCIceConnectionState.CLOSED;
    connectionState = RTCPeerConnectionState.CLOSED;
  }

  // ---- on the event loop ----

  void fireNegotiationNeeded() {
    negotiationneeded.fire(new Event("negotiationneeded", connection));
  }

  void fireSignalingStateChange() {
    signalingstatechange.fire(new Event("signalingstatechange", connection));
  }

  void fireTrack(RTCTrackEventInit init) {
    track.fire(new RTCTrackEvent("track", connection, init));
  }

  // ---- from libwebrtc ----

  @Override
  public void candidate(
      RTCIceCandidateInit candidate, Optional<String> url, Descriptions descriptions) {
    later(
        () -> {
          connection.negotiation().found(candidate, descriptions);
          fire(Optional.of(new RTCIceCandidate(candidate, url)), url);
        });
  }

  private void fire(Optional<RTCIceCandidate> candidate, Optional<String> url) {
    icecandidate.fire(
        new RTCPeerConnectionIceEvent(
            "icecandidate", connection, new RTCPeerConnectionIceEventInit(candidate, url)));
  }

  @Override
  public void candidateError(RTCPeerConnectionIceErrorEventInit error) {
    later(
        () ->
            icecandidateerror.fire(
                new RTCPeerConnectionIceErrorEvent("icecandidateerror", connection, error)));
  }

  @Override
  public void gathering(RTCIceGatheringState state) {
    later(
        () -> {
          if (iceGatheringState == state) {
            return;
          }
          iceGatheringState = state;
          connection.negotiation().foundAll(state == RTCIceGatheringState.COMPLETE);
          icegatheringstatechange.fire(new Event("icegatheringstatechange", connection));
          if (state == RTCIceGatheringState.COMPLETE) {
            fire(Optional.empty(), Optional.empty());
          }
        });
  }

  @Override
  public void iceConnection(RTCIceConnectionState state) {
    later(
        () -> {
          latestIceConnection = state;
          tellIceConnection();
        });
  }

  @Override
  public void connection(RTCPeerConnectionState state) {
    if (state == RTCPeerConnectionState.CONNECTED) {
      carries = true;
      quality.begin();
    }
    later(
        () -> {
          latestConnection = state;
          tellConnection();
        });
  }

  /** On the event loop: whether addresses of the other side are known. */
  void remoteCandidates(boolean nowKnown) {
    if (nowKnown && !isReachable) {
      isReachable = true;
      tellIceConnection();
      tellConnection();
    }
  }

  /** Behind whoever goes on, in a task of its own, after a description was applied. */
  private void later(Runnable task) {
    turns.queue(() -> turns.queue(task));
  }

  /**
   * libwebrtc says that it looks for a way before it knows where to, and again when the way that it
   * has is looked for anew. The first is told late, the second not.
   */
  private void tellIceConnection() {
    RTCIceConnectionState state = latestIceConnection;
    boolean carriesOn =
        iceConnectionState == RTCIceConnectionState.CONNECTED
            || iceConnectionState == RTCIceConnectionState.COMPLETED;
    switch (state) {
      case CHECKING -> {
        if (!carriesOn && isReachable) {
          become(state);
        }
      }
      case CONNECTED -> {
        if (iceConnectionState == RTCIceConnectionState.NEW) {
          become(RTCIceConnectionState.CHECKING);
        }
        if (!carriesOn) {
          become(state);
        }
      }
      case NEW, COMPLETED, DISCONNECTED, FAILED, CLOSED -> become(state);
    }
  }

  private void become(RTCIceConnectionState state) {
    if (iceConnectionState != state) {
      iceConnectionState = state;
      iceconnectionstatechange.fire(new Event("iceconnectionstatechange", connection));
    }
  }

  private void tellConnection() {
    RTCPeerConnectionState state = latestConnection;
    if (state == RTCPeerConnectionState.CONNECTING && !isReachable) {
      return;
    }
    if (state == RTCPeerConnectionState.CONNECTED
        && connectionState == RTCPeerConnectionState.NEW) {
      become(RTCPeerConnectionState.CONNECTING);
    }
    become(state);
  }

  private void become(RTCPeerConnectionState state) {
    if (connectionState != state) {
      connectionState = state;
      connectionstatechange.fire(new Event("connectionstatechange", connection));
    }
  }
}
