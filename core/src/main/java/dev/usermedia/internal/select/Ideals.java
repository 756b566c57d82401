package dev.usermedia.internal.select;

import dev.usermedia.constraints.ConstrainableProperty;
import java.util.Map;

/**
 * The ideal part of the basic set for one device: ideals of the numbers that modes give, and the
 * distances of all other properties, which do not depend on the mode.
 */
final class Ideals {
  private final Demands basic;
  private final ConstrainableProperty[] properties;
  private final double[] distances;

  /**
   * Takes the distances that count.
   *
   * @param distances the distances of properties that do not depend on the mode, in order
   */
  Ideals(Demands basic, Map<ConstrainableProperty, Double> distances) {
    this.basic = basic;
    this.properties = distances.keySet().toArray(ConstrainableProperty[]::new);
    this.distances = distances.values().stream().mapToDouble(Double::doubleValue).toArray();
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
    double total = sum;
    for (int i = 0; i < properties.length; i++) {
      if (properties[i].compareTo(after) > 0 && properties[i].compareTo(before) < 0) {
        total += distances[i];
      }
    }
    return total;
  }

  /** Adds the distances of the properties after one. */
  double addAfter(double sum, ConstrainableProperty after) {
    double total = sum;
    for (int i = 0; i < properties.length; i++) {
      if (properties[i].compareTo(after) > 0) {
        total += distances[i];
      }
    }
    return total;
  }
}
