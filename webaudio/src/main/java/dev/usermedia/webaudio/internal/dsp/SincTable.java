package dev.usermedia.webaudio.internal.dsp;

/**
 * What is between samples: a sinc under a Blackman window, which takes off what the lower of two
 * rates cannot carry. At a sample's own place, between equal rates, it is that sample. Immutable.
 */
final class SincTable {
  private static final int LOWER_RATE_TAPS = 16;
  private static final int PHASES = 256;

  /** Of half of the lower rate, where the rates differ. */
  private static final double PASSED = 0.92;

  private final boolean exact;
  private final int half;
  private final float[][] weights = new float[PHASES + 1][];

  /** A table for so many input samples to an output sample. */
  SincTable(double ratio) {
    exact = ratio == 1;
    double cutoff = exact ? 1 : Math.min(1, 1 / ratio) * PASSED;
    half = (int) Math.ceil(LOWER_RATE_TAPS * Math.max(1, ratio));
    for (int phase = 0; phase <= PHASES; phase++) {
      weights[phase] = row((double) phase / PHASES, cutoff);
    }
  }

  private float[] row(double offset, double cutoff) {
    double[] row = new double[2 * half];
    double sum = 0;
    for (int tap = 0; tap < row.length; tap++) {
      double distance = tap - (half - 1) - offset;
      double x = Math.PI * distance * cutoff;
      double place = distance / half;
      double window = 0.42 + 0.5 * Math.cos(Math.PI * place) + 0.08 * Math.cos(2 * Math.PI * place);
      row[tap] = Math.abs(place) >= 1 ? 0 : window * (x == 0 ? 1 : Math.sin(x) / x);
      sum += row[tap];
    }
    float[] scaled = new float[row.length];
    for (int tap = 0; tap < row.length; tap++) {
      scaled[tap] = (float) (row[tap] / sum);
    }
    return scaled;
  }

  /** Samples that are needed on each side. */
  int half() {
    return half;
  }

  /** The value at a place of a ring of samples. */
  float at(float[] ring, double place) {
    long whole = (long) Math.floor(place);
    double offset = place - whole;
    if (exact && offset == 0) {
      return ring[(int) (whole % ring.length)];
    }
    int phase = (int) (offset * PHASES);
    float part = (float) (offset * PHASES - phase);
    float[] low = weights[phase];
    float[] high = weights[phase + 1];
    int index = (int) ((whole - half + 1) % ring.length);
    float sum = 0;
    for (int tap = 0; tap < low.length; tap++) {
      sum += ring[index] * (low[tap] + (high[tap] - low[tap]) * part);
      index = index + 1 == ring.length ? 0 : index + 1;
    }
    return sum;
  }
}
