package dev.usermedia.internal.sound;

/**
 * The weights that each output sample is made with: a sinc under a Kaiser window, which passes what
 * is below nine tenths of half of the lower rate and takes 90 dB off what is above that half. A row
 * of weights for each place that an output sample can have between two input samples; where there
 * are too many, between two rows. Immutable.
 */
final class LowPass {
  /** More would take long to compute; the error between rows of so many is below −100 dB. */
  private static final int MAX_ROWS = 512;

  private static final double STOP_DB = 90;
  private static final double PASSED = 0.9;
  private static final double BETA = 0.1102 * (STOP_DB - 8.7);

  /** Kaiser's estimate of the length, in samples of the lower rate on each side. */
  private static final double LOWER_RATE_TAPS = (STOP_DB - 7.95) / (14.36 * (1 - PASSED) / 2) / 2;

  /** Input samples on each side of an output sample. */
  final int half;

  private final int up;
  private final int rows;
  private final float[] weights;

  LowPass(SampleRatio ratio) {
    double stretch = stretch(ratio);
    double cutoff = (1 + PASSED) / 2 / stretch;
    up = ratio.up();
    rows = Math.min(up, MAX_ROWS);
    half = half(ratio);
    weights = new float[(rows + 1) * 2 * half];
    double[] exact = new double[2 * half];
    for (int row = 0; row <= rows; row++) {
      double sum = 0;
      for (int tap = 0; tap < exact.length; tap++) {
        double distance = tap - (half - 1) - (double) row / rows;
        exact[tap] = sinc(distance * cutoff) * window(distance / half);
        sum += exact[tap];
      }
      for (int tap = 0; tap < exact.length; tap++) {
        weights[row * exact.length + tap] = (float) (exact[tap] / sum);
      }
    }
  }

  /** Input samples on each side of an output sample. */
  static int half(SampleRatio ratio) {
    return (int) Math.ceil(LOWER_RATE_TAPS * stretch(ratio) / 2) * 2;
  }

  /** How many input samples are as long as one of the lower rate. */
  private static double stretch(SampleRatio ratio) {
    return Math.max(1, (double) ratio.down() / ratio.up());
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double window(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x));
  }

  /** The modified Bessel function of order zero. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-10; k++) {
      term *= x / 2 / k * (x / 2 / k);
      sum += term;
    }
    return sum;
  }

  /**
   * One output sample.
   *
   * @param first the first of the {@code 2 * half} input samples that it is made of
   * @param phase where it lies, see {@link SampleRatio#phaseAt}
   */
  float apply(float[] samples, int first, int phase) {
    if (rows == up) {
      return dot(samples, first, phase);
    }
    double place = (double) phase * rows / up;
    int row = (int) place;
    float part = (float) (place - row);
    return dot(samples, first, row) * (1 - part) + dot(samples, first, row + 1) * part;
  }

  /** Four sums at a time, since each addition waits for the one before it. */
  private float dot(float[] samples, int first, int row) {
    int length = 2 * half;
    int at = row * length;
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i < length; i += 4) {
      a += samples[first + i] * weights[at + i];
      b += samples[first + i + 1] * weights[at + i + 1];
      c += samples[first + i + 2] * weights[at + i + 2];
      d += samples[first + i + 3] * weights[at + i + 3];
    }
    return (a + b) + (c + d);
  }
}
