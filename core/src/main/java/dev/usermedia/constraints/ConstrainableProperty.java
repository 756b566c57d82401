package dev.usermedia.constraints;

import dev.usermedia.MediaKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The constrainable properties of tracks: one row for each, in the order of the dictionaries. A new
 * property is a row here and an accessor in each dictionary that has it.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#constrainable-properties">Constrainable
 *     Properties</a>
 */
public enum ConstrainableProperty {
  // Media Capture and Streams
  WIDTH("width", Kinds.VIDEO, Type.ULONG, CapabilityType.ULONG_RANGE),
  HEIGHT("height", Kinds.VIDEO, Type.ULONG, CapabilityType.ULONG_RANGE),
  ASPECT_RATIO("aspectRatio", Kinds.VIDEO, Type.DOUBLE, CapabilityType.DOUBLE_RANGE),
  FRAME_RATE("frameRate", Kinds.VIDEO, Type.DOUBLE, CapabilityType.DOUBLE_RANGE),
  FACING_MODE("facingMode", Kinds.VIDEO, Type.DOM_STRING, CapabilityType.DOM_STRINGS),
  RESIZE_MODE("resizeMode", Kinds.VIDEO, Type.DOM_STRING, CapabilityType.DOM_STRINGS),
  SAMPLE_RATE("sampleRate", Kinds.AUDIO, Type.ULONG, CapabilityType.ULONG_RANGE),
  SAMPLE_SIZE("sampleSize", Kinds.AUDIO, Type.ULONG, CapabilityType.ULONG_RANGE),
  ECHO_CANCELLATION(
      "echoCancellation",
      Kinds.AUDIO,
      Type.BOOLEAN_OR_DOM_STRING,
      CapabilityType.BOOLEANS_OR_DOM_STRINGS),
  AUTO_GAIN_CONTROL("autoGainControl", Kinds.AUDIO, Type.BOOLEAN, CapabilityType.BOOLEANS),
  NOISE_SUPPRESSION("noiseSuppression", Kinds.AUDIO, Type.BOOLEAN, CapabilityType.BOOLEANS),
  LATENCY("latency", Kinds.AUDIO, Type.DOUBLE, CapabilityType.DOUBLE_RANGE),
  CHANNEL_COUNT("channelCount", Kinds.AUDIO, Type.ULONG, CapabilityType.ULONG_RANGE),
  DEVICE_ID("deviceId", Kinds.BOTH, Type.DOM_STRING, CapabilityType.DOM_STRING),
  GROUP_ID("groupId", Kinds.BOTH, Type.DOM_STRING, CapabilityType.DOM_STRING),
  BACKGROUND_BLUR("backgroundBlur", Kinds.VIDEO, Type.BOOLEAN, CapabilityType.BOOLEANS),
  // Image Capture
  WHITE_BALANCE_MODE("whiteBalanceMode", Kinds.VIDEO, Type.DOM_STRING, CapabilityType.DOM_STRINGS),
  EXPOSURE_MODE("exposureMode", Kinds.VIDEO, Type.DOM_STRING, CapabilityType.DOM_STRINGS),
  FOCUS_MODE("focusMode", Kinds.VIDEO, Type.DOM_STRING, CapabilityType.DOM_STRINGS),
  POINTS_OF_INTEREST("pointsOfInterest", Kinds.VIDEO, Type.POINT_2D, CapabilityType.NONE),
  EXPOSURE_COMPENSATION(
      "exposureCompensation", Kinds.VIDEO, Type.DOUBLE, CapabilityType.SETTINGS_RANGE),
  EXPOSURE_TIME("exposureTime", Kinds.VIDEO, Type.DOUBLE, CapabilityType.SETTINGS_RANGE),
  COLOR_TEMPERATURE("colorTemperature", Kinds.VIDEO, Type.DOUBLE, CapabilityType.SETTINGS_RANGE),
  ISO("iso", Kinds.VIDEO, Type.DOUBLE, CapabilityType.SETTINGS_RANGE),
  BRIGHTNESS("brightness", Kinds.VIDEO, Type.DOUBLE, CapabilityType.SETTINGS_RANGE),
  CONTRAST("contrast", Kinds.VIDEO, Type.DOUBLE, CapabilityType.SETTINGS_RANGE),
  SATURATION("saturation", Kinds.VIDEO, Type.DOUBLE, CapabilityType.SETTINGS_RANGE),
  SHARPNESS("sharpness", Kinds.VIDEO, Type.DOUBLE, CapabilityType.SETTINGS_RANGE),
  FOCUS_DISTANCE("focusDistance", Kinds.VIDEO, Type.DOUBLE, CapabilityType.SETTINGS_RANGE),
  PAN("pan", Kinds.VIDEO, Type.BOOLEAN_OR_DOUBLE, CapabilityType.SETTINGS_RANGE),
  TILT("tilt", Kinds.VIDEO, Type.BOOLEAN_OR_DOUBLE, CapabilityType.SETTINGS_RANGE),
  ZOOM("zoom", Kinds.VIDEO, Type.BOOLEAN_OR_DOUBLE, CapabilityType.SETTINGS_RANGE),
  TORCH("torch", Kinds.VIDEO, Type.BOOLEAN, CapabilityType.BOOLEANS),
  // Screen Capture
  DISPLAY_SURFACE("displaySurface", Kinds.VIDEO, Type.DOM_STRING, CapabilityType.DOM_STRING),
  LOGICAL_SURFACE("logicalSurface", Kinds.VIDEO, Type.BOOLEAN, CapabilityType.BOOLEAN),
  CURSOR("cursor", Kinds.VIDEO, Type.DOM_STRING, CapabilityType.DOM_STRINGS),
  RESTRICT_OWN_AUDIO("restrictOwnAudio", Kinds.AUDIO, Type.BOOLEAN, CapabilityType.NONE),
  SUPPRESS_LOCAL_AUDIO_PLAYBACK(
      "suppressLocalAudioPlayback", Kinds.AUDIO, Type.BOOLEAN, CapabilityType.NONE),
  // Media Capture and Streams Extensions
  POWER_EFFICIENT("powerEfficient", Kinds.VIDEO, Type.BOOLEAN, CapabilityType.BOOLEANS, false),
  POWER_EFFICIENT_PIXEL_FORMAT(
      "powerEfficientPixelFormat", Kinds.VIDEO, Type.BOOLEAN, CapabilityType.BOOLEANS, false),
  GESTURE_REACTIONS("gestureReactions", Kinds.VIDEO, Type.BOOLEAN, CapabilityType.BOOLEANS),
  FACE_FRAMING("faceFraming", Kinds.VIDEO, Type.BOOLEAN, CapabilityType.BOOLEANS),
  EYE_GAZE_CORRECTION("eyeGazeCorrection", Kinds.VIDEO, Type.BOOLEAN, CapabilityType.BOOLEANS),
  VOICE_ISOLATION("voiceIsolation", Kinds.AUDIO, Type.BOOLEAN, CapabilityType.BOOLEANS),
  HUMAN_FACE_DETECTION_MODE(
      "humanFaceDetectionMode", Kinds.VIDEO, Type.DOM_STRING, CapabilityType.DOM_STRINGS),
  BACKGROUND_SEGMENTATION_MASK(
      "backgroundSegmentationMask", Kinds.VIDEO, Type.BOOLEAN, CapabilityType.BOOLEANS);

