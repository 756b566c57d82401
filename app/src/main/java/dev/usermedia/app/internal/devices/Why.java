package dev.usermedia.app.internal.devices;

import dev.usermedia.DeviceFit;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaKind;
import dev.usermedia.app.internal.options.ConstraintText;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * What constraints make of each camera or microphone.
 *
 * @param constraints what is asked
 * @param devices each device
 */
record Why(MediaTrackConstraints constraints, List<DeviceFit> devices) {

  /**
   * One constraint and what it rules out of a device.
   *
   * @param modes the modes that it rules out; empty if it is the whole device, whatever the mode
   * @param asked the constraint as it was given
   * @param available values that these modes, or the device, can have
   */
  record Obstacle(String constraint, List<SourceMode> modes, Object asked, Object available) {}

  static Why of(MediaContext context, String option, String text, Consumer<String> warnings) {
    MediaKind kind = ConstraintText.kindOf(text);
    MediaTrackConstraints constraints = ConstraintText.parse(option, text, kind, warnings);
    return new Why(constraints, context.fit(constraints, kind));
  }

  /** What rules out modes of a device, constraint by constraint. */
  List<Obstacle> obstacles(DeviceFit device) {
    Map<String, List<SourceMode>> modes = new LinkedHashMap<>();
    for (DeviceFit.Refused refused : device.refused()) {
      List<SourceMode> ofConstraint =
          modes.computeIfAbsent(refused.constraint(), name -> new ArrayList<>());
      refused.mode().ifPresent(ofConstraint::add);
    }
    List<Obstacle> obstacles = new ArrayList<>();
    modes.forEach(
        (constraint, ofConstraint) ->
            obstacles.add(
                new Obstacle(
                    constraint,
                    ofConstraint,
                    constraints.toMap().getOrDefault(constraint, Map.of()),
                    available(device, constraint, ofConstraint))));
    return obstacles;
  }

  /** Values that would do, as far as this constraint is concerned. */
  private Object available(DeviceFit device, String constraint, List<SourceMode> modes) {
    Object capability =
        Objects.requireNonNullElse(device.capabilities().toMap().get(constraint), List.of());
    if (modes.isEmpty()) {
      return capability;
    }
    return switch (constraint) {
      // Pictures are scaled down and rates decimated, never the other way.
      case "width" -> range(1, most(modes, VideoMode.class, VideoMode::width));
      case "height" -> range(1, most(modes, VideoMode.class, VideoMode::height));
      case "frameRate" -> range(0, most(modes, VideoMode.class, VideoMode::maxFrameRate));
      case "sampleRate" -> each(modes, AudioMode::sampleRateHz);
      case "sampleSize" -> each(modes, AudioMode::sampleSizeBits);
      case "channelCount" -> each(modes, AudioMode::channelCount);
      case "latency" ->
          range(
              -most(modes, AudioMode.class, mode -> -mode.minLatencySeconds()),
              most(modes, AudioMode.class, AudioMode::maxLatencySeconds));
      case "resizeMode" -> others(capability);
      default -> capability;
    };
  }

  /** What of a list is not what was asked, and cannot be had, with the constraints before it. */
  private Object others(Object capability) {
    Object asked = constraints.toMap().get("resizeMode");
    Object exact = asked instanceof Map<?, ?> parameters ? parameters.get("exact") : null;
    if (!(capability instanceof List<?> values) || exact == null) {
      return capability;
    }
    return values.stream()
        .filter(
            value -> !value.equals(exact) && !(exact instanceof List<?> all && all.contains(value)))
        .toList();
  }

  private static Map<String, Object> range(double min, double max) {
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("max", max);
    range.put("min", min);
    return range;
  }

  private static <M> double most(
      List<SourceMode> modes, Class<M> type, ToDoubleFunction<M> number) {
    return modes.stream().map(type::cast).mapToDouble(number).max().orElseThrow();
  }

  private static List<Double> each(List<SourceMode> modes, ToDoubleFunction<AudioMode> number) {
    return modes.stream()
        .map(AudioMode.class::cast)
        .mapToDouble(number)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  /** The first device that fits, which is what would be taken. */
  Optional<DeviceFit> firstFit() {
    return devices.stream().filter(device -> device.settings().isPresent()).findFirst();
  }
}
