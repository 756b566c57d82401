package dev.usermedia.constraints;

import java.util.Map;

/** A constraint set that is no {@link MediaTrackConstraints}. */
record ConstraintSet(Map<ConstrainableProperty, Constraint> members)
    implements MediaTrackConstraintSet {
  @Override
  public String toString() {
    return Json.write(toMap());
  }
}
