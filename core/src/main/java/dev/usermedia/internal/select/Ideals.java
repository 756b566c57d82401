package dev.usermedia.internal.select;

import dev.usermedia.constraints.ConstrainableProperty;
import java.util.Arrays;

/**
 * The ideal part of the basic set for one device: ideals of the numbers that modes give, and the
 * distances of all other properties, which do not depend on the mode.
 */
final class Ideals {
  private final Demands basic;
  private final int[] ordinals;
  private final double[] distances;

  /**
   * Takes the distances that count.
   *
   * @param byOrdinal the distance of each property from its ideal, 0 for those that modes give
   */
  Ideals(Demands basic, double[] byOrdinal) {
    this.basic = basic;
    int count = 0;
    int[] ordinals = new int[byOrdinal.length];
    for (int i = 0; i < byOrdinal.length; i++) {
      if (byOrdinal[i] != 0) {
        ordinals[count++] = i;
      }
    }
    this.ordinals = Arrays.copyOf(ordinals, count);
    this.distances = new double[count];
    for (int i = 0; i < count; i++) {
      distances[i] = byOrdinal[ordinals[i]];
    }
  }

  /** The ideal of a number that modes give; NaN if there is none. */
  double of(ConstrainableProperty property) {
    return basic.ideal(property);
  }

  /** How far a value is from the ideal of a property. */
  double distance(ConstrainableProperty property, Object value) {
    Demand demand = basic.byProperty().get(property);
    return demand == null ? 0 : demand.distance(value);
  }

  /**
   * Adds the distances of the properties between two others, in the dictionary's order: sums of
   * doubles depend on it.
   */
  double add(double sum, ConstrainableProperty after, ConstrainableProperty before) {
    return add(sum, after.ordinal(), before.ordinal());
  }

  /** Adds the distances of the properties after one. */
  double addAfter(double sum, ConstrainableProperty after) {
    return add(sum, after.ordinal(), Integer.MAX_VALUE);
  }

  private double add(double sum, int after, int before) {
    double total = sum;
    for (int i = 0; i < ordinals.length; i++) {
      if (ordinals[i] > after && ordinals[i] < before) {
        total += distances[i];
      }
    }
    return total;
  }
}
