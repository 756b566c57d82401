package dev.usermedia.webrtc.internal.media;

/**
 * What a track is sent with at most.
 *
 * @param scaleDownBy how much smaller pictures become on each side; at least 1
 * @param maxFramerate pictures per second; infinite if there is no limit
 */
public record SendLimits(double scaleDownBy, double maxFramerate) {
  /** None. */
  public static final SendLimits NONE = new SendLimits(1, Double.POSITIVE_INFINITY);
}
