package dev.usermedia.webrtc.internal.adapt;

import java.util.Locale;
import java.util.Optional;

/**
 * How coarsely a codec may quantize: the numbers that libwebrtc's own scaler of quality has, which
 * does not reach sources like ours.
 *
 * @param low below it, pictures are better than they need to be
 * @param high above it, they are worse than smaller ones would be
 */
public record QpRange(double low, double high) {
  private static final QpRange VP8 = new QpRange(29, 95);
  private static final QpRange VP9 = new QpRange(96, 185);
  private static final QpRange H264 = new QpRange(24, 37);
  private static final QpRange AV1 = new QpRange(145, 205);

  /** That of a codec such as {@code video/VP8}, if it is known. */
  public static Optional<QpRange> of(String mimeType) {
    return switch (mimeType.toLowerCase(Locale.ROOT)) {
      case "video/vp8" -> Optional.of(VP8);
      case "video/vp9" -> Optional.of(VP9);
      case "video/h264" -> Optional.of(H264);
      case "video/av1" -> Optional.of(AV1);
      default -> Optional.empty();
    };
  }
}
