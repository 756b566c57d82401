package dev.usermedia.webrtc;

import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import java.util.List;

/**
 * What an {@link RTCTrackEvent} is made of.
 *
 * @param receiver who receives
 * @param track what is received
 * @param streams where the track belongs
 * @param transceiver whose receiver it is
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtctrackeventinit">WebRTC, RTCTrackEventInit</a>
 */
public record RTCTrackEventInit(
    RTCRtpReceiver receiver,
    MediaStreamTrack track,
    List<MediaStream> streams,
    RTCRtpTransceiver transceiver) {
  public RTCTrackEventInit {
    streams = List.copyOf(streams);
  }
}
