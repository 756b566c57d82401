package dev.usermedia.webrtc.internal.natives;

import dev.onvoid.webrtc.RTCRtpReceiver;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import dev.usermedia.MediaKind;
import dev.usermedia.webrtc.RTCRtpCodec;
import dev.usermedia.webrtc.RTCRtpEncodingParameters;
import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import dev.usermedia.webrtc.internal.natives.PeerSnapshot.TransceiverSnapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transceiver of libwebrtc, with its sender and receiver. What the binding has are plain
 * pointers, so nothing is asked of them once the library has dropped the transceiver: then calls do
 * nothing.
 *
 * <p>Calls may be made from any thread; they are done on that of {@link Natives}.
 */
public final class NativeTransceiver {
  private final NativePeer peer;
  private final RTCRtpTransceiver transceiver;
  private final RTCRtpSender sender;
  private final RTCRtpReceiver receiver;
  private final MediaKind kind;
  private final String receiverId;

  // ---- of the thread ----

  private Optional<String> mid;
  private volatile boolean isGone;
  private @Nullable NativeSource source;
  private boolean hasSent;
  private Runnable removeSink = () -> {};

  /** On the thread. */
  NativeTransceiver(NativePeer peer, RTCRtpTransceiver transceiver, Identity identity) {
    this.peer = peer;
    this.transceiver = transceiver;
    this.sender = transceiver.getSender();
    this.receiver = transceiver.getReceiver();
    this.kind = receiver.getTrack() instanceof VideoTrack ? MediaKind.VIDEO : MediaKind.AUDIO;
    this.receiverId = identity.receiverId;
    this.mid = identity.mid;
  }

  /**
   * What a transceiver is known by: the binding makes new objects each time.
   *
   * @param receiverId the id of the receiver's track
   * @param mid its media description
   */
  record Identity(String receiverId, Optional<String> mid) {
    boolean isExactly(NativeTransceiver other) {
      return receiverId.equals(other.receiverId) && mid.equals(other.mid);
    }

    /** A description was just given to it, or taken. */
    boolean isPerhaps(NativeTransceiver other) {
      return receiverId.equals(other.receiverId) && (mid.isEmpty() || other.mid.isEmpty());
    }
  }

  static Identity identity(RTCRtpTransceiver transceiver) {
    return new Identity(
        transceiver.getReceiver().getTrack().getId(), Optional.ofNullable(transceiver.getMid()));
  }

  public MediaKind kind() {
    return kind;
  }

  /** Whether the library has dropped it. */
  public boolean isGone() {
    return isGone;
  }

  // ---- sending ----

  /**
   * Sends from a source of the library, or nothing.
   *
   * @return the source, which is made if there was none
   */
  public Optional<NativeSource> sends(boolean nowSends, String trackId) {
    return peer.call(
        () -> {
          if (isGone) {
            return Optional.empty();
          }
          if (source == null) {
            source = peer.source(kind, trackId);
          }
          sender.replaceTrack(nowSends ? source.track() : null);
          return Optional.of(source);
        });
  }

  /** On the thread, of one that was just added with the source's track. */
  void sendsFrom(NativeSource first, boolean sends) {
    source = first;
    if (!sends) {
      sender.replaceTrack(null);
    }
  }

  /** Takes up a track that {@code addTrack} gives it, if the library would choose it too. */
  public boolean takeUp(String trackId, List<String> streamIds) {
    return peer.call(
        () -> {
          if (isGone) {
            return false;
          }
          NativeSource from = source == null ? peer.source(kind, trackId) : source;
          source = from;
          return peer.takeUp(this, from, streamIds);
        });
  }

  /** On the thread: whether {@code addTrack} of the library would take it. */
  boolean isReusable(MediaKind wanted) {
    return kind == wanted && !hasSent && !transceiver.stopped() && sender.getTrack() == null;
  }

  /** Says where the other side is to put the track. */
  public void setStreams(List<String> streamIds) {
    act(() -> sender.setStreams(new java.util.ArrayList<>(streamIds)));
  }

  /** Changes whether and with how many bits it sends. */
  public void setEncoding(RTCRtpEncodingParameters encoding) {
    act(
        () -> {
          var parameters = sender.getParameters();
          if (!parameters.encodings.isEmpty()) {
            Parameters.change(parameters.encodings.getFirst(), encoding);
            sender.setParameters(parameters);
          }
        });
  }

  // ---- receiving ----

  /** Has pictures delivered, on a thread of the library, until the connection is closed. */
  public void receive(VideoTrackSink sink) {
    act(
        () -> {
          if (receiver.getTrack() instanceof VideoTrack track) {
            track.addSink(sink);
            removeSink = () -> track.removeSink(sink);
          }
        });
  }

  /** Has sound delivered, on a thread of the library, until the connection is closed. */
  public void receive(AudioTrackSink sink) {
    act(
        () -> {
          if (receiver.getTrack() instanceof AudioTrack track) {
            track.addSink(sink);
            removeSink = () -> track.removeSink(sink);
          }
        });
  }

  // ---- both ----

  /** Asks for another direction. */
  public void setDirection(RTCRtpTransceiverDirection direction) {
    act(() -> transceiver.setDirection(Enums.of(direction)));
  }

  /** Asks for codecs, best first; none for the usual ones. */
  public void setCodecPreferences(List<RTCRtpCodec> codecs) {
    act(() -> transceiver.setCodecPreferences(Codecs.toNative(kind, codecs)));
  }

  /** Stops it for good. */
  public void stop() {
    act(
        () -> {
          if (!transceiver.stopped()) {
            transceiver.stop();
          }
        });
  }

  private void act(Runnable steps) {
    peer.call(
        () -> {
          if (!isGone) {
            steps.run();
          }
          return true;
        });
  }

  // ---- on the thread ----

  RTCRtpSender sender() {
    return sender;
  }

  RTCRtpReceiver receiver() {
    return receiver;
  }

  TransceiverSnapshot snapshot() {
    return new TransceiverSnapshot(
        this,
        mid,
        Enums.of(transceiver.getDirection()),
        Optional.ofNullable(transceiver.getCurrentDirection()).map(Enums::of),
        transceiver.stopped());
  }

  void identified() {
    mid = Optional.ofNullable(transceiver.getMid());
    var direction = transceiver.getCurrentDirection();
    hasSent |=
        direction == dev.onvoid.webrtc.RTCRtpTransceiverDirection.SEND_RECV
            || direction == dev.onvoid.webrtc.RTCRtpTransceiverDirection.SEND_ONLY;
  }

  void beforeClose() {
    removeSink.run();
    removeSink = () -> {};
  }

  void gone() {
    isGone = true;
  }
}
