package dev.usermedia.internal.select;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.DoubleRange;
import dev.usermedia.constraints.MediaSettingsRange;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.ULongRange;
import dev.usermedia.constraints.VideoResizeModeEnum;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.VideoMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What devices can do, as the specifications say it. */
final class Capabilities {
  private Capabilities() {}

  /**
   * The properties that modes do not give, as the driver tells them and with those that every
   * camera or microphone has. Names that no specification has are left out.
   *
   * @throws IllegalArgumentException if a driver tells a capability of the wrong type
   */
  static Map<ConstrainableProperty, Capability> of(SourceDevice device, MediaKind kind) {
    Map<ConstrainableProperty, Capability> capabilities =
        new EnumMap<>(ConstrainableProperty.class);
    switch (device.kind()) {
      case CAMERA -> capabilities.put(ConstrainableProperty.BACKGROUND_BLUR, cannot());
      case MICROPHONE -> {
        capabilities.put(ConstrainableProperty.ECHO_CANCELLATION, cannot());
        capabilities.put(ConstrainableProperty.AUTO_GAIN_CONTROL, cannot());
        capabilities.put(ConstrainableProperty.NOISE_SUPPRESSION, cannot());
      }
      case SCREEN, WINDOW, SPEAKER -> {}
    }
    device
        .capabilities()
        .forEach(
            (name, capability) ->
                ConstrainableProperty.of(name)
                    .filter(property -> property.appliesTo(kind) && !isGiven(property))
                    .ifPresent(
                        property -> capabilities.put(property, checked(property, capability))));
    return capabilities;
  }

  private static Capability cannot() {
    return new Capability.Choice(List.of(false));
  }

  /** Whether the property follows from the mode or the device and is not up to the driver. */
  private static boolean isGiven(ConstrainableProperty property) {
    return switch (property) {
      case WIDTH, HEIGHT, ASPECT_RATIO, FRAME_RATE, RESIZE_MODE -> true;
      case SAMPLE_RATE, SAMPLE_SIZE, LATENCY, CHANNEL_COUNT -> true;
      case DEVICE_ID, GROUP_ID -> true;
      default -> false;
    };
  }

  private static Capability checked(ConstrainableProperty property, Capability capability) {
    boolean fits =
        switch (capability) {
          case Capability.Range range ->
              (property.type() == ConstrainableProperty.Type.DOUBLE
                  || property.type() == ConstrainableProperty.Type.BOOLEAN_OR_DOUBLE);
          case Capability.Choice choice ->
              !choice.values().isEmpty()
                  && choice.values().stream().allMatch(value -> isOf(property, value));
        };
    if (!fits) {
      throw new IllegalArgumentException(capability + " is no capability of " + property);
    }
    return capability;
  }

  private static boolean isOf(ConstrainableProperty property, Object value) {
    return switch (property.type()) {
      case BOOLEAN -> value instanceof Boolean;
      case DOM_STRING -> value instanceof String;
      case BOOLEAN_OR_DOM_STRING -> value instanceof Boolean || value instanceof String;
      case ULONG, DOUBLE, BOOLEAN_OR_DOUBLE, POINT_2D -> false;
    };
  }

  /** The dictionary that {@code getCapabilities} answers. */
  static MediaTrackCapabilities dictionary(Candidate candidate) {
    MediaTrackCapabilities.Builder builder = MediaTrackCapabilities.builder();
    candidate.index().contents().capabilities().members().forEach(builder::set);
    return builder
        .set(ConstrainableProperty.DEVICE_ID, candidate.deviceId())
        .set(ConstrainableProperty.GROUP_ID, candidate.groupId())
        .build();
  }

