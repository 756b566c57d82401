package dev.usermedia.linux.internal.pulse;

/**
 * Tells when a sample was captured, by its position in the stream, from measurements that are few
 * and noisy: a delay-locked loop of second order, which follows the drift of the device's clock and
 * takes steps of no more than a fraction of each measurement's error.
 *
 * @see <a href="https://kokkinizita.linuxaudio.org/papers/usingdll.pdf">Fons Adriaensen, Using a
 *     DLL to filter time</a>
 */
final class SampleClock {
  /** Follows the first measurements quickly, later ones slowly. */
  private static final double FIRST_BANDWIDTH_HZ = 0.5;

  private static final double LAST_BANDWIDTH_HZ = 0.1;

  /** How far a measurement may be off before it is held to be wrong, ... */
  private static final double PLAUSIBLE_US = 50_000;

  /** ... and how many in a row may be wrong before it is the clock that is. */
  private static final int WRONG_IN_A_ROW = 3;

  private final double nominalPeriodUs;
  private boolean set;
  private long position;
  private double timeUs;
  private double periodUs;
  private double followedUs;
  private int wrong;

  SampleClock(int sampleRateHz) {
    nominalPeriodUs = 1e6 / sampleRateHz;
    periodUs = nominalPeriodUs;
  }

  /** Whether anything was measured. */
  boolean isSet() {
    return set;
  }

  /**
   * The sample at the position was captured at about that time.
   *
   * @param measuredPosition not before that of the measurement before
   */
  void measure(long measuredPosition, long measuredUs) {
    long frames = measuredPosition - position;
    double predictedUs = timeUs + frames * periodUs;
    double errorUs = measuredUs - predictedUs;
    if (!set || (Math.abs(errorUs) > PLAUSIBLE_US && ++wrong == WRONG_IN_A_ROW)) {
      set = true;
      position = measuredPosition;
      timeUs = measuredUs;
      periodUs = nominalPeriodUs;
      followedUs = 0;
      wrong = 0;
      return;
    }
    if (Math.abs(errorUs) > PLAUSIBLE_US || frames <= 0) {
      return;
    }
    wrong = 0;
    double spanUs = frames * nominalPeriodUs;
    followedUs += spanUs;
    double bandwidthHz = Math.max(LAST_BANDWIDTH_HZ, FIRST_BANDWIDTH_HZ / (1 + followedUs / 1e6));
    double omega = Math.min(0.5, 2 * Math.PI * bandwidthHz * spanUs / 1e6);
    position = measuredPosition;
    timeUs = predictedUs + Math.sqrt(2) * omega * errorUs;
    periodUs += omega * omega * errorUs / frames;
  }

  /** When the sample at the position was captured. */
  long timeUs(long samplePosition) {
    return Math.round(timeUs + (samplePosition - position) * periodUs);
  }
}
