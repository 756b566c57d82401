package dev.usermedia.internal.select;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.MediaTrackConstraintSet;
import dev.usermedia.constraints.MediaTrackSettings;

/**
 * The fitness distance between a settings dictionary and a constraint set.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-fitness-distance">fitness
 *     distance</a>
 */
public final class FitnessDistance {
  private FitnessDistance() {}

  /** The distance from the basic set of constraints, whose bare values are ideal. */
  public static double ofBasic(
      MediaTrackConstraintSet set, MediaTrackSettings settings, MediaKind kind) {
    return of(Demands.basic(set, kind), settings);
  }

  /** The distance from an advanced set, whose bare values are exact. */
  public static double ofAdvanced(
      MediaTrackConstraintSet set, MediaTrackSettings settings, MediaKind kind) {
    return of(Demands.advanced(set, kind), settings);
  }

  /** The sum over the members, in the dictionary's order. */
  private static double of(Demands demands, MediaTrackSettings settings) {
    double sum = 0;
    for (var member : demands.byProperty().entrySet()) {
      // 1. A constraint that is not supported counts nothing, and
      // 3. neither does one that does not apply to this kind: Demands has left them out.
      Demand demand = member.getValue();
      Object setting = settings.members().get(member.getKey());
      // 2. A required constraint that is not satisfied, or whose setting is missing.
      if (!demand.isSatisfiedBy(setting)) {
        return Double.POSITIVE_INFINITY;
      }
      // 4. to 8.
      sum += demand.distance(setting);
    }
    return sum;
  }
}
