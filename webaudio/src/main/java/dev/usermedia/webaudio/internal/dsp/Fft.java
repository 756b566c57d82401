package dev.usermedia.webaudio.internal.dsp;

/** The discrete Fourier transform of a power of two of complex numbers, in place. Immutable. */
public final class Fft {
  private final int size;
  private final double[] cosines;
  private final double[] sines;

  /** A transform of so many numbers, a power of two. */
  public Fft(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException(size + " is not a power of two");
    }
    this.size = size;
    this.cosines = new double[size / 2];
    this.sines = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / size);
      sines[i] = Math.sin(2 * Math.PI * i / size);
    }
  }

  public int size() {
    return size;
  }

  /** The sums of {@code x[n] e^(-2πikn/size)}, not scaled. */
  public void transform(double[] real, double[] imaginary) {
    reorder(real, imaginary);
    for (int half = 1; half < size; half *= 2) {
      int stride = size / (2 * half);
      for (int start = 0; start < size; start += 2 * half) {
        for (int i = 0; i < half; i++) {
          double cosine = cosines[i * stride];
          double sine = -sines[i * stride];
          int a = start + i;
          int b = a + half;
          double re = real[b] * cosine - imaginary[b] * sine;
          double im = real[b] * sine + imaginary[b] * cosine;
          real[b] = real[a] - re;
          imaginary[b] = imaginary[a] - im;
          real[a] += re;
          imaginary[a] += im;
        }
      }
    }
  }

  private void reorder(double[] real, double[] imaginary) {
    int bits = Integer.numberOfTrailingZeros(size);
    for (int i = 1; i < size; i++) {
      int j = Integer.reverse(i) >>> (Integer.SIZE - bits);
      if (i < j) {
        double re = real[i];
        real[i] = real[j];
        real[j] = re;
        double im = imaginary[i];
        imaginary[i] = imaginary[j];
        imaginary[j] = im;
      }
    }
  }
}
