package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.webrtc.internal.natives.NativeTransceiver;
import dev.usermedia.webrtc.internal.natives.PeerSnapshot;
import dev.usermedia.webrtc.internal.natives.PeerSnapshot.TransceiverSnapshot;
import dev.usermedia.webrtc.internal.sdp.SessionText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The transceivers of a connection, in the order in which they came. Changed with the connection's
 * slots.
 */
final class Transceivers {
  private final RTCPeerConnection connection;
  private final RemoteTracks remote;
  private final List<RTCRtpTransceiver> all = new CopyOnWriteArrayList<>();

  Transceivers(RTCPeerConnection connection) {
    this.connection = connection;
    this.remote = new RemoteTracks(connection);
  }

  List<RTCRtpTransceiver> all() {
    return List.copyOf(all);
  }

  /** Those whose senders and receivers are told of. */
  List<RTCRtpTransceiver> going() {
    return all.stream().filter(it -> !it.isStopped()).toList();
  }

  /**
   * Sends a track by a transceiver that never sent anything, or by a new one.
   *
   * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcpeerconnection-addtrack">WebRTC,
   *     addTrack</a>
   */
  RTCRtpSender addTrack(MediaStreamTrack track, List<MediaStream> streams) {
    if (going().stream().anyMatch(it -> it.sender().track().equals(Optional.of(track)))) {
      throw new DOMException("the track is sent already", "InvalidAccessError");
    }
    List<String> streamIds = ids(streams);
    Optional<RTCRtpTransceiver> reused =
        going().stream().filter(it -> isReusable(it, track)).findFirst();
    if (reused.isPresent()) {
      RTCRtpTransceiver transceiver = reused.get();
      boolean _ = transceiver.natively().takeUp(track.id(), streamIds);
      transceiver.sender().send(Optional.of(track));
      transceiver.sender().streams(streamIds);
      transceiver.change(Directions.of(true, Directions.receives(transceiver.direction())));
      return transceiver.sender();
    }
    return add(
            kind(track),
            true,
            Optional.of(track),
            RTCRtpTransceiverDirection.SENDRECV,
            streamIds,
            List.of())
        .sender();
  }

  private static boolean isReusable(RTCRtpTransceiver transceiver, MediaStreamTrack track) {
    return transceiver.sender().track().isEmpty()
        && transceiver.kind() == kind(track)
        && !transceiver.isStopping()
        && !transceiver.hasSent();
  }

  /** A transceiver that an application asked for. */
  RTCRtpTransceiver add(
      MediaKind kind, Optional<MediaStreamTrack> track, RTCRtpTransceiverInit init) {
    return add(kind, false, track, init.direction(), ids(init.streams()), init.sendEncodings());
  }

  private RTCRtpTransceiver add(
      MediaKind kind,
      boolean reusable,
      Optional<MediaStreamTrack> track,
      RTCRtpTransceiverDirection direction,
      List<String> streamIds,
      List<RTCRtpEncodingParameters> sendEncodings) {
    List<RTCRtpEncodingParameters> encodings = SendEncodings.initial(kind, sendEncodings);
    NativeTransceiver natively =
        connection
            .natively()
            .addTransceiver(
                kind,
                reusable,
                track.isPresent(),
                direction,
                track.map(MediaStreamTrack::id).orElseGet(() -> UUID.randomUUID().toString()),
                streamIds,
                encodings.getFirst());
    RTCRtpSender sender = new RTCRtpSender(connection, natively, streamIds, encodings);
    RTCRtpTransceiver added = new RTCRtpTransceiver(connection, natively, direction, sender);
    all.add(added);
    sender.send(track);
    connection.changed();
    return added;
  }

  static MediaKind kind(MediaStreamTrack track) {
    return track.kind().equals(MediaKind.AUDIO.value()) ? MediaKind.AUDIO : MediaKind.VIDEO;
  }

  private static List<String> ids(List<MediaStream> streams) {
    return streams.stream().map(MediaStream::id).distinct().toList();
  }

  /**
   * Takes over what libwebrtc made of a description.
   *
   * @param remoteText the description, if it was one of the other side
   * @param isTakenBack whether the description is in force again, as a later one was taken back
   * @return what is to be told of it
   */
  RemoteTracks.Changes apply(
      PeerSnapshot snapshot, Optional<SessionText> remoteText, boolean isTakenBack) {
    RemoteTracks.Changes changes = new RemoteTracks.Changes();
    for (TransceiverSnapshot it : snapshot.transceivers()) {
      RTCRtpTransceiver transceiver = known(it);
      Optional<SessionText.Section> section =
          remoteText.flatMap(text -> it.mid().flatMap(text::section));
      transceiver.agreed(it.mid(), it.currentDirection());
      if (it.stopped()) {
        remote.shut(transceiver, changes);
        transceiver.stopped(false);
      } else if (section.isPresent() && isTakenBack) {
        remote.restored(transceiver, section.get(), changes);
      } else if (section.isPresent()) {
        remote.described(transceiver, section.get(), changes);
      } else {
        remote.agreed(transceiver, changes);
      }
    }
    for (RTCRtpTransceiver transceiver : all()) {
      if (transceiver.natively().isGone()) {
        remote.shut(transceiver, changes);
        transceiver.stopped(false);
        transceiver.withdrawn();
        all.remove(transceiver);
      }
    }
    return changes;
  }

  /** One that the other side's offer made is new to us. */
  private RTCRtpTransceiver known(TransceiverSnapshot snapshot) {
    return all.stream()
        .filter(it -> it.natively().equals(snapshot.transceiver()))
        .findFirst()
        .orElseGet(
            () -> {
              NativeTransceiver natively = snapshot.transceiver();
              RTCRtpSender sender =
                  new RTCRtpSender(
                      connection,
                      natively,
                      List.of(),
                      SendEncodings.initial(natively.kind(), List.of()));
              RTCRtpTransceiver made =
                  new RTCRtpTransceiver(connection, natively, snapshot.direction(), sender);
              all.add(made);
              return made;
            });
  }

  void close() {
    all.forEach(it -> it.stopped(true));
  }
}
