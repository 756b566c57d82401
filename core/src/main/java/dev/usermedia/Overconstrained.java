package dev.usermedia;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.DoubleRange;
import dev.usermedia.constraints.MediaSettingsRange;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.constraints.ULongRange;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.Refusal;
import dev.usermedia.internal.select.RequestedConstraints;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.internal.select.Selection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains selections: what was asked and what could be had. */
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

  static DeviceFit fit(Candidate candidate, MediaTrackConstraints constraints, MediaKind kind) {
    List<Candidate> one = List.of(candidate);
    MediaTrackConstraints applicable = RequestedConstraints.applicable(constraints, kind);
    Optional<MediaTrackSettings> settings =
        switch (SelectSettings.selectSettings(one, applicable, kind)) {
          case Selection.Ranked ranked -> Optional.of(ranked.best().settings());
          case Selection.Failed failed -> Optional.empty();
        };
    return new DeviceFit(
        candidate.deviceId(),
        kind == MediaKind.AUDIO ? MediaDeviceKind.AUDIOINPUT : MediaDeviceKind.VIDEOINPUT,
        candidate.device().label(),
        SelectSettings.capabilities(candidate),
        settings,
        SelectSettings.refusals(one, applicable, kind).stream()
            .map(refusal -> new DeviceFit.Refused(refusal.mode(), refusal.constraint()))
            .toList());
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
