package dev.usermedia.webrtc;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a track is to be encoded.
 *
 * @param rid its name among several
 * @param active whether it is sent
 * @param codec with what, if not with the best
 * @param maxBitrate the most bits per second
 * @param maxFramerate the most pictures per second
 * @param scaleResolutionDownBy how much smaller pictures become on each side; at least 1
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpencodingparameters">WebRTC,
 *     RTCRtpEncodingParameters</a>
 */
public record RTCRtpEncodingParameters(
    Optional<String> rid,
    boolean active,
    Optional<RTCRtpCodec> codec,
    OptionalLong maxBitrate,
    OptionalDouble maxFramerate,
    OptionalDouble scaleResolutionDownBy) {
  /** As usual. */
  public static final RTCRtpEncodingParameters DEFAULT =
      new RTCRtpEncodingParameters(
          Optional.empty(),
          true,
          Optional.empty(),
          OptionalLong.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  /** Sent or not. */
  public RTCRtpEncodingParameters withActive(boolean nowActive) {
    return new RTCRtpEncodingParameters(
        rid, nowActive, codec, maxBitrate, maxFramerate, scaleResolutionDownBy);
  }

  /** With at most so many bits per second. */
  public RTCRtpEncodingParameters withMaxBitrate(long newMaxBitrate) {
    return new RTCRtpEncodingParameters(
        rid, active, codec, OptionalLong.of(newMaxBitrate), maxFramerate, scaleResolutionDownBy);
  }

  /** With at most so many pictures per second. */
  public RTCRtpEncodingParameters withMaxFramerate(double newMaxFramerate) {
    return new RTCRtpEncodingParameters(
        rid, active, codec, maxBitrate, OptionalDouble.of(newMaxFramerate), scaleResolutionDownBy);
  }

  /** With pictures smaller by a factor. */
  public RTCRtpEncodingParameters withScaleResolutionDownBy(double newScale) {
    return new RTCRtpEncodingParameters(
        rid, active, codec, maxBitrate, maxFramerate, OptionalDouble.of(newScale));
  }
}
