package dev.usermedia.webaudio.internal.dsp;

import java.util.ArrayList;
import java.util.List;

/**
 * One period of a wave, in tables with fewer and fewer of its partials, so that at no frequency a
 * partial is above half of the sample rate. Immutable.
 */
public final class WaveTable {
  private static final int SIZE = 4096;

  /** So that what is between two entries is found to within −60 dB for the highest partial. */
  private static final int MOST_PARTIALS = SIZE / 4;

  private static final int TABLES_PER_OCTAVE = 3;

  private final List<Table> tables = new ArrayList<>();

  private static final class Table {
    final int partials;
    final float[] samples;

    Table(int partials, float[] samples) {
      this.partials = partials;
      this.samples = samples;
    }
  }

  /**
   * The wave of Fourier coefficients.
   *
   * @param cosines of each partial; the first, of what is constant, is not used
   * @param sines of each partial, as many
   * @param normalize whether the wave of all partials is scaled to a highest value of 1
   */
  public WaveTable(float[] cosines, float[] sines, boolean normalize) {
    int all = Math.min(cosines.length - 1, MOST_PARTIALS);
    Fft fft = new Fft(SIZE);
    double scale = 0;
    int before = Integer.MAX_VALUE;
    for (int step = 0; before > 1; step++) {
      int partials =
          Math.min(all, (int) (MOST_PARTIALS * Math.pow(2, -step / (double) TABLES_PER_OCTAVE)));
      if (partials >= before) {
        continue;
      }
      double[] wave = wave(cosines, sines, partials, fft);
      if (scale == 0) {
        scale = normalize ? scale(wave) : 1;
      }
      float[] samples = new float[SIZE];
      for (int i = 0; i < SIZE; i++) {
        samples[i] = (float) (wave[i] * scale);
      }
      tables.add(new Table(partials, samples));
      before = partials;
    }
  }

  private static double[] wave(float[] cosines, float[] sines, int partials, Fft fft) {
    double[] real = new double[SIZE];
    double[] imaginary = new double[SIZE];
    for (int k = 1; k <= partials; k++) {
      real[k] = cosines[k];
      imaginary[k] = sines[k]; // the transform turns e^(-ikx) by b: a cos kx + b sin kx
    }
    fft.transform(real, imaginary);
    return real;
  }

  private static double scale(double[] wave) {
    double highest = 0;
    for (double sample : wave) {
      highest = Math.max(highest, Math.abs(sample));
    }
    return highest == 0 ? 1 : 1 / highest;
  }

  /**
   * A sample.
   *
   * @param phase from 0 to 1
   * @param frequency as a part of half of the sample rate
   */
  public float at(double phase, double frequency) {
    float[] samples = tables.get(indexOf(frequency)).samples;
    double place = phase * SIZE;
    int index = (int) place;
    float x = (float) (place - index);
    // Lagrange's polynomial through the four entries around
    float a = samples[(index - 1) & (SIZE - 1)];
    float b = samples[index & (SIZE - 1)];
    float c = samples[(index + 1) & (SIZE - 1)];
    float d = samples[(index + 2) & (SIZE - 1)];
    float c1 = c - a / 3 - b / 2 - d / 6;
    float c2 = (a + c) / 2 - b;
    float c3 = (d - a) / 6 + (b - c) / 2;
    return ((c3 * x + c2) * x + c1) * x + b;
  }

  private int indexOf(double frequency) {
    for (int i = 0; i < tables.size() - 1; i++) {
      if (tables.get(i).partials * frequency <= 1) {
        return i;
      }
    }
    return tables.size() - 1;
  }
}
