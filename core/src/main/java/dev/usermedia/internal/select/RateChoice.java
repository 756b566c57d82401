package dev.usermedia.internal.select;

/**
 * The frame rates that a region and an ideal make of each of a device's {@link RateBounds}: of
 * modes as they are, and of modes whose pictures are scaled and decimated.
 */
final class RateChoice {
  private final double ideal;
  private final double[] ownRates;
  private final double[] ownDistances;
  private final double[] scaledRates;
  private final double[] scaledDistances;
  private double least = Double.POSITIVE_INFINITY;

  /**
   * Chooses for all bounds.
   *
   * @param ideal NaN if there is none
   */
  RateChoice(RateBounds bounds, VideoQuery query, double ideal) {
    this.ideal = ideal;
    int count = bounds.count();
    ownRates = new double[count];
    ownDistances = new double[count];
    scaledRates = new double[count];
    scaledDistances = new double[count];
    for (int i = 0; i < count; i++) {
      double min = bounds.min(i);
      double max = bounds.max(i);
      ownDistances[i] = Double.POSITIVE_INFINITY;
      if (query.allowsNone() && query.isAnyRate(min, max)) {
        ownRates[i] = query.rate(min, max, ideal);
        ownDistances[i] = distance(ownRates[i]);
      }
      double lowest = VideoModes.lowestRate(min);
      scaledDistances[i] = Double.POSITIVE_INFINITY;
      if (query.allowsCrop() && query.isAnyRate(lowest, max)) {
        scaledRates[i] = query.rate(lowest, max, ideal);
        scaledDistances[i] = distance(scaledRates[i]);
      }
      least = Math.min(least, Math.min(ownDistances[i], scaledDistances[i]));
    }
  }

  /** How far a rate is from the ideal. */
  double distance(double rate) {
    return Double.isNaN(ideal) ? 0 : Numbers.distance(rate, ideal);
  }

  /** The least distance of all. */
  double least() {
    return least;
  }

  /** The best rate of modes with some bounds as they are. */
  double own(int bounds) {
    return ownRates[bounds];
  }

  /** How far {@link #own} is; infinite if there is none. */
  double ownDistance(int bounds) {
    return ownDistances[bounds];
  }

  /** The best rate that modes with some bounds can be decimated to. */
  double scaled(int bounds) {
    return scaledRates[bounds];
  }

  /** How far {@link #scaled} is; infinite if there is none. */
  double scaledDistance(int bounds) {
    return scaledDistances[bounds];
  }
}
