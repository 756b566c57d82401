package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.dsp.WaveTable;

/**
 * The shape of a wave, by the Fourier coefficients of its partials: cosines and sines, from the
 * constant part, which is not used, to the highest. Immutable.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#PeriodicWave">Web Audio API,
 *     PeriodicWave</a>
 */
public final class PeriodicWave {
  /** More are above half of any sample rate, even of the lowest sounds. */
  private static final int PARTIALS = 1024;

  private final WaveTable table;

  /**
   * A wave.
   *
   * @param real the cosines
   * @param imag the sines, as many
   * @param disableNormalization whether the coefficients are taken as they are, rather than scaled
   *     to a highest value of 1
   * @throws DOMException {@code IndexSizeError} if there are less than two of each, or not as many
   */
  public PeriodicWave(float[] real, float[] imag, boolean disableNormalization) {
    if (real.length < 2 || real.length != imag.length) {
      throw new DOMException(
          real.length + " cosines and " + imag.length + " sines", "IndexSizeError");
    }
    this.table = new WaveTable(real, imag, !disableNormalization);
  }

  WaveTable table() {
    return table;
  }

  /**
   * The wave of a built-in type.
   *
   * @see <a href="https://webaudio.github.io/web-audio-api/#oscillator-coefficients">Web Audio API,
   *     Oscillator Coefficients</a>
   */
  static WaveTable table(OscillatorType type) {
    int count = type == OscillatorType.SINE ? 2 : PARTIALS;
    float[] sines = new float[count];
    for (int n = 1; n < count; n++) {
      double odd = n % 2;
      sines[n] =
          (float)
              switch (type) {
                case SINE -> 1;
                case SQUARE -> 4 * odd / (n * Math.PI);
                case SAWTOOTH -> (odd == 1 ? 2 : -2) / (n * Math.PI);
                case TRIANGLE -> odd * (n % 4 == 1 ? 8 : -8) / Math.pow(n * Math.PI, 2);
                case CUSTOM -> throw new IllegalArgumentException("custom has no wave of its own");
              };
    }
    return new WaveTable(new float[count], sines, true);
  }
}
