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
import static dev.usermedia.constraints.ConstrainableProperty.POINTS_OF_INTEREST;
import static dev.usermedia.constraints.ConstrainableProperty.POWER_EFFICIENT;
import static dev.usermedia.constraints.ConstrainableProperty.POWER_EFFICIENT_PIXEL_FORMAT;
import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.RESTRICT_OWN_AUDIO;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_SIZE;
import static dev.usermedia.constraints.ConstrainableProperty.SATURATION;
import static dev.usermedia.constraints.ConstrainableProperty.SHARPNESS;
import static dev.usermedia.constraints.ConstrainableProperty.SUPPRESS_LOCAL_AUDIO_PLAYBACK;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a track is set to: sizes in pixels, rates in hertz, latency in seconds. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatracksettings">
 *     MediaTrackSettings</a>
 */
public final class MediaTrackSettings {
  /** No members. */
  public static final MediaTrackSettings EMPTY = builder().build();

  private static final String SCREEN_PIXEL_RATIO = "screenPixelRatio";

  private final Map<ConstrainableProperty, Object> members;
  private final OptionalDouble screenPixelRatio;

  private MediaTrackSettings(
      Map<ConstrainableProperty, Object> members, OptionalDouble screenPixelRatio) {
    this.members = members;
    this.screenPixelRatio = screenPixelRatio;
  }

  /** Collects members. */
  public static final class Builder {
    private final EnumMap<ConstrainableProperty, Object> members =
        new EnumMap<>(ConstrainableProperty.class);
    private OptionalDouble screenPixelRatio = OptionalDouble.empty();

    private Builder() {}

    /**
     * Sets a member.
     *
     * @throws IllegalArgumentException if the property's setting is of another type
     */
    public Builder set(ConstrainableProperty property, Object value) {
      if (!property.type().acceptsSetting(value)) {
        throw new IllegalArgumentException(value + " is no setting of " + property);
      }
      members.put(property, value instanceof List<?> list ? List.copyOf(list) : value);
      return this;
    }

    /** Sets {@link MediaTrackSettings#screenPixelRatio}, which is a setting and no constraint. */
    public Builder screenPixelRatio(double ratio) {
      screenPixelRatio = OptionalDouble.of(ratio);
      return this;
    }

    /** The dictionary of the members so far. */
    public MediaTrackSettings build() {
      return new MediaTrackSettings(
          Collections.unmodifiableMap(new EnumMap<>(members)), screenPixelRatio);
    }
  }

  /** A dictionary without members. */
  public static Builder builder() {
    return new Builder();
  }

  /** The members, to be changed. */
  public Builder toBuilder() {
    Builder builder = builder();
    builder.members.putAll(members);
    builder.screenPixelRatio = screenPixelRatio;
    return builder;
  }

  /** The setting of a property, if it exists. */
  public Optional<Object> get(ConstrainableProperty property) {
    return Optional.ofNullable(members.get(property));
  }

  /** The settings of constrainable properties, in the dictionary's order. */
  public Map<ConstrainableProperty, Object> members() {
    return members;
  }

  /** The same as a tree of maps, lists, strings, numbers and booleans. */
  public Map<String, Object> toMap() {
    Map<String, Object> tree = Tree.ofMembers(members);
    screenPixelRatio.ifPresent(ratio -> tree.put(SCREEN_PIXEL_RATIO, ratio));
    return tree;
  }

  public OptionalLong width() {
    return ulong(WIDTH);
  }

  public OptionalLong height() {
    return ulong(HEIGHT);
  }

  public OptionalDouble aspectRatio() {
    return number(ASPECT_RATIO);
  }

  public OptionalDouble frameRate() {
    return number(FRAME_RATE);
  }

  public Optional<String> facingMode() {
    return get(FACING_MODE).map(String.class::cast);
  }

  public Optional<String> resizeMode() {
    return get(RESIZE_MODE).map(String.class::cast);
  }

  public OptionalLong sampleRate() {
    return ulong(SAMPLE_RATE);
  }

  public OptionalLong sampleSize() {
    return ulong(SAMPLE_SIZE);
  }

  public Optional<BooleanOrDOMString> echoCancellation() {
    return get(ECHO_CANCELLATION).map(BooleanOrDOMString::ofEither);
  }

  public Optional<Boolean> autoGainControl() {
    return get(AUTO_GAIN_CONTROL).map(Boolean.class::cast);
  }

  public Optional<Boolean> noiseSuppression() {
    return get(NOISE_SUPPRESSION).map(Boolean.class::cast);
  }

  public OptionalDouble latency() {
    return number(LATENCY);
  }

  public OptionalLong channelCount() {
    return ulong(CHANNEL_COUNT);
  }

