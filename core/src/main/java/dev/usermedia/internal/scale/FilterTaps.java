package dev.usermedia.internal.scale;

/**
 * For each output sample along one axis, the input samples that it is made of and their weights: a
 * kernel as wide as the step between output samples, which interpolates when enlarging and averages
 * when shrinking. Weights are 14-bit fractions that sum to one exactly. Immutable.
 */
final class FilterTaps {
  static final int ONE_BITS = 14;
  private static final int ONE = 1 << ONE_BITS;

  final int[] first;
  final int count;

  /** {@code count} weights for each output sample, one after the other. */
  final int[] weights;

  /**
   * @param input samples that there are
   * @param start where the visible part begins, in input samples
   * @param length how much of it is visible
   */
  FilterTaps(FilterKernel kernel, int input, double start, double length, int output) {
    double step = length / output;
    double scale = Math.max(1, step);
    double support = scale * kernel.radius;
    int widest = Math.min(input, (int) Math.ceil(support) * 2);
    this.count = widest;
    this.first = new int[output];
    this.weights = new int[output * widest];
    double[] exact = new double[widest];
    for (int i = 0; i < output; i++) {
      double centre = start + (i + 0.5) * step - 0.5;
      int from = (int) Math.floor(centre - support) + 1;
      int clamped = Math.max(0, Math.min(from, input - widest));
      java.util.Arrays.fill(exact, 0);
      double sum = 0;
      for (int tap = 0; tap < (int) Math.ceil(support) * 2; tap++) {
        double weight = kernel.weight(Math.abs(from + tap - centre) / scale);
        // what lies outside the picture counts for its edge
        int at = Math.max(0, Math.min(from + tap, input - 1)) - clamped;
        exact[at] += weight;
        sum += weight;
      }
      first[i] = clamped;
      int left = ONE;
      int heaviest = 0;
      for (int tap = 0; tap < widest; tap++) {
        int weight = (int) Math.round(exact[tap] / sum * ONE);
        weights[i * widest + tap] = weight;
        left -= weight;
        if (exact[tap] > exact[heaviest]) {
          heaviest = tap;
        }
      }
      weights[i * widest + heaviest] += left;
    }
  }
}
