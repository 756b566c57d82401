package dev.usermedia.webrtc;

import dev.usermedia.Event;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import java.util.List;

/**
 * The other side sends a track.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtctrackevent">WebRTC, RTCTrackEvent</a>
 */
public final class RTCTrackEvent extends Event {
  private final RTCTrackEventInit init;

  /** An event about a track. */
  public RTCTrackEvent(String type, RTCTrackEventInit eventInitDict) {
    super(type);
    this.init = eventInitDict;
  }

  RTCTrackEvent(String type, RTCPeerConnection target, RTCTrackEventInit eventInitDict) {
    super(type, target);
    this.init = eventInitDict;
  }

  public RTCRtpReceiver receiver() {
    return init.receiver();
  }

  public MediaStreamTrack track() {
    return init.track();
  }

  /** Where the other side put the track. Always the same. */
  public List<MediaStream> streams() {
    return init.streams();
  }

  public RTCRtpTransceiver transceiver() {
    return init.transceiver();
  }
}
