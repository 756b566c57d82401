package dev.usermedia.internal.select;

import dev.usermedia.constraints.ConstrainableProperty;
import org.jspecify.annotations.Nullable;

/**
 * A part of a device's settings space: bounds on the numbers that modes give, and the values left
 * of every other property. As every constraint is on one property, what satisfies several sets is
 * such a part too, whatever the number of modes.
 */
final class Region {
  private static final int NUMBERS = ConstrainableProperty.CHANNEL_COUNT.ordinal() + 1;

  private final double[] min;
  private final double[] max;
  private final @Nullable Dimension[] dimensions;

  /** Everything that has these other properties, by their ordinals. */
  Region(@Nullable Dimension[] dimensions) {
    this.min = new double[NUMBERS];
    this.max = new double[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      min[i] = Double.NEGATIVE_INFINITY;
      max[i] = Double.POSITIVE_INFINITY;
    }
    this.dimensions = dimensions;
  }

  private Region(Region other) {
    min = other.min.clone();
    max = other.max.clone();
    dimensions = other.dimensions.clone();
  }

  /** A copy to restrict further. */
  Region copy() {
    return new Region(this);
  }

  double min(ConstrainableProperty property) {
    return min[property.ordinal()];
  }

  double max(ConstrainableProperty property) {
    return max[property.ordinal()];
  }

  /** A property that modes do not give; null if the device does not have it. */
  @Nullable Dimension dimension(ConstrainableProperty property) {
    return dimensions[property.ordinal()];
  }

  /**
   * Leaves only what satisfies a required demand too.
   *
   * @param isGivenByMode whether the property is a number that modes give
   * @return whether any value of the property is left
   */
  boolean restrict(ConstrainableProperty property, Demand demand, boolean isGivenByMode) {
    int i = property.ordinal();
    if (isGivenByMode) {
      Demand.Number number = (Demand.Number) demand;
      min[i] = Math.max(min[i], number.min());
      max[i] = Math.min(max[i], number.max());
      return min[i] <= max[i];
    }
    Dimension dimension = dimensions[i];
    dimensions[i] = dimension == null ? null : dimension.restrictedTo(demand);
    return dimensions[i] != null;
  }
}
