package dev.usermedia.internal.select;

/** Arithmetic of numeric constraints. */
final class Numbers {
  private static final double TENTH_DECIMAL = 1e10;

  /** From here on doubles are further apart than the tenth decimal. */
  private static final double ALREADY_ROUND = 1e5;

  private Numbers() {}

  /** Fitness distance, step 7: how far a number is from its ideal, from 0 to 2. */
  static double distance(double actual, double ideal) {
    return actual == ideal
        ? 0
        : Math.abs(actual - ideal) / Math.max(Math.abs(actual), Math.abs(ideal));
  }

  /** Rounded to the tenth decimal place, as {@code aspectRatio} is. */
  static double roundTenth(double value) {
    return Math.abs(value) < ALREADY_ROUND
        ? Math.rint(value * TENTH_DECIMAL) / TENTH_DECIMAL
        : value;
  }

  /** The setting {@code aspectRatio} of a size. */
  static double aspectRatio(int width, int height) {
    return roundTenth((double) width / height);
  }

  /**
   * The number between two that is nearest to the ideal, and of several the one that is nearest to
   * what is usual.
   *
   * @param ideal NaN if there is none
   */
  static double nearest(double from, double to, double ideal, double usual) {
    double best = Math.clamp(usual, from, to);
    if (ideal > 0 && from >= 0) {
      double nearest = Math.clamp(ideal, from, to);
      // Beyond what doubles tell apart, all are as far from the ideal.
      return distance(nearest, ideal) < distance(best, ideal) ? nearest : best;
    }
    if (!Double.isNaN(ideal)) {
      // The distance from an ideal of the other sign falls again beyond its mirror image, so that
      // either end may be the nearest.
      best = better(best, Math.clamp(ideal, from, to), ideal, usual);
      best = better(best, from, ideal, usual);
      best = better(best, to, ideal, usual);
    }
    return best;
  }

  /** The better of two by distance from the ideal, then from the usual, then the lower one. */
  static double better(double one, double other, double ideal, double usual) {
    if (!Double.isNaN(ideal)) {
      int order = Double.compare(distance(one, ideal), distance(other, ideal));
      if (order != 0) {
        return order < 0 ? one : other;
      }
    }
    int order = Double.compare(Math.abs(one - usual), Math.abs(other - usual));
    return order != 0 ? (order < 0 ? one : other) : Math.min(one, other);
  }
}
