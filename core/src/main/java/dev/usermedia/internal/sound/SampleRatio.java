package dev.usermedia.internal.sound;

/**
 * Two sample rates in lowest terms: output sample k lies at input sample {@code k * down / up}. All
 * positions are exact, so that nothing adds up over hours.
 *
 * @param up output samples for each {@code down} input samples
 */
public record SampleRatio(int inputHz, int outputHz, int up, int down) {
  /** The ratio of two rates. */
  public static SampleRatio of(int inputHz, int outputHz) {
    int divisor = gcd(inputHz, outputHz);
    return new SampleRatio(inputHz, outputHz, outputHz / divisor, inputHz / divisor);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** How many output samples lie before an input sample. */
  public long outputsBefore(long input) {
    return input <= 0 ? 0 : Math.ceilDiv(input * up, (long) down);
  }

  /** The input sample at or before an output sample. */
  long inputAt(long output) {
    return output * down / up;
  }

  /** How far an output sample is behind that input sample, in units of 1/{@code up} of a sample. */
  int phaseAt(long output) {
    return (int) (output * down % up);
  }

  /** From an input sample to an output sample, in microseconds; negative if the output is first. */
  public long offsetUs(long input, long output) {
    return Math.round((inputAt(output) - input + (double) phaseAt(output) / up) * 1e6 / inputHz);
  }
}
