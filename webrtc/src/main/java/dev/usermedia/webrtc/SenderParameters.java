package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.webrtc.internal.natives.NativeTransceiver;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a sender sends, as it is asked for and told.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpsender-setparameters">WebRTC,
 *     setParameters</a>
 */
final class SenderParameters {
  private final NativeTransceiver natively;

  // ---- guarded by this, for writing ----

  private volatile List<RTCRtpEncodingParameters> encodings;
  private volatile Optional<RTCDegradationPreference> degradationPreference = Optional.empty();
  private @Nullable RTCRtpSendParameters lastReturned;

  SenderParameters(NativeTransceiver natively, List<RTCRtpEncodingParameters> encodings) {
    this.natively = natively;
    this.encodings = encodings;
  }

  List<RTCRtpEncodingParameters> encodings() {
    return encodings;
  }

  Optional<RTCDegradationPreference> degradationPreference() {
    return degradationPreference;
  }

  synchronized RTCRtpSendParameters get(RTCRtpReceiveParameters agreed) {
    RTCRtpSendParameters last = lastReturned;
    RTCRtpSendParameters now =
        new RTCRtpSendParameters(
            last == null ? UUID.randomUUID().toString() : last.transactionId(),
            encodings,
            agreed.headerExtensions(),
            agreed.rtcp(),
            agreed.codecs(),
            degradationPreference);
    lastReturned = now;
    return now;
  }

  /** What was returned is not the latest any more. */
  synchronized void forget(RTCRtpSendParameters returned) {
    if (returned.equals(lastReturned)) {
      lastReturned = null;
    }
  }

  /** Changes them, or nothing if they cannot be. */
  synchronized void set(RTCRtpSendParameters to) {
    RTCRtpSendParameters from = lastReturned;
    if (from == null) {
      throw new DOMException(
          "these are not the latest parameters: call getParameters first", "InvalidStateError");
    }
    if (!from.transactionId().equals(to.transactionId())
        || !from.headerExtensions().equals(to.headerExtensions())
        || !from.rtcp().equals(to.rtcp())
        || !from.codecs().equals(to.codecs())) {
      throw new DOMException(
          "only encodings and degradationPreference can be changed", "InvalidModificationError");
    }
    List<RTCRtpEncodingParameters> changed =
        SendEncodings.changed(natively.kind(), encodings, to.encodings());
    natively.setEncoding(changed.getFirst());
    lastReturned = null;
    encodings = changed;
    degradationPreference = to.degradationPreference();
  }
}
