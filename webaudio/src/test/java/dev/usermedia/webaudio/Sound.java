package dev.usermedia.webaudio;

/** Measures of samples. */
final class Sound {
  private Sound() {}

  /** The amplitude at a frequency, of whole periods of it or of many. */
  static double amplitude(float[] samples, int from, int to, double hertz, double sampleRateHz) {
    double cosine = 0;
    double sine = 0;
    for (int i = from; i < to; i++) {
      double angle = 2 * Math.PI * hertz * i / sampleRateHz;
      cosine += samples[i] * Math.cos(angle);
      sine += samples[i] * Math.sin(angle);
    }
    return 2 * Math.hypot(cosine, sine) / (to - from);
  }

  static double rms(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return Math.sqrt(sum / (to - from));
  }
}
