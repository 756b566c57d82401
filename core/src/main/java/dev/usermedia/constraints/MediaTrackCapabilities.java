package dev.usermedia.constraints;

import static dev.usermedia.constraints.ConstrainableProperty.ASPECT_RATIO;
import static dev.usermedia.constraints.ConstrainableProperty.AUTO_GAIN_CONTROL;
import static dev.usermedia.constraints.ConstrainableProperty.BACKGROUND_BLUR;
import static dev.usermedia.constraints.ConstrainableProperty.BACKGROUND_SEGMENTATION_MASK;
import static dev.usermedia.constraints.ConstrainableProperty.BRIGHTNESS;
import static dev.usermedia.constraints.ConstrainableProperty.CHANNEL_COUNT;
import static dev.usermedia.constraints.ConstrainableProperty.COLOR_TEMPERATURE;
import static dev.usermedia.constraints.ConstrainableProperty.CONTRAST;
import static dev.usermedia.constraints.ConstrainableProperty.CURSOR;
import static dev.usermedia.constraints.ConstrainableProperty.DEVICE_ID;
import static dev.usermedia.constraints.ConstrainableProperty.DISPLAY_SURFACE;
import static dev.usermedia.constraints.ConstrainableProperty.ECHO_CANCELLATION;
import static dev.usermedia.constraints.ConstrainableProperty.EXPOSURE_COMPENSATION;
import static dev.usermedia.constraints.ConstrainableProperty.EXPOSURE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.EXPOSURE_TIME;
import static dev.usermedia.constraints.ConstrainableProperty.EYE_GAZE_CORRECTION;
import static dev.usermedia.constraints.ConstrainableProperty.FACE_FRAMING;
import static dev.usermedia.constraints.ConstrainableProperty.FACING_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.FOCUS_DISTANCE;
import static dev.usermedia.constraints.ConstrainableProperty.FOCUS_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.FRAME_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.GESTURE_REACTIONS;
import static dev.usermedia.constraints.ConstrainableProperty.GROUP_ID;
import static dev.usermedia.constraints.ConstrainableProperty.HEIGHT;
import static dev.usermedia.constraints.ConstrainableProperty.HUMAN_FACE_DETECTION_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.ISO;
import static dev.usermedia.constraints.ConstrainableProperty.LATENCY;
import static dev.usermedia.constraints.ConstrainableProperty.LOGICAL_SURFACE;
import static dev.usermedia.constraints.ConstrainableProperty.NOISE_SUPPRESSION;
import static dev.usermedia.constraints.ConstrainableProperty.PAN;
import static dev.usermedia.constraints.ConstrainableProperty.POWER_EFFICIENT;
import static dev.usermedia.constraints.ConstrainableProperty.POWER_EFFICIENT_PIXEL_FORMAT;
import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_SIZE;
import static dev.usermedia.constraints.ConstrainableProperty.SATURATION;
import static dev.usermedia.constraints.ConstrainableProperty.SHARPNESS;
import static dev.usermedia.constraints.ConstrainableProperty.TILT;
import static dev.usermedia.constraints.ConstrainableProperty.TORCH;
import static dev.usermedia.constraints.ConstrainableProperty.VOICE_ISOLATION;
import static dev.usermedia.constraints.ConstrainableProperty.WHITE_BALANCE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.WIDTH;
import static dev.usermedia.constraints.ConstrainableProperty.ZOOM;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a track's source can do: sizes in pixels, rates in hertz, latency in seconds. A list that
 * the source does not have is empty. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatrackcapabilities">
 *     MediaTrackCapabilities</a>
 */
public final class MediaTrackCapabilities {
  /** No members. */
  public static final MediaTrackCapabilities EMPTY = builder().build();

  private final Map<ConstrainableProperty, Object> members;

  private MediaTrackCapabilities(Map<ConstrainableProperty, Object> members) {
    this.members = members;
  }

  /** Collects members. */
  public static final class Builder {
    private final EnumMap<ConstrainableProperty, Object> members =
        new EnumMap<>(ConstrainableProperty.class);

    private Builder() {}

    /**
     * Sets a member.
     *
     * @throws IllegalArgumentException if the property's capability is of another type
     */
    public Builder set(ConstrainableProperty property, Object value) {
      if (!property.capabilityType().accepts(value)) {
        throw new IllegalArgumentException(value + " is no capability of " + property);
      }
      members.put(property, value instanceof List<?> list ? List.copyOf(list) : value);
      return this;
    }

    /** The dictionary of the members so far. */
    public MediaTrackCapabilities build() {
      return new MediaTrackCapabilities(Collections.unmodifiableMap(new EnumMap<>(members)));
    }
  }

  /** A dictionary without members. */
  public static Builder builder() {
    return new Builder();
  }

  /** The capability of a property, if it exists. */
  public Optional<Object> get(ConstrainableProperty property) {
    return Optional.ofNullable(members.get(property));
  }

  /** The capabilities by property, in the dictionary's order. */
  public Map<ConstrainableProperty, Object> members() {
    return members;
  }

