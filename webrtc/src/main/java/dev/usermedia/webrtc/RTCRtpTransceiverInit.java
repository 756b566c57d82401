package dev.usermedia.webrtc;

import dev.usermedia.MediaStream;
import java.util.List;

/**
 * What a transceiver begins with.
 *
 * @param direction the ways that are wanted
 * @param streams where the other side is to put the track
 * @param sendEncodings how to encode
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtptransceiverinit">WebRTC,
 *     RTCRtpTransceiverInit</a>
 */
public record RTCRtpTransceiverInit(
    RTCRtpTransceiverDirection direction,
    List<MediaStream> streams,
    List<RTCRtpEncodingParameters> sendEncodings) {
  /** Both ways, in no stream, encoded as usual. */
  public static final RTCRtpTransceiverInit DEFAULT =
      new RTCRtpTransceiverInit(RTCRtpTransceiverDirection.SENDRECV, List.of(), List.of());

  public RTCRtpTransceiverInit {
    streams = List.copyOf(streams);
    sendEncodings = List.copyOf(sendEncodings);
  }

  /** With another direction. */
  public RTCRtpTransceiverInit withDirection(RTCRtpTransceiverDirection newDirection) {
    return new RTCRtpTransceiverInit(newDirection, streams, sendEncodings);
  }

  /** In other streams. */
  public RTCRtpTransceiverInit withStreams(List<MediaStream> newStreams) {
    return new RTCRtpTransceiverInit(direction, newStreams, sendEncodings);
  }

  /** With other encodings. */
  public RTCRtpTransceiverInit withSendEncodings(List<RTCRtpEncodingParameters> newEncodings) {
    return new RTCRtpTransceiverInit(direction, streams, newEncodings);
  }
}
