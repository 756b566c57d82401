package dev.usermedia.webrtc.internal.natives;

import dev.usermedia.webrtc.RTCRtpEncodingParameters;

/** Parameters as the binding has them. */
final class Parameters {
  private Parameters() {}

  static dev.onvoid.webrtc.RTCRtpEncodingParameters toNative(RTCRtpEncodingParameters encoding) {
    var to = new dev.onvoid.webrtc.RTCRtpEncodingParameters();
    change(to, encoding);
    return to;
  }

  /** Size and rate are ours to change: see the adaptation. */
  static void change(
      dev.onvoid.webrtc.RTCRtpEncodingParameters to, RTCRtpEncodingParameters encoding) {
    to.active = encoding.active();
    to.maxBitrate =
        encoding.maxBitrate().isPresent()
            ? (int) Math.min(encoding.maxBitrate().getAsLong(), Integer.MAX_VALUE)
            : null;
  }
}