  /** What a property's constraint and setting are. */
  public enum Type {
    /** {@link ConstrainULong}; the setting is a {@code Long}. */
    ULONG(ConstrainULong.class),
    /** {@link ConstrainDouble}; the setting is a {@code Double}. */
    DOUBLE(ConstrainDouble.class),
    /** {@link BooleanOrConstrainDouble}; the setting is a {@code Double}. */
    BOOLEAN_OR_DOUBLE(BooleanOrConstrainDouble.class),
    /** {@link ConstrainBoolean}; the setting is a {@code Boolean}. */
    BOOLEAN(ConstrainBoolean.class),
    /** {@link ConstrainDOMString}; the setting is a {@code String}. */
    DOM_STRING(ConstrainDOMString.class),
    /**
     * {@link ConstrainBooleanOrDOMString}; the setting is a {@code Boolean} or a {@code String}.
     */
    BOOLEAN_OR_DOM_STRING(ConstrainBooleanOrDOMString.class),
    /** {@link ConstrainPoint2D}; the setting is a {@code List} of {@link Point2D}. */
    POINT_2D(ConstrainPoint2D.class);

    private final Class<? extends Constraint> constraint;

    Type(Class<? extends Constraint> constraint) {
      this.constraint = constraint;
    }

    /** The constraint's type. */
    public Class<? extends Constraint> constraint() {
      return constraint;
    }

