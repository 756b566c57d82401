package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.dsp.Fft;
import dev.usermedia.webaudio.internal.graph.AnalyserProcessor;

/**
 * Passes sound on as it is, and tells what it is like: its latest samples and their spectrum.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AnalyserNode">Web Audio API,
 *     AnalyserNode</a>
 */
public final class AnalyserNode extends AudioNode {
  private static final int SMALLEST = 32;
  private static final int LARGEST = 32_768;
  private static final int USUAL = 2_048;
  private static final double BLACKMAN_ALPHA = 0.16;

  private final AnalyserProcessor processor;
  private int fftSize = USUAL;
  private double minDecibels = -100;
  private double maxDecibels = -30;
  private double smoothingTimeConstant = 0.8;

  private Fft fft = new Fft(USUAL);
  private float[] samples = new float[USUAL];
  private double[] smoothed = new double[USUAL / 2];
  private long smoothedAt = -1;

  /** A node with a window of 2048 samples. */
  public AnalyserNode(BaseAudioContext context) {
    this(
        context,
        new AnalyserProcessor(rules(2, ChannelCountMode.MAX, ChannelInterpretation.SPEAKERS)));
  }

  private AnalyserNode(BaseAudioContext context, AnalyserProcessor processor) {
    super(context, processor, 1, 1, 2, ChannelCountMode.MAX, ChannelInterpretation.SPEAKERS);
    this.processor = processor;
  }

  public synchronized int fftSize() {
    return fftSize;
  }

  /**
   * Changes how many samples are looked at.
   *
   * @throws DOMException {@code IndexSizeError} unless it is a power of two from 32 to 32768
   */
  public synchronized void fftSize(int size) {
    if (size < SMALLEST || size > LARGEST || Integer.bitCount(size) != 1) {
      throw new DOMException(
          size + " is not a power of two from " + SMALLEST + " to " + LARGEST, "IndexSizeError");
    }
    fftSize = size;
    fft = new Fft(size);
    samples = new float[size];
    smoothed = new double[size / 2];
    smoothedAt = -1;
  }

  /** Half of {@link #fftSize}: how many frequencies are told apart. */
  public synchronized int frequencyBinCount() {
    return fftSize / 2;
  }

  public synchronized double minDecibels() {
    return minDecibels;
  }

  /**
   * Changes which level is the byte 0.
   *
   * @throws DOMException {@code IndexSizeError} unless it is below the other
   */
  public synchronized void minDecibels(double level) {
    decibels(level, maxDecibels);
  }

  public synchronized double maxDecibels() {
    return maxDecibels;
  }

  /**
   * Changes which level is the byte 255.
   *
   * @throws DOMException {@code IndexSizeError} unless it is above the other
   */
  public synchronized void maxDecibels(double level) {
    decibels(minDecibels, level);
  }

  /** Changes both levels at once. */
  public synchronized void decibels(double min, double max) {
    if (!(min < max)) {
      throw new DOMException(min + " dB is not below " + max + " dB", "IndexSizeError");
    }
    minDecibels = min;
    maxDecibels = max;
  }

  public synchronized double smoothingTimeConstant() {
    return smoothingTimeConstant;
  }

  /**
   * Changes how much of the spectrum before is kept.
   *
   * @throws DOMException {@code IndexSizeError} unless it is from 0 to 1
   */
  public synchronized void smoothingTimeConstant(double constant) {
    if (!(constant >= 0 && constant <= 1)) {
      throw new DOMException(constant + " is not from 0 to 1", "IndexSizeError");
    }
    smoothingTimeConstant = constant;
  }

  /** The spectrum in decibels, as many frequencies as there are and fit. */
  public synchronized void getFloatFrequencyData(float[] array) {
    smooth();
    for (int k = 0; k < Math.min(array.length, smoothed.length); k++) {
      array[k] = (float) decibels(smoothed[k]);
    }
  }

  /** The spectrum between the two levels, each a byte of 0 to 255. */
  public synchronized void getByteFrequencyData(byte[] array) {
    smooth();
    for (int k = 0; k < Math.min(array.length, smoothed.length); k++) {
      double part = (decibels(smoothed[k]) - minDecibels) / (maxDecibels - minDecibels);
      array[k] = toByte(255 * part);
    }
  }

  /** The latest samples, as many as there are and fit, the earliest first. */
  public synchronized void getFloatTimeDomainData(float[] array) {
    processor.copy(processor.written(), samples);
    System.arraycopy(samples, 0, array, 0, Math.min(array.length, fftSize));
  }

  /** The same, each a byte: 128 is 0, 255 is nearly 1. */
  public synchronized void getByteTimeDomainData(byte[] array) {
    processor.copy(processor.written(), samples);
    for (int i = 0; i < Math.min(array.length, fftSize); i++) {
      array[i] = toByte(128.0 * (1 + samples[i]));
    }
  }

  private static byte toByte(double value) {
    return (byte) (int) Math.clamp(Math.floor(value), 0, 255);
  }

  private static double decibels(double magnitude) {
    return 20 * Math.log10(magnitude);
  }

  /** Within a render quantum, the spectrum stays the same. */
  private void smooth() {
    long now = processor.written();
    if (now == smoothedAt) {
      return;
    }
    smoothedAt = now;
    processor.copy(now, samples);
    double[] real = new double[fftSize];
    double[] imaginary = new double[fftSize];
    for (int n = 0; n < fftSize; n++) {
      real[n] = samples[n] * blackman(n);
    }
    fft.transform(real, imaginary);
    for (int k = 0; k < smoothed.length; k++) {
      double magnitude = Math.hypot(real[k], imaginary[k]) / fftSize;
      double next = smoothingTimeConstant * smoothed[k] + (1 - smoothingTimeConstant) * magnitude;
      smoothed[k] = Double.isFinite(next) ? next : 0;
    }
  }

  private double blackman(int n) {
    double turn = 2 * Math.PI * n / fftSize;
    return (1 - BLACKMAN_ALPHA) / 2 - Math.cos(turn) / 2 + BLACKMAN_ALPHA / 2 * Math.cos(2 * turn);
  }
}
