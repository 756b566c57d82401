package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.DEVICE_ID;

import dev.usermedia.MediaKind;
import dev.usermedia.TypeError;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDOMStringParameters;
import dev.usermedia.constraints.ConstrainDoubleRange;
import dev.usermedia.constraints.ConstrainULongRange;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.Constraint;
import dev.usermedia.constraints.ConstraintSetBuilder;
import dev.usermedia.constraints.DOMStringOrSequence;
import dev.usermedia.constraints.MediaTrackConstraintSet;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.Optional;

/** What getUserMedia and getDisplayMedia do to constraints before devices are chosen by them. */
public final class RequestedConstraints {
  /** The narrowest display surface: one pixel wide and as high as X11 and Wayland can have it. */
  private static final double LOWEST_ASPECT_RATIO = 1.0 / 65_535;

  private RequestedConstraints() {}

  /**
   * What of constraints applies to tracks of a kind. A {@code deviceId} that is the empty string,
   * as {@code enumerateDevices} shows it before it may tell more, stands for any device.
   *
   * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia">
   *     getUserMedia</a>
   */
  public static MediaTrackConstraints applicable(
      MediaTrackConstraints constraints, MediaKind kind) {
    MediaTrackConstraints.Builder builder = MediaTrackConstraints.builder();
    copyApplicable(constraints, kind, builder);
    for (MediaTrackConstraintSet set : constraints.advanced()) {
      MediaTrackConstraintSet.Builder advanced = MediaTrackConstraintSet.builder();
      copyApplicable(set, kind, advanced);
      builder.advanced(advanced.build());
    }
    return builder.build();
  }

  private static void copyApplicable(
      MediaTrackConstraintSet set, MediaKind kind, ConstraintSetBuilder<?> builder) {
    set.members()
        .forEach(
            (property, constraint) -> {
              if (property.appliesTo(kind) && !(property == DEVICE_ID && isAny(constraint))) {
                builder.set(property, constraint);
              }
            });
  }

  private static boolean isAny(Constraint deviceId) {
    return switch (deviceId) {
      case ConstrainDOMString.Bare bare -> isAny(bare.value());
      case ConstrainDOMStringParameters it ->
          it.exact().or(it::ideal).filter(RequestedConstraints::isAny).isPresent();
      default -> false;
    };
  }

  private static boolean isAny(DOMStringOrSequence ids) {
    return ids.values().contains("");
  }

  /**
   * Refuses required constraints that are not in the list of allowed required constraints for
   * device selection.
   *
   * @throws TypeError if there is one
   * @see <a
   *     href="https://www.w3.org/TR/mediacapture-streams/#dfn-allowed-required-constraints-for-device-selection">
   *     allowed required constraints for device selection</a>
   */
  public static void checkAllowedRequired(MediaTrackConstraints constraints) {
    constraints
        .members()
        .forEach(
            (property, constraint) -> {
              if (constraint.isRequired() && !isAllowedRequired(property)) {
                throw new TypeError(
                    property
                        + ": min, max and exact cannot choose a device; use ideal or advanced, or"
                        + " apply it to the track");
              }
            });
  }

  private static boolean isAllowedRequired(ConstrainableProperty property) {
    return switch (property) {
      case WIDTH, HEIGHT, ASPECT_RATIO, FRAME_RATE, FACING_MODE, RESIZE_MODE -> true;
      case SAMPLE_RATE, SAMPLE_SIZE, ECHO_CANCELLATION, AUTO_GAIN_CONTROL -> true;
      case NOISE_SUPPRESSION, LATENCY, CHANNEL_COUNT, DEVICE_ID, GROUP_ID -> true;
      default -> false;
    };
  }

  /**
   * What of constraints applies to a captured display surface, or to its sound.
   *
   * @throws TypeError if there are advanced sets, or {@code min} or {@code exact} of what applies
   * @see <a href="https://www.w3.org/TR/screen-capture/#dom-mediadevices-getdisplaymedia">
   *     getDisplayMedia</a>
   */
  public static MediaTrackConstraints displayMedia(
      MediaTrackConstraints constraints, MediaKind kind) {
    if (constraints.hasAdvanced()) {
      throw new TypeError("advanced: getDisplayMedia takes none");
    }
    MediaTrackConstraints.Builder builder = MediaTrackConstraints.builder();
    constraints
        .members()
        .forEach(
            (property, constraint) -> {
              if (isOfDisplay(property)) {
                refuseMinAndExact(property, constraint);
                if (property.appliesTo(kind)) {
                  builder.set(property, constraint);
                }
              }
            });
    return builder.build();
  }

  private static boolean isOfDisplay(ConstrainableProperty property) {
    return switch (property) {
      case WIDTH, HEIGHT, ASPECT_RATIO, FRAME_RATE, RESIZE_MODE -> true;
      case DISPLAY_SURFACE, LOGICAL_SURFACE, CURSOR -> true;
      case RESTRICT_OWN_AUDIO, SUPPRESS_LOCAL_AUDIO_PLAYBACK -> true;
      default -> false;
    };
  }

  private static void refuseMinAndExact(ConstrainableProperty property, Constraint constraint) {
    boolean isRefused =
        switch (constraint) {
          case ConstrainULongRange it -> it.min().isPresent() || it.exact().isPresent();
          case ConstrainDoubleRange it -> it.min().isPresent() || it.exact().isPresent();
          default -> constraint.isRequired();
        };
    if (isRefused) {
      throw new TypeError(property + ": getDisplayMedia takes no min and no exact");
    }
  }

  /**
   * The first constraint whose {@code max} is below what any display surface can be scaled or
   * decimated to, if there is one; then getDisplayMedia is over-constrained whatever is captured.
   */
  public static Optional<String> belowFloor(MediaTrackConstraints constraints) {
    return constraints.members().entrySet().stream()
        .filter(member -> isBelow(member.getValue(), floor(member.getKey())))
        .map(member -> member.getKey().webName())
        .findFirst();
  }

  private static double floor(ConstrainableProperty property) {
    return switch (property) {
      case WIDTH, HEIGHT -> 1;
      case FRAME_RATE -> VideoModes.LOWEST_FRAME_RATE;
      case ASPECT_RATIO -> LOWEST_ASPECT_RATIO;
      default -> Double.NEGATIVE_INFINITY;
    };
  }

  private static boolean isBelow(Constraint constraint, double floor) {
    return switch (constraint) {
      case ConstrainULongRange it -> it.max().isPresent() && it.max().getAsLong() < floor;
      case ConstrainDoubleRange it -> it.max().isPresent() && it.max().getAsDouble() < floor;
      default -> false;
    };
  }
}