    boolean acceptsSetting(Object value) {
      return switch (this) {
        case ULONG -> value instanceof Long;
        case DOUBLE, BOOLEAN_OR_DOUBLE -> value instanceof Double;
        case BOOLEAN -> value instanceof Boolean;
        case DOM_STRING -> value instanceof String;
        case BOOLEAN_OR_DOM_STRING -> value instanceof Boolean || value instanceof String;
        case POINT_2D -> areAll(value, Point2D.class);
      };
    }
  }

  /** What a property's capability is. */
  public enum CapabilityType {
    /** There is none. */
    NONE,
    /** A {@link ULongRange}. */
    ULONG_RANGE,
    /** A {@link DoubleRange}. */
    DOUBLE_RANGE,
    /** A {@link MediaSettingsRange}. */
    SETTINGS_RANGE,
    /** A {@code String}, the only value. */
    DOM_STRING,
    /** A {@code Boolean}, the only value. */
    BOOLEAN,
    /** A {@code List} of {@code String}. */
    DOM_STRINGS,
    /** A {@code List} of {@code Boolean}. */
    BOOLEANS,
    /** A {@code List} of {@code Boolean} and {@code String}. */
    BOOLEANS_OR_DOM_STRINGS;

    boolean accepts(Object value) {
      return switch (this) {
        case NONE -> false;
        case ULONG_RANGE -> value instanceof ULongRange;
        case DOUBLE_RANGE -> value instanceof DoubleRange;
        case SETTINGS_RANGE -> value instanceof MediaSettingsRange;
        case DOM_STRING -> value instanceof String;
        case BOOLEAN -> value instanceof Boolean;
        case DOM_STRINGS -> areAll(value, String.class);
        case BOOLEANS -> areAll(value, Boolean.class);
        case BOOLEANS_OR_DOM_STRINGS -> areAll(value, Boolean.class, String.class);
      };
    }
  }

  private enum Kinds {
    AUDIO,
    VIDEO,
    BOTH
  }

  private static final Map<String, ConstrainableProperty> BY_NAME =
      Arrays.stream(values())
          .collect(
              Collectors.toUnmodifiableMap(ConstrainableProperty::webName, Function.identity()));

  private final String webName;
  private final Kinds kinds;
  private final Type type;
  private final CapabilityType capabilityType;
  private final boolean hasConstraint;

  ConstrainableProperty(String webName, Kinds kinds, Type type, CapabilityType capabilityType) {
    this(webName, kinds, type, capabilityType, true);
  }

  ConstrainableProperty(
      String webName,
      Kinds kinds,
      Type type,
      CapabilityType capabilityType,
      boolean hasConstraint) {
    this.webName = webName;
    this.kinds = kinds;
    this.type = type;
    this.capabilityType = capabilityType;
    this.hasConstraint = hasConstraint;
  }

  /** The property of this name, if there is one. */
  public static Optional<ConstrainableProperty> of(String webName) {
    return Optional.ofNullable(BY_NAME.get(webName));
  }

  /** The name in the dictionaries, such as {@code "frameRate"}. */
  public String webName() {
    return webName;
  }

  /** Whether tracks of this kind have the property. */
  public boolean appliesTo(MediaKind kind) {
    return switch (kinds) {
      case AUDIO -> kind == MediaKind.AUDIO;
      case VIDEO -> kind == MediaKind.VIDEO;
      case BOTH -> true;
    };
  }

  /** What its constraint and setting are. */
  public Type type() {
    return type;
  }

  /** What its capability is. */
  public CapabilityType capabilityType() {
    return capabilityType;
  }

  /** Whether {@link MediaTrackConstraintSet} has it; a few are settings and capabilities only. */
  public boolean hasConstraint() {
    return hasConstraint;
  }

  /**
   * Whether this implementation knows it. All but {@code pointsOfInterest}, which has no capability
   * by which a device could tell that it has it.
   */
  public boolean isSupported() {
    return this != POINTS_OF_INTEREST;
  }

  @Override
  public String toString() {
    return webName;
  }

  private static boolean areAll(Object value, Class<?>... types) {
    return value instanceof List<?> list
        && list.stream().allMatch(each -> Arrays.stream(types).anyMatch(t -> t.isInstance(each)));
  }
}
