package dev.usermedia.internal.scale;

/** How much of the neighbourhood counts for a sample, by distance in steps of the coarser grid. */
public enum FilterKernel {
  /** Linear interpolation, averaging when shrinking: fast, soft, never rings. */
  TRIANGLE(1) {
    @Override
    double weight(double distance) {
      return Math.max(0, 1 - distance);
    }
  },
  /** Cubic interpolation, which keeps edges and fine strokes at twice the cost. */
  CATMULL_ROM(2) {
    @Override
    double weight(double distance) {
      if (distance >= 2) {
        return 0;
      }
      return distance < 1
          ? (1.5 * distance - 2.5) * distance * distance + 1
          : ((-0.5 * distance + 2.5) * distance - 4) * distance + 2;
    }
  };

  /** The distance from which on nothing counts. */
  final int radius;

  FilterKernel(int radius) {
    this.radius = radius;
  }

  /** The weight at a distance of 0 or more. */
  abstract double weight(double distance);
}
