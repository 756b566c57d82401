package dev.usermedia;

import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.internal.select.Refusal;
import dev.usermedia.internal.select.Selection;
import java.util.List;

/** Makes the error of a failed selection, which says what was asked and who could not do it. */
final class Overconstrained {
  private Overconstrained() {}

  static OverconstrainedError error(Selection.Failed failed, MediaTrackConstraints constraints) {
    List<String> devices =
        failed.refusals().stream()
            .map(Refusal::candidate)
            .map(candidate -> candidate.device().label())
            .distinct()
            .toList();
    String asked =
        constraints.members().entrySet().stream()
            .filter(entry -> entry.getKey().webName().equals(failed.constraint()))
            .map(entry -> " " + entry.getValue())
            .findFirst()
            .orElse("");
    return new OverconstrainedError(
        failed.constraint(),
        (failed.constraint().isEmpty()
                ? "the constraints together are"
                : "the constraint " + failed.constraint() + asked + " is")
            + " more than "
            + (devices.size() == 1 ? devices.getFirst() : "any of " + String.join(", ", devices))
            + " can satisfy");
  }
}
