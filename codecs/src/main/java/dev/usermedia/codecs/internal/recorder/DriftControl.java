package dev.usermedia.codecs.internal.recorder;

/**
 * Keeps sound where its timestamps say. A sound card counts samples by a clock of its own, which
 * runs a little faster or slower than the one that stamps the chunks; left alone, sound and picture
 * drift apart by a second in some hours. This controller sees how far each chunk is off and says by
 * how much to stretch the sound: too little to hear, enough to stay within milliseconds.
 *
 * <p>What is off by more than {@link #GAP_SAMPLES} is no drift: samples were lost, or come twice.
 *
 * <p>All lengths are in samples at 48 kHz.
 */
final class DriftControl {
  /** 20 ms. */
  static final double GAP_SAMPLES = 0.020 * OpusEncoder.SAMPLE_RATE_HZ;

  /** The greatest stretch: a twelfth of a semitone. */
  static final double MAX_STRETCH = 0.005;

  /** Sources that are right to within 1 ms are passed on untouched. */
  private static final double TOLERANCE_SAMPLES = 0.001 * OpusEncoder.SAMPLE_RATE_HZ;

  /** Timestamps jitter: their error is averaged over this time. */
  private static final double SMOOTHING_SECONDS = 0.5;

  /** Share of the error that is made good in a second. */
  private static final double PROPORTIONAL = 0.5;

  /** Share of the error by which the estimate of the drift grows in a second. */
  private static final double INTEGRAL = 0.05;

  private double smoothed;
  private double drift;
  private boolean engaged;

  /**
   * Whether something is missing before a chunk (or there already) that drift does not explain.
   *
   * @param error where the chunk belongs, less where it would come to lie
   */
  static boolean isGap(double error) {
    return Math.abs(error) > GAP_SAMPLES;
  }

  /** Forgets the error, which was made good otherwise, but not how the clocks drift. */
  void reset() {
    smoothed = 0;
  }

  /**
   * How much to stretch the sound from this chunk on: 0.001 makes it longer by a thousandth.
   *
   * @param error where the chunk belongs, less where it would come to lie; no gap
   * @param seconds how long the chunk is
   */
  double stretch(double error, double seconds) {
    smoothed += (error - smoothed) * Math.min(1, seconds / SMOOTHING_SECONDS);
    engaged |= Math.abs(smoothed) > TOLERANCE_SAMPLES;
    if (!engaged) {
      return 0;
    }
    drift = bounded(drift + INTEGRAL * seconds * smoothed / OpusEncoder.SAMPLE_RATE_HZ);
    return bounded(drift + PROPORTIONAL * smoothed / OpusEncoder.SAMPLE_RATE_HZ);
  }

  private static double bounded(double stretch) {
    return Math.clamp(stretch, -MAX_STRETCH, MAX_STRETCH);
  }
}
