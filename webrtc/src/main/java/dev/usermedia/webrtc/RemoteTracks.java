package dev.usermedia.webrtc;

import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.RemoteMediaStream;
import dev.usermedia.webrtc.internal.sdp.SessionText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The tracks that the other side sends, and the streams that it puts them in.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#processing-remote-mediastreamtracks">WebRTC,
 *     processing remote MediaStreamTracks</a>
 */
final class RemoteTracks {
  private final RTCPeerConnection connection;
  private final Map<String, RemoteMediaStream> streams = new HashMap<>();

  /** By transceiver, the names of the streams that its track is in. */
  private final Map<RTCRtpTransceiver, List<String>> memberships = new HashMap<>();

  private final Map<RTCRtpTransceiver, String> unnamed = new HashMap<>();

  RemoteTracks(RTCPeerConnection connection) {
    this.connection = connection;
  }

  /** What is to be told of a description, in the order of the specification. */
  static final class Changes {
    private final List<Runnable> removals = new ArrayList<>();
    private final List<Runnable> additions = new ArrayList<>();
    private final List<RTCTrackEventInit> tracks = new ArrayList<>();

    /** Changes the streams, with their events. */
    void carryOut() {
      removals.forEach(Runnable::run);
      additions.forEach(Runnable::run);
    }

    List<RTCTrackEventInit> tracks() {
      return tracks;
    }
  }

  /** The other side described what it wants to send. */
  void described(RTCRtpTransceiver transceiver, SessionText.Section section, Changes changes) {
    described(
        transceiver,
        section,
        section.rejected()
            ? RTCRtpTransceiverDirection.INACTIVE
            : Directions.reversed(section.direction()),
        changes);
  }

  /** What the other side described is taken back: as it was agreed before. */
  void restored(RTCRtpTransceiver transceiver, SessionText.Section section, Changes changes) {
    described(
        transceiver,
        section,
        transceiver.currentDirection().orElse(RTCRtpTransceiverDirection.INACTIVE),
        changes);
  }

  private void described(
      RTCRtpTransceiver transceiver,
      SessionText.Section section,
      RTCRtpTransceiverDirection direction,
      Changes changes) {
    boolean received = Directions.receives(transceiver.fired());
    if (Directions.receives(direction)) {
      List<String> before = memberships.getOrDefault(transceiver, List.of());
      List<String> now = section.streamIds().orElseGet(() -> unnamed(transceiver));
      move(transceiver, now, changes);
      transceiver.receiver().intake().open();
      if (!received || !before.equals(now)) {
        changes.tracks.add(
            new RTCTrackEventInit(
                transceiver.receiver(),
                transceiver.receiver().track(),
                now.stream().map(this::stream).toList(),
                transceiver));
      }
      transceiver.fired(direction);
    } else {
      shut(transceiver, changes);
      transceiver.fired(direction);
    }
  }

  /** This side agreed to a direction, or took back what it had. */
  void agreed(RTCRtpTransceiver transceiver, Changes changes) {
    if (transceiver.currentDirection().isPresent() || transceiver.mid().isEmpty()) {
      RTCRtpTransceiverDirection direction =
          transceiver.currentDirection().orElse(RTCRtpTransceiverDirection.INACTIVE);
      if (!Directions.receives(direction)) {
        shut(transceiver, changes);
      }
      transceiver.fired(direction);
    }
  }

  /** Nothing is to come for now. */
  void shut(RTCRtpTransceiver transceiver, Changes changes) {
    if (Directions.receives(transceiver.fired())) {
      transceiver.receiver().intake().shut();
      move(transceiver, List.of(), changes);
      transceiver.fired(RTCRtpTransceiverDirection.INACTIVE);
    }
  }

  private void move(RTCRtpTransceiver transceiver, List<String> to, Changes changes) {
    MediaStreamTrack track = transceiver.receiver().track();
    List<String> from = memberships.getOrDefault(transceiver, List.of());
    for (String id : from) {
      if (!to.contains(id)) {
        changes.removals.add(() -> remote(id).remove(track));
      }
    }
    for (String id : to) {
      if (!from.contains(id)) {
        changes.additions.add(() -> remote(id).add(track));
      }
    }
    memberships.put(transceiver, to);
  }

  /** A track of which no stream is said has one of its own: RFC 8829, section 5.10. */
  private List<String> unnamed(RTCRtpTransceiver transceiver) {
    return List.of(unnamed.computeIfAbsent(transceiver, it -> UUID.randomUUID().toString()));
  }

  private MediaStream stream(String id) {
    return remote(id).stream();
  }

  private RemoteMediaStream remote(String id) {
    return streams.computeIfAbsent(id, it -> new RemoteMediaStream(connection.media(), it));
  }
}
