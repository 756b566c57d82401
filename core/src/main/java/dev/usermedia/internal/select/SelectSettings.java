package dev.usermedia.internal.select;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraintSet;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import java.util.List;

/**
 * The SelectSettings algorithm.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings">SelectSettings</a>
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies are on their way
public final class SelectSettings {
  private SelectSettings() {}

  /**
   * Chooses the best settings of each candidate that can satisfy the constraints. For a live track
   * there is one candidate.
   *
   * @param candidates devices of the kind, the system's order; at least one
   */
  public static Selection selectSettings(
      List<Candidate> candidates, MediaTrackConstraints constraints, MediaKind kind) {
    throw new UnsupportedOperationException("selectSettings");
  }

  /** What a device can do. */
  public static MediaTrackCapabilities capabilities(Candidate candidate) {
    throw new UnsupportedOperationException("capabilities");
  }

  /**
   * The fitness distance of a settings dictionary from a constraint set; infinite if unsatisfied.
   */
  static double fitnessDistance(
      MediaTrackConstraintSet set, MediaTrackSettings settings, MediaKind kind, boolean advanced) {
    throw new UnsupportedOperationException("fitnessDistance");
  }
}
