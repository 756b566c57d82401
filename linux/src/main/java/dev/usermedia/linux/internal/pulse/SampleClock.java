package dev.usermedia.linux.internal.pulse;

/**
 * Tells when a sample was captured, by its position in the stream, from measurements that are few
 * and noisy: a delay-locked loop of second order, which follows the drift of the device's clock.
 * Whatever is measured, the time that passes from sample to sample stays within half a percent of
 * what it should be, until the measurements leave no doubt that sound is missing.
 *
 * @see <a href="https://kokkinizita.linuxaudio.org/papers/usingdll.pdf">Fons Adriaensen, Using a
 *     DLL to filter time</a>
 */
final class SampleClock {
  private static final double FIRST_BANDWIDTH_HZ = 0.5;
  private static final double LAST_BANDWIDTH_HZ = 0.1;
  private static final double MAX_SLEW = 0.004;
  private static final double MAX_DRIFT = 0.001;

  /**
   * Of the first measurements the earliest counts: on a busy machine each is as late as the
   * scheduler made it, and none is early.
   */
  private static final int FIRST_MEASUREMENTS = 3;

  /** How far a measurement may be off before it is held to be wrong, ... */
  private static final double PLAUSIBLE_US = 50_000;

  /** ... and how many in a row before it is the clock that is. */
  private static final int WRONG_IN_A_ROW = 3;

  private final double nominalPeriodUs;
  private int measurements;
  private int wrong;
  private long position; // the sample that the rest speaks of
  private double timeUs;
  private double periodUs;
  private double followedUs;

  SampleClock(int sampleRateHz) {
    nominalPeriodUs = 1e6 / sampleRateHz;
    periodUs = nominalPeriodUs;
  }

  /** Whether enough was measured. */
  boolean isSet() {
    return measurements >= FIRST_MEASUREMENTS;
  }

  /**
   * The sample at the position was captured at about that time.
   *
   * @param measuredPosition not before that of the measurement before
   * @return by how much time jumped, in microseconds: what was captured in it never came
   */
  long measure(long measuredPosition, long measuredUs) {
    double errorUs = measuredUs - predictedUs(measuredPosition);
    if (!isSet()) {
      if (measurements++ == 0 || errorUs < 0) {
        anchor(measuredPosition, (double) measuredUs);
      }
    } else if (Math.abs(errorUs) <= PLAUSIBLE_US) {
      wrong = 0;
      follow(measuredPosition, errorUs);
    } else if (++wrong == WRONG_IN_A_ROW) {
      wrong = 0;
      anchor(measuredPosition, (double) measuredUs);
      return Math.round(errorUs);
    }
    return 0;
  }

  /** Forgets everything: nothing was captured for a while. */
  void restart() {
    measurements = 0;
    wrong = 0;
  }

  /** When the sample at the position was captured. */
  long timeUs(long samplePosition) {
    return Math.round(predictedUs(samplePosition));
  }

  private double predictedUs(long samplePosition) {
    return timeUs + (samplePosition - position) * periodUs;
  }

  private void anchor(long newPosition, double newTimeUs) {
    position = newPosition;
    timeUs = newTimeUs;
    periodUs = nominalPeriodUs;
    followedUs = 0;
  }

  private void follow(long newPosition, double errorUs) {
    double spanUs = (newPosition - position) * nominalPeriodUs;
    if (spanUs <= 0) {
      return; // nothing new was captured: the error is what passed meanwhile
    }
    followedUs += spanUs;
    double bandwidthHz = Math.max(LAST_BANDWIDTH_HZ, FIRST_BANDWIDTH_HZ / (1 + followedUs / 1e6));
    double omega = Math.min(0.5, 2 * Math.PI * bandwidthHz * spanUs / 1e6);
    double gain = Math.sqrt(2) * omega;
    double maxStepUs = MAX_SLEW * spanUs;
    double stepUs = Math.clamp(gain * errorUs, -maxStepUs, maxStepUs);
    timeUs = predictedUs(newPosition) + stepUs;
    position = newPosition;
    double driftedUs = periodUs + omega * omega * (stepUs / gain) * nominalPeriodUs / spanUs;
    periodUs =
        Math.clamp(driftedUs, nominalPeriodUs * (1 - MAX_DRIFT), nominalPeriodUs * (1 + MAX_DRIFT));
  }
}