  /** The same as a tree of maps, lists, strings, numbers and booleans. */
  public Map<String, Object> toMap() {
    return Tree.ofMembers(members);
  }

  public Optional<ULongRange> width() {
    return get(WIDTH).map(ULongRange.class::cast);
  }

  public Optional<ULongRange> height() {
    return get(HEIGHT).map(ULongRange.class::cast);
  }

  public Optional<DoubleRange> aspectRatio() {
    return get(ASPECT_RATIO).map(DoubleRange.class::cast);
  }

  public Optional<DoubleRange> frameRate() {
    return get(FRAME_RATE).map(DoubleRange.class::cast);
  }

  public List<String> facingMode() {
    return list(FACING_MODE, String.class::cast);
  }

  public List<String> resizeMode() {
    return list(RESIZE_MODE, String.class::cast);
  }

  public Optional<ULongRange> sampleRate() {
    return get(SAMPLE_RATE).map(ULongRange.class::cast);
  }

  public Optional<ULongRange> sampleSize() {
    return get(SAMPLE_SIZE).map(ULongRange.class::cast);
  }

  public List<BooleanOrDOMString> echoCancellation() {
    return list(ECHO_CANCELLATION, BooleanOrDOMString::ofEither);
  }

  public List<Boolean> autoGainControl() {
    return list(AUTO_GAIN_CONTROL, Boolean.class::cast);
  }

  public List<Boolean> noiseSuppression() {
    return list(NOISE_SUPPRESSION, Boolean.class::cast);
  }

  public Optional<DoubleRange> latency() {
    return get(LATENCY).map(DoubleRange.class::cast);
  }

  public Optional<ULongRange> channelCount() {
    return get(CHANNEL_COUNT).map(ULongRange.class::cast);
  }

  public Optional<String> deviceId() {
    return get(DEVICE_ID).map(String.class::cast);
  }

  public Optional<String> groupId() {
    return get(GROUP_ID).map(String.class::cast);
  }

  public List<Boolean> backgroundBlur() {
    return list(BACKGROUND_BLUR, Boolean.class::cast);
  }

  public List<String> whiteBalanceMode() {
    return list(WHITE_BALANCE_MODE, String.class::cast);
  }

  public List<String> exposureMode() {
    return list(EXPOSURE_MODE, String.class::cast);
  }

  public List<String> focusMode() {
    return list(FOCUS_MODE, String.class::cast);
  }

  public Optional<MediaSettingsRange> exposureCompensation() {
    return get(EXPOSURE_COMPENSATION).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> exposureTime() {
    return get(EXPOSURE_TIME).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> colorTemperature() {
    return get(COLOR_TEMPERATURE).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> iso() {
    return get(ISO).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> brightness() {
    return get(BRIGHTNESS).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> contrast() {
    return get(CONTRAST).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> saturation() {
    return get(SATURATION).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> sharpness() {
    return get(SHARPNESS).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> focusDistance() {
    return get(FOCUS_DISTANCE).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> pan() {
    return get(PAN).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> tilt() {
    return get(TILT).map(MediaSettingsRange.class::cast);
  }

  public Optional<MediaSettingsRange> zoom() {
    return get(ZOOM).map(MediaSettingsRange.class::cast);
  }

  public List<Boolean> torch() {
    return list(TORCH, Boolean.class::cast);
  }

  public Optional<String> displaySurface() {
    return get(DISPLAY_SURFACE).map(String.class::cast);
  }

  public Optional<Boolean> logicalSurface() {
    return get(LOGICAL_SURFACE).map(Boolean.class::cast);
  }

  public List<String> cursor() {
    return list(CURSOR, String.class::cast);
  }

  public List<Boolean> powerEfficient() {
    return list(POWER_EFFICIENT, Boolean.class::cast);
  }

  public List<Boolean> powerEfficientPixelFormat() {
    return list(POWER_EFFICIENT_PIXEL_FORMAT, Boolean.class::cast);
  }

  public List<Boolean> gestureReactions() {
    return list(GESTURE_REACTIONS, Boolean.class::cast);
  }

  public List<Boolean> faceFraming() {
    return list(FACE_FRAMING, Boolean.class::cast);
  }

  public List<Boolean> eyeGazeCorrection() {
    return list(EYE_GAZE_CORRECTION, Boolean.class::cast);
  }

  public List<Boolean> voiceIsolation() {
    return list(VOICE_ISOLATION, Boolean.class::cast);
  }

  public List<String> humanFaceDetectionMode() {
    return list(HUMAN_FACE_DETECTION_MODE, String.class::cast);
  }

  public List<Boolean> backgroundSegmentationMask() {
    return list(BACKGROUND_SEGMENTATION_MASK, Boolean.class::cast);
  }

  private <T> List<T> list(ConstrainableProperty property, Function<Object, T> cast) {
    return members.get(property) instanceof List<?> list
        ? list.stream().<T>map(cast).toList()
        : List.of();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MediaTrackCapabilities that && that.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** The Web's JSON form. */
  @Override
  public String toString() {
    return Json.write(toMap());
  }
}
