package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.TypeError;
import dev.usermedia.webrtc.internal.natives.NativeTransceiver;
import java.util.List;
import java.util.Optional;

/**
 * A sender and a receiver that share a media description. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtptransceiver-interface">WebRTC,
 *     RTCRtpTransceiver</a>
 */
public final class RTCRtpTransceiver {
  private final RTCPeerConnection connection;
  private final NativeTransceiver natively;
  private final RTCRtpSender sender;
  private final RTCRtpReceiver receiver;

  // ---- guarded for writing by the connection's slots ----

  private volatile Optional<String> mid = Optional.empty();
  private volatile RTCRtpTransceiverDirection direction;
  private volatile Optional<RTCRtpTransceiverDirection> currentDirection = Optional.empty();
  private volatile boolean stopping;
  private volatile boolean stopped;

  /** What the application was told of last by events. */
  private RTCRtpTransceiverDirection fired = RTCRtpTransceiverDirection.INACTIVE;

  private boolean hasSent;

  RTCRtpTransceiver(
      RTCPeerConnection connection,
      NativeTransceiver natively,
      RTCRtpTransceiverDirection direction,
      RTCRtpSender sender) {
    this.connection = connection;
    this.natively = natively;
    this.direction = direction;
    this.sender = sender;
    this.receiver = new RTCRtpReceiver(connection, natively);
    sender.belongsTo(this);
    receiver.belongsTo(this);
  }

  /** The media description that was agreed upon. */
  public Optional<String> mid() {
    return mid;
  }

  /** Always the same. */
  public RTCRtpSender sender() {
    return sender;
  }

  /** Always the same. */
  public RTCRtpReceiver receiver() {
    return receiver;
  }

  /** What is wanted. */
  public RTCRtpTransceiverDirection direction() {
    return stopping ? RTCRtpTransceiverDirection.STOPPED : direction;
  }

  /**
   * Asks for another direction, with the next exchange of descriptions.
   *
   * @throws DOMException {@code InvalidStateError} if it is stopped or the connection is closed
   * @throws TypeError for {@code STOPPED}
   */
  public void direction(RTCRtpTransceiverDirection newDirection) {
    connection.checkOpen();
    if (stopping) {
      throw new DOMException("the transceiver is stopped", "InvalidStateError");
    }
    if (newDirection == direction) {
      return;
    }
    if (newDirection == RTCRtpTransceiverDirection.STOPPED) {
      throw new TypeError("call stop()");
    }
    change(newDirection);
  }

  /** Asks for another direction of one that goes on. */
  void change(RTCRtpTransceiverDirection newDirection) {
    if (newDirection != direction) {
      direction = newDirection;
      natively.setDirection(newDirection);
      connection.changed();
    }
  }

  /** What was agreed upon. */
  public Optional<RTCRtpTransceiverDirection> currentDirection() {
    return stopped ? Optional.of(RTCRtpTransceiverDirection.STOPPED) : currentDirection;
  }

  /**
   * Stops sending and receiving for good; the other side is told with the next exchange.
   *
   * @throws DOMException {@code InvalidStateError} if the connection is closed
   */
  public void stop() {
    connection.checkOpen();
    if (!stopping) {
      stopping = true;
      sender.stopSending();
      receiver.intake().stop();
      natively.stop();
      connection.changed();
    }
  }

  /**
   * Which codecs are to be agreed upon, best first; none for the usual ones.
   *
   * @throws DOMException {@code InvalidModificationError} if there is one that is not among the
   *     capabilities
   */
  public void setCodecPreferences(List<RTCRtpCodec> codecs) {
    List<RTCRtpCodec> wanted = codecs.stream().distinct().toList();
    CodecPreferences.check(natively.kind(), wanted);
    natively.setCodecPreferences(wanted);
    connection.outdated();
  }

  // ---- with the connection's slots ----

  boolean belongsTo(RTCPeerConnection its) {
    return connection.equals(its);
  }

  MediaKind kind() {
    return natively.kind();
  }

  NativeTransceiver natively() {
    return natively;
  }

  boolean isStopping() {
    return stopping;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Whether its sender was ever to send, by agreement. */
  boolean hasSent() {
    return hasSent;
  }

  RTCRtpTransceiverDirection fired() {
    return fired;
  }

  void fired(RTCRtpTransceiverDirection told) {
    fired = told;
  }

  void agreed(Optional<String> newMid, Optional<RTCRtpTransceiverDirection> newDirection) {
    mid = newMid;
    currentDirection = newDirection;
    hasSent |= newDirection.map(Directions::sends).orElse(false);
  }

  /** The other side stopped it, or the connection is closed, which tells nobody. */
  void stopped(boolean silently) {
    stopping = true;
    if (!stopped) {
      stopped = true;
      currentDirection = Optional.empty();
      sender.stopSending();
      if (silently) {
        receiver.intake().close();
      } else {
        receiver.intake().stop();
      }
    }
  }

  /** It is no longer part of the session; what described it does not any more. */
  void withdrawn() {
    mid = Optional.empty();
  }
}