  public Optional<String> deviceId() {
    return get(DEVICE_ID).map(String.class::cast);
  }

  public Optional<String> groupId() {
    return get(GROUP_ID).map(String.class::cast);
  }

  public Optional<Boolean> backgroundBlur() {
    return get(BACKGROUND_BLUR).map(Boolean.class::cast);
  }

  public Optional<String> whiteBalanceMode() {
    return get(WHITE_BALANCE_MODE).map(String.class::cast);
  }

  public Optional<String> exposureMode() {
    return get(EXPOSURE_MODE).map(String.class::cast);
  }

  public Optional<String> focusMode() {
    return get(FOCUS_MODE).map(String.class::cast);
  }

  public Optional<List<Point2D>> pointsOfInterest() {
    return get(POINTS_OF_INTEREST).map(MediaTrackSettings::points);
  }

  public OptionalDouble exposureCompensation() {
    return number(EXPOSURE_COMPENSATION);
  }

  public OptionalDouble exposureTime() {
    return number(EXPOSURE_TIME);
  }

  public OptionalDouble colorTemperature() {
    return number(COLOR_TEMPERATURE);
  }

  public OptionalDouble iso() {
    return number(ISO);
  }

  public OptionalDouble brightness() {
    return number(BRIGHTNESS);
  }

  public OptionalDouble contrast() {
    return number(CONTRAST);
  }

  public OptionalDouble saturation() {
    return number(SATURATION);
  }

  public OptionalDouble sharpness() {
    return number(SHARPNESS);
  }

  public OptionalDouble focusDistance() {
    return number(FOCUS_DISTANCE);
  }

  public OptionalDouble pan() {
    return number(PAN);
  }

  public OptionalDouble tilt() {
    return number(TILT);
  }

  public OptionalDouble zoom() {
    return number(ZOOM);
  }

  public Optional<Boolean> torch() {
    return get(TORCH).map(Boolean.class::cast);
  }

  public Optional<String> displaySurface() {
    return get(DISPLAY_SURFACE).map(String.class::cast);
  }

  public Optional<Boolean> logicalSurface() {
    return get(LOGICAL_SURFACE).map(Boolean.class::cast);
  }

  public Optional<String> cursor() {
    return get(CURSOR).map(String.class::cast);
  }

  public Optional<Boolean> restrictOwnAudio() {
    return get(RESTRICT_OWN_AUDIO).map(Boolean.class::cast);
  }

  public Optional<Boolean> suppressLocalAudioPlayback() {
    return get(SUPPRESS_LOCAL_AUDIO_PLAYBACK).map(Boolean.class::cast);
  }

  public Optional<Boolean> powerEfficient() {
    return get(POWER_EFFICIENT).map(Boolean.class::cast);
  }

  public Optional<Boolean> powerEfficientPixelFormat() {
    return get(POWER_EFFICIENT_PIXEL_FORMAT).map(Boolean.class::cast);
  }

  public Optional<Boolean> gestureReactions() {
    return get(GESTURE_REACTIONS).map(Boolean.class::cast);
  }

  public Optional<Boolean> faceFraming() {
    return get(FACE_FRAMING).map(Boolean.class::cast);
  }

  public Optional<Boolean> eyeGazeCorrection() {
    return get(EYE_GAZE_CORRECTION).map(Boolean.class::cast);
  }

  public Optional<Boolean> voiceIsolation() {
    return get(VOICE_ISOLATION).map(Boolean.class::cast);
  }

  public Optional<String> humanFaceDetectionMode() {
    return get(HUMAN_FACE_DETECTION_MODE).map(String.class::cast);
  }

  public Optional<Boolean> backgroundSegmentationMask() {
    return get(BACKGROUND_SEGMENTATION_MASK).map(Boolean.class::cast);
  }

  /** How many of a captured display's own pixels one CSS pixel on it is wide and high. */
  public OptionalDouble screenPixelRatio() {
    return screenPixelRatio;
  }

  private OptionalLong ulong(ConstrainableProperty property) {
    return members.get(property) instanceof Long value
        ? OptionalLong.of(value)
        : OptionalLong.empty();
  }

  private OptionalDouble number(ConstrainableProperty property) {
    return members.get(property) instanceof Double value
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  private static List<Point2D> points(Object value) {
    return ((List<?>) value).stream().map(Point2D.class::cast).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MediaTrackSettings that
        && that.members.equals(members)
        && that.screenPixelRatio.equals(screenPixelRatio);
  }

  @Override
  public int hashCode() {
    return Objects.hash(members, screenPixelRatio);
  }

  /** The Web's JSON form. */
  @Override
  public String toString() {
    return Json.write(toMap());
  }
}
