package dev.usermedia.webrtc;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A way to encode that was agreed upon.
 *
 * @param payloadType its number in the packets
 * @param mimeType such as {@code video/VP8}
 * @param clockRateHz ticks of the timestamps per second
 * @param channels of sound
 * @param sdpFmtpLine its parameters
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpcodecparameters">WebRTC,
 *     RTCRtpCodecParameters</a>
 */
public record RTCRtpCodecParameters(
    int payloadType,
    String mimeType,
    long clockRateHz,
    OptionalInt channels,
    Optional<String> sdpFmtpLine) {}
