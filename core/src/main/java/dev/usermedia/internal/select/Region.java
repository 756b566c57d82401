package dev.usermedia.internal.select;

import dev.usermedia.constraints.ConstrainableProperty;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a device's settings space: the values that are left of each property. As every
 * constraint is on one property, what satisfies several sets is such a part too, whatever the
 * number of modes; which values go together is up to the modes.
 */
final class Region {
  private final EnumMap<ConstrainableProperty, Dimension> dimensions;

  /** A mode that has settings in the region, or had when it was larger. */
  private int witness;

  Region(Map<ConstrainableProperty, Dimension> dimensions) {
    this.dimensions = new EnumMap<>(dimensions);
  }

  /** A copy to restrict further. */
  Region copy() {
    Region copy = new Region(dimensions);
    copy.witness = witness;
    return copy;
  }

  /** Sets what there is of a property. */
  Region with(ConstrainableProperty property, Dimension values) {
    dimensions.put(property, values);
    return this;
  }

  /** A mode that is likely to have settings in the region: some had when it was larger. */
  int witness() {
    return witness;
  }

  /** Notes a mode that has settings in the region. */
  void witness(int mode) {
    witness = mode;
  }

  /** What is left of a property; null if the device does not have it. */
  @Nullable Dimension dimension(ConstrainableProperty property) {
    return dimensions.get(property);
  }

  /** What is left of a number that modes give. */
  Dimension.Interval interval(ConstrainableProperty property) {
    if (dimensions.get(property) instanceof Dimension.Interval interval) {
      return interval;
    }
    throw new IllegalArgumentException("modes do not give " + property);
  }

  /**
   * Leaves only what satisfies a required demand too.
   *
   * @return whether any value of the property is left
   */
  boolean restrict(ConstrainableProperty property, Demand demand) {
    Dimension all = dimensions.get(property);
    Dimension left = all == null ? null : all.restrictedTo(demand);
    if (left != null) {
      dimensions.put(property, left);
    }
    return left != null;
  }
}