  /**
   * The same without the ids.
   *
   * @param capabilities the answer of {@link #of}
   */
  static MediaTrackCapabilities dictionary(
      SourceDevice device, Map<ConstrainableProperty, Capability> capabilities) {
    MediaTrackCapabilities.Builder builder = MediaTrackCapabilities.builder();
    if (!device.modes().isEmpty()) {
      switch (device.kind()) {
        case CAMERA -> camera(device, builder);
        case SCREEN, WINDOW -> display(device, builder);
        case MICROPHONE -> microphone(device, builder);
        case SPEAKER -> {}
      }
    }
    capabilities.forEach((property, capability) -> set(builder, property, capability));
    return builder.build();
  }

  private static void set(
      MediaTrackCapabilities.Builder builder,
      ConstrainableProperty property,
      Capability capability) {
    switch (capability) {
      case Capability.Range range ->
          builder.set(property, new MediaSettingsRange(range.min(), range.max(), range.step()));
      case Capability.Choice choice -> {
        switch (property.capabilityType()) {
          case NONE -> {}
          case DOM_STRING, BOOLEAN -> builder.set(property, choice.values().getFirst());
          default -> builder.set(property, choice.values());
        }
      }
    }
  }

  private static void camera(SourceDevice device, MediaTrackCapabilities.Builder builder) {
    double width = max(device, VideoMode.class, VideoMode::width);
    double height = max(device, VideoMode.class, VideoMode::height);
    double rate = max(device, VideoMode.class, VideoMode::maxFrameRate);
    size(builder, width, height)
        .set(
            ConstrainableProperty.ASPECT_RATIO,
            new DoubleRange(Numbers.roundTenth(1 / height), width))
        .set(ConstrainableProperty.FRAME_RATE, new DoubleRange(0, rate));
  }

  /** A display keeps its aspect ratio. */
  private static void display(SourceDevice device, MediaTrackCapabilities.Builder builder) {
    VideoMode own = (VideoMode) device.modes().getFirst();
    double aspect = Numbers.aspectRatio(own.width(), own.height());
    double rate = max(device, VideoMode.class, VideoMode::maxFrameRate);
    size(builder, own.width(), own.height())
        .set(ConstrainableProperty.ASPECT_RATIO, new DoubleRange(aspect, aspect))
        .set(ConstrainableProperty.FRAME_RATE, new DoubleRange(VideoModes.LOWEST_FRAME_RATE, rate));
  }

  private static MediaTrackCapabilities.Builder size(
      MediaTrackCapabilities.Builder builder, double width, double height) {
    return builder
        .set(ConstrainableProperty.WIDTH, new ULongRange(1, (long) width))
        .set(ConstrainableProperty.HEIGHT, new ULongRange(1, (long) height))
        .set(
            ConstrainableProperty.RESIZE_MODE,
            List.of(VideoResizeModeEnum.NONE.value(), VideoResizeModeEnum.CROP_AND_SCALE.value()));
  }

  private static void microphone(SourceDevice device, MediaTrackCapabilities.Builder builder) {
    builder
        .set(ConstrainableProperty.SAMPLE_RATE, ulongs(device, AudioMode::sampleRateHz))
        .set(ConstrainableProperty.SAMPLE_SIZE, ulongs(device, AudioMode::sampleSizeBits))
        .set(ConstrainableProperty.CHANNEL_COUNT, ulongs(device, AudioMode::channelCount))
        .set(
            ConstrainableProperty.LATENCY,
            new DoubleRange(
                min(device, AudioMode.class, AudioMode::minLatencySeconds),
                max(device, AudioMode.class, AudioMode::maxLatencySeconds)));
  }

  private static ULongRange ulongs(SourceDevice device, ToDoubleFunction<AudioMode> number) {
    return new ULongRange(
        (long) min(device, AudioMode.class, number), (long) max(device, AudioMode.class, number));
  }

  private static <M> double max(SourceDevice device, Class<M> type, ToDoubleFunction<M> number) {
    return device.modes().stream().map(type::cast).mapToDouble(number).max().orElseThrow();
  }

  private static <M> double min(SourceDevice device, Class<M> type, ToDoubleFunction<M> number) {
    return device.modes().stream().map(type::cast).mapToDouble(number).min().orElseThrow();
  }
}
