package dev.usermedia.internal.select;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackConstraintSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** A constraint set as the algorithms read it: what it asks of tracks of one kind. */
record Demands(Map<ConstrainableProperty, Demand> byProperty) {

  /** The basic set, whose bare values are ideal. */
  static Demands basic(MediaTrackConstraintSet set, MediaKind kind) {
    return of(set, kind, false);
  }

  /** An advanced set, whose bare values are exact. */
  static Demands advanced(MediaTrackConstraintSet set, MediaKind kind) {
    return of(set, kind, true);
  }

  /**
   * Leaves out what is not supported (step 1 of the fitness distance) and what tracks of the kind
   * do not have (step 3, which goes before step 2 here).
   */
  private static Demands of(MediaTrackConstraintSet set, MediaKind kind, boolean bareIsExact) {
    Map<ConstrainableProperty, Demand> demands = new EnumMap<>(ConstrainableProperty.class);
    set.members()
        .forEach(
            (property, constraint) -> {
              if (property.appliesTo(kind)) {
                Demand demand = Demand.of(property, constraint, bareIsExact);
                if (demand != null) {
                  demands.put(property, demand);
                }
              }
            });
    return new Demands(Collections.unmodifiableMap(demands));
  }

  /** The ideal of a numeric property; NaN if there is none. */
  double ideal(ConstrainableProperty property) {
    return byProperty.get(property) instanceof Demand.Quantity number ? number.ideal() : Double.NaN;
  }
}
