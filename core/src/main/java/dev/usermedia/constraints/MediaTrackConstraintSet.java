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

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Constraints that are satisfied together. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatrackconstraintset">
 *     MediaTrackConstraintSet</a>
 */
public sealed interface MediaTrackConstraintSet permits ConstraintSet, MediaTrackConstraints {

  /** Collects members. */
  final class Builder extends ConstraintSetBuilder<Builder> {
    private Builder() {}

    /** The set of the members so far. */
    public MediaTrackConstraintSet build() {
      return new ConstraintSet(members());
    }
  }

  /** A set without members. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A set from a tree of maps, lists, strings, numbers and booleans, as a JSON reader yields it.
   * Members that the dictionary does not have are dropped.
   *
   * @throws dev.usermedia.TypeError if a member has the wrong type; the message names its path
   */
  static MediaTrackConstraintSet fromMap(Map<String, ? extends @Nullable Object> tree) {
    return TreeReader.constraintSet(tree, "");
  }

  /** The constraints by property, in the dictionary's order. */
  Map<ConstrainableProperty, Constraint> members();

  /** The constraint on a property, if there is one. */
  default Optional<Constraint> get(ConstrainableProperty property) {
    return Optional.ofNullable(members().get(property));
  }

  /** The same as a tree of maps, lists, strings, numbers and booleans. */
  default Map<String, Object> toMap() {
    return Tree.of(this);
  }

  default Optional<ConstrainULong> width() {
    return get(WIDTH).map(ConstrainULong.class::cast);
  }

  default Optional<ConstrainULong> height() {
    return get(HEIGHT).map(ConstrainULong.class::cast);
  }

  default Optional<ConstrainDouble> aspectRatio() {
    return get(ASPECT_RATIO).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDouble> frameRate() {
    return get(FRAME_RATE).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDOMString> facingMode() {
    return get(FACING_MODE).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainDOMString> resizeMode() {
    return get(RESIZE_MODE).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainULong> sampleRate() {
    return get(SAMPLE_RATE).map(ConstrainULong.class::cast);
  }

  default Optional<ConstrainULong> sampleSize() {
    return get(SAMPLE_SIZE).map(ConstrainULong.class::cast);
  }

  default Optional<ConstrainBooleanOrDOMString> echoCancellation() {
    return get(ECHO_CANCELLATION).map(ConstrainBooleanOrDOMString.class::cast);
  }

  default Optional<ConstrainBoolean> autoGainControl() {
    return get(AUTO_GAIN_CONTROL).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainBoolean> noiseSuppression() {
    return get(NOISE_SUPPRESSION).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainDouble> latency() {
    return get(LATENCY).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainULong> channelCount() {
    return get(CHANNEL_COUNT).map(ConstrainULong.class::cast);
  }

  default Optional<ConstrainDOMString> deviceId() {
    return get(DEVICE_ID).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainDOMString> groupId() {
    return get(GROUP_ID).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainBoolean> backgroundBlur() {
    return get(BACKGROUND_BLUR).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainDOMString> whiteBalanceMode() {
    return get(WHITE_BALANCE_MODE).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainDOMString> exposureMode() {
    return get(EXPOSURE_MODE).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainDOMString> focusMode() {
    return get(FOCUS_MODE).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainPoint2D> pointsOfInterest() {
    return get(POINTS_OF_INTEREST).map(ConstrainPoint2D.class::cast);
  }

  default Optional<ConstrainDouble> exposureCompensation() {
    return get(EXPOSURE_COMPENSATION).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDouble> exposureTime() {
    return get(EXPOSURE_TIME).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDouble> colorTemperature() {
    return get(COLOR_TEMPERATURE).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDouble> iso() {
    return get(ISO).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDouble> brightness() {
    return get(BRIGHTNESS).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDouble> contrast() {
    return get(CONTRAST).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDouble> saturation() {
    return get(SATURATION).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDouble> sharpness() {
    return get(SHARPNESS).map(ConstrainDouble.class::cast);
  }

  default Optional<ConstrainDouble> focusDistance() {
    return get(FOCUS_DISTANCE).map(ConstrainDouble.class::cast);
  }

  default Optional<BooleanOrConstrainDouble> pan() {
    return get(PAN).map(BooleanOrConstrainDouble.class::cast);
  }

  default Optional<BooleanOrConstrainDouble> tilt() {
    return get(TILT).map(BooleanOrConstrainDouble.class::cast);
  }

  default Optional<BooleanOrConstrainDouble> zoom() {
    return get(ZOOM).map(BooleanOrConstrainDouble.class::cast);
  }

  default Optional<ConstrainBoolean> torch() {
    return get(TORCH).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainDOMString> displaySurface() {
    return get(DISPLAY_SURFACE).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainBoolean> logicalSurface() {
    return get(LOGICAL_SURFACE).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainDOMString> cursor() {
    return get(CURSOR).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainBoolean> restrictOwnAudio() {
    return get(RESTRICT_OWN_AUDIO).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainBoolean> suppressLocalAudioPlayback() {
    return get(SUPPRESS_LOCAL_AUDIO_PLAYBACK).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainBoolean> gestureReactions() {
    return get(GESTURE_REACTIONS).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainBoolean> faceFraming() {
    return get(FACE_FRAMING).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainBoolean> eyeGazeCorrection() {
    return get(EYE_GAZE_CORRECTION).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainBoolean> voiceIsolation() {
    return get(VOICE_ISOLATION).map(ConstrainBoolean.class::cast);
  }

  default Optional<ConstrainDOMString> humanFaceDetectionMode() {
    return get(HUMAN_FACE_DETECTION_MODE).map(ConstrainDOMString.class::cast);
  }

  default Optional<ConstrainBoolean> backgroundSegmentationMask() {
    return get(BACKGROUND_SEGMENTATION_MASK).map(ConstrainBoolean.class::cast);
  }
}
