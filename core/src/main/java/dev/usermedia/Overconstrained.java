package dev.usermedia;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.DoubleRange;
import dev.usermedia.constraints.MediaSettingsRange;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.ULongRange;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.Refusal;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.internal.select.Selection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the error of a failed selection, which says what was asked and what could be had. */
final class Overconstrained {
  private static final int DEVICES_NAMED = 3;

  private Overconstrained() {}

  static OverconstrainedError error(Selection.Failed failed, MediaTrackConstraints constraints) {
    Optional<ConstrainableProperty> property = ConstrainableProperty.of(failed.constraint());
    String asked =
        property
            .map(it -> it.webName() + constraints.get(it).map(value -> " " + value).orElse(""))
            .map(it -> "the constraint " + it + " is")
            .orElse("the constraints " + constraints + " together are");
    List<Candidate> devices =
        failed.refusals().stream().map(Refusal::candidate).distinct().toList();
    String offered =
        devices.stream()
            .limit(DEVICES_NAMED)
            .map(device -> device.device().label() + has(device, property))
            .collect(Collectors.joining(" or "));
    int others = devices.size() - DEVICES_NAMED;
    return new OverconstrainedError(
        failed.constraint(),
        asked
            + " more than "
            + offered
            + (others > 0 ? " or " + others + " more" : "")
            + " can satisfy");
  }

  private static String has(Candidate device, Optional<ConstrainableProperty> property) {
    return property
        .flatMap(it -> SelectSettings.capabilities(device).get(it))
        .map(it -> " (" + text(it) + ")")
        .orElse("");
  }

  private static String text(Object capability) {
    return switch (capability) {
      case ULongRange range -> text((double) range.min(), (double) range.max());
      case DoubleRange range -> text(range.min(), range.max());
      case MediaSettingsRange range -> text(range.min(), range.max());
      case List<?> values ->
          values.stream().map(String::valueOf).collect(Collectors.joining(" or "));
      default -> String.valueOf(capability);
    };
  }

  private static String text(double min, double max) {
    return min == max ? text(min) : text(min) + " to " + text(max);
  }

  private static String text(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
