package dev.usermedia.webrtc.internal.adapt;

import dev.usermedia.ContentHint;
import dev.usermedia.webrtc.RTCDegradationPreference;
import dev.usermedia.webrtc.internal.media.SendLimits;
import java.util.List;
import java.util.Optional;

/**
 * What is given up at each level, by preference. Level 0 is nothing.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mst-content-hint/#degradation-preference-when-encoding">MediaStreamTrack
 *     Content Hints, degradation preference when encoding</a>
 */
public final class Degradation {
  /** Three fifths or less of the pixels from each to the next. */
  private static final List<Double> SCALES = List.of(1.0, 4.0 / 3, 2.0, 8.0 / 3, 4.0);

  private static final List<Double> RATES = List.of(1.0, 2.0 / 3, 1.0 / 2, 1.0 / 3, 1.0 / 4);
  private static final double LOWEST_RATE = 2;

  private Degradation() {}

  /** What a sender prefers: what it was told, or what the content calls for. */
  public static RTCDegradationPreference preference(
      Optional<RTCDegradationPreference> told, ContentHint hint) {
    return told.orElseGet(
        () ->
            switch (hint) {
              case MOTION -> RTCDegradationPreference.MAINTAIN_FRAMERATE;
              case DETAIL, TEXT -> RTCDegradationPreference.MAINTAIN_RESOLUTION;
              case NONE, SPEECH, SPEECH_RECOGNITION, MUSIC -> RTCDegradationPreference.BALANCED;
            });
  }

  /** The level beyond which nothing is left to give up. */
  public static int highestLevel(RTCDegradationPreference preference) {
    return switch (preference) {
      case MAINTAIN_FRAMERATE -> SCALES.size() - 1;
      case MAINTAIN_RESOLUTION -> RATES.size() - 1;
      case BALANCED -> SCALES.size() + RATES.size() - 2;
      case MAINTAIN_FRAMERATE_AND_RESOLUTION -> 0;
    };
  }

  /**
   * What is sent at a level.
   *
   * @param framerate pictures per second that there are
   */
  public static SendLimits limits(
      RTCDegradationPreference preference, int level, double framerate) {
    int reached = Math.min(level, highestLevel(preference));
    return switch (preference) {
      case MAINTAIN_FRAMERATE -> limits(reached, 0, framerate);
      case MAINTAIN_RESOLUTION -> limits(0, reached, framerate);
      // size first: it is less to be seen
      case BALANCED -> limits((reached + 1) / 2, reached / 2, framerate);
      case MAINTAIN_FRAMERATE_AND_RESOLUTION -> SendLimits.NONE;
    };
  }

  private static SendLimits limits(int scale, int rate, double framerate) {
    return new SendLimits(
        SCALES.get(scale),
        rate == 0 ? Double.POSITIVE_INFINITY : Math.max(LOWEST_RATE, framerate * RATES.get(rate)));
  }
}
