package dev.usermedia.constraints;

import static dev.usermedia.constraints.ConstrainableProperty.BACKGROUND_SEGMENTATION_MASK;
import static dev.usermedia.constraints.ConstrainableProperty.BRIGHTNESS;
import static dev.usermedia.constraints.ConstrainableProperty.COLOR_TEMPERATURE;
import static dev.usermedia.constraints.ConstrainableProperty.CONTRAST;
import static dev.usermedia.constraints.ConstrainableProperty.CURSOR;
import static dev.usermedia.constraints.ConstrainableProperty.DISPLAY_SURFACE;
import static dev.usermedia.constraints.ConstrainableProperty.EXPOSURE_COMPENSATION;
import static dev.usermedia.constraints.ConstrainableProperty.EXPOSURE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.EXPOSURE_TIME;
import static dev.usermedia.constraints.ConstrainableProperty.EYE_GAZE_CORRECTION;
import static dev.usermedia.constraints.ConstrainableProperty.FACE_FRAMING;
import static dev.usermedia.constraints.ConstrainableProperty.FOCUS_DISTANCE;
import static dev.usermedia.constraints.ConstrainableProperty.FOCUS_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.GESTURE_REACTIONS;
import static dev.usermedia.constraints.ConstrainableProperty.HUMAN_FACE_DETECTION_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.ISO;
import static dev.usermedia.constraints.ConstrainableProperty.LOGICAL_SURFACE;
import static dev.usermedia.constraints.ConstrainableProperty.PAN;
import static dev.usermedia.constraints.ConstrainableProperty.POINTS_OF_INTEREST;
import static dev.usermedia.constraints.ConstrainableProperty.RESTRICT_OWN_AUDIO;
import static dev.usermedia.constraints.ConstrainableProperty.SATURATION;
import static dev.usermedia.constraints.ConstrainableProperty.SHARPNESS;
import static dev.usermedia.constraints.ConstrainableProperty.SUPPRESS_LOCAL_AUDIO_PLAYBACK;
import static dev.usermedia.constraints.ConstrainableProperty.TILT;
import static dev.usermedia.constraints.ConstrainableProperty.TORCH;
import static dev.usermedia.constraints.ConstrainableProperty.VOICE_ISOLATION;
import static dev.usermedia.constraints.ConstrainableProperty.WHITE_BALANCE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.ZOOM;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The members that the companions of Media Capture and Streams add to a constraint set: MediaStream
 * Image Capture, Screen Capture and the extensions. Not for use by several threads at once.
 *
 * @param <B> the builder itself
 */
public abstract sealed class CompanionConstraints<B extends ConstraintSetBuilder<B>>
    permits ConstraintSetBuilder {
  private final EnumMap<ConstrainableProperty, Constraint> members =
      new EnumMap<>(ConstrainableProperty.class);

  CompanionConstraints() {}

  /**
   * Sets the constraint on a property.
   *
   * @throws IllegalArgumentException if the property has constraints of another type, or none
   */
  @SuppressWarnings("unchecked")
  public final B set(ConstrainableProperty property, Constraint constraint) {
    if (!property.hasConstraint() || !property.type().constraint().isInstance(constraint)) {
      throw new IllegalArgumentException(
          property + " cannot be constrained by a " + constraint.getClass().getSimpleName());
    }
    members.put(property, constraint);
    return (B) this;
  }

  /** Takes the constraint on a property away. */
  @SuppressWarnings("unchecked")
  public final B remove(ConstrainableProperty property) {
    members.remove(property);
    return (B) this;
  }

  final Map<ConstrainableProperty, Constraint> members() {
    return Collections.unmodifiableMap(new EnumMap<>(members));
  }

  final void setAll(Map<ConstrainableProperty, Constraint> others) {
    members.putAll(others);
  }

  public final B whiteBalanceMode(ConstrainDOMString constraint) {
    return set(WHITE_BALANCE_MODE, constraint);
  }

  public final B whiteBalanceMode(String value) {
    return set(WHITE_BALANCE_MODE, ConstrainDOMString.of(value));
  }

  public final B exposureMode(ConstrainDOMString constraint) {
    return set(EXPOSURE_MODE, constraint);
  }

  public final B exposureMode(String value) {
    return set(EXPOSURE_MODE, ConstrainDOMString.of(value));
  }

  public final B focusMode(ConstrainDOMString constraint) {
    return set(FOCUS_MODE, constraint);
  }

  public final B focusMode(String value) {
    return set(FOCUS_MODE, ConstrainDOMString.of(value));
  }

  public final B pointsOfInterest(ConstrainPoint2D constraint) {
    return set(POINTS_OF_INTEREST, constraint);
  }

  public final B pointsOfInterest(List<Point2D> value) {
    return set(POINTS_OF_INTEREST, ConstrainPoint2D.of(value));
  }

  public final B exposureCompensation(ConstrainDouble constraint) {
    return set(EXPOSURE_COMPENSATION, constraint);
  }

  public final B exposureCompensation(double value) {
    return set(EXPOSURE_COMPENSATION, ConstrainDouble.of(value));
  }

  public final B exposureTime(ConstrainDouble constraint) {
    return set(EXPOSURE_TIME, constraint);
  }

  public final B exposureTime(double value) {
    return set(EXPOSURE_TIME, ConstrainDouble.of(value));
  }

  public final B colorTemperature(ConstrainDouble constraint) {
    return set(COLOR_TEMPERATURE, constraint);
  }

  public final B colorTemperature(double value) {
    return set(COLOR_TEMPERATURE, ConstrainDouble.of(value));
  }

  public final B iso(ConstrainDouble constraint) {
    return set(ISO, constraint);
  }

  public final B iso(double value) {
    return set(ISO, ConstrainDouble.of(value));
  }

  public final B brightness(ConstrainDouble constraint) {
    return set(BRIGHTNESS, constraint);
  }

  public final B brightness(double value) {
    return set(BRIGHTNESS, ConstrainDouble.of(value));
  }

  public final B contrast(ConstrainDouble constraint) {
    return set(CONTRAST, constraint);
  }

  public final B contrast(double value) {
    return set(CONTRAST, ConstrainDouble.of(value));
  }

  public final B saturation(ConstrainDouble constraint) {
    return set(SATURATION, constraint);
  }

  public final B saturation(double value) {
    return set(SATURATION, ConstrainDouble.of(value));
  }

  public final B sharpness(ConstrainDouble constraint) {
    return set(SHARPNESS, constraint);
  }

  public final B sharpness(double value) {
    return set(SHARPNESS, ConstrainDouble.of(value));
  }

  public final B focusDistance(ConstrainDouble constraint) {
    return set(FOCUS_DISTANCE, constraint);
  }

  public final B focusDistance(double value) {
    return set(FOCUS_DISTANCE, ConstrainDouble.of(value));
  }

  public final B pan(BooleanOrConstrainDouble constraint) {
    return set(PAN, constraint);
  }

  public final B pan(double value) {
    return set(PAN, ConstrainDouble.of(value));
  }

  public final B pan(boolean value) {
    return set(PAN, BooleanOrConstrainDouble.exists(value));
  }

  public final B tilt(BooleanOrConstrainDouble constraint) {
    return set(TILT, constraint);
  }

  public final B tilt(double value) {
    return set(TILT, ConstrainDouble.of(value));
  }

  public final B tilt(boolean value) {
    return set(TILT, BooleanOrConstrainDouble.exists(value));
  }

  public final B zoom(BooleanOrConstrainDouble constraint) {
    return set(ZOOM, constraint);
  }

  public final B zoom(double value) {
    return set(ZOOM, ConstrainDouble.of(value));
  }

  public final B zoom(boolean value) {
    return set(ZOOM, BooleanOrConstrainDouble.exists(value));
  }

  public final B torch(ConstrainBoolean constraint) {
    return set(TORCH, constraint);
  }

  public final B torch(boolean value) {
    return set(TORCH, ConstrainBoolean.of(value));
  }

  public final B displaySurface(ConstrainDOMString constraint) {
    return set(DISPLAY_SURFACE, constraint);
  }

  public final B displaySurface(String value) {
    return set(DISPLAY_SURFACE, ConstrainDOMString.of(value));
  }

  public final B logicalSurface(ConstrainBoolean constraint) {
    return set(LOGICAL_SURFACE, constraint);
  }

  public final B logicalSurface(boolean value) {
    return set(LOGICAL_SURFACE, ConstrainBoolean.of(value));
  }

  public final B cursor(ConstrainDOMString constraint) {
    return set(CURSOR, constraint);
  }

  public final B cursor(String value) {
    return set(CURSOR, ConstrainDOMString.of(value));
  }

  public final B restrictOwnAudio(ConstrainBoolean constraint) {
    return set(RESTRICT_OWN_AUDIO, constraint);
  }

  public final B restrictOwnAudio(boolean value) {
    return set(RESTRICT_OWN_AUDIO, ConstrainBoolean.of(value));
  }

  public final B suppressLocalAudioPlayback(ConstrainBoolean constraint) {
    return set(SUPPRESS_LOCAL_AUDIO_PLAYBACK, constraint);
  }

  public final B suppressLocalAudioPlayback(boolean value) {
    return set(SUPPRESS_LOCAL_AUDIO_PLAYBACK, ConstrainBoolean.of(value));
  }

  public final B gestureReactions(ConstrainBoolean constraint) {
    return set(GESTURE_REACTIONS, constraint);
  }

  public final B gestureReactions(boolean value) {
    return set(GESTURE_REACTIONS, ConstrainBoolean.of(value));
  }

  public final B faceFraming(ConstrainBoolean constraint) {
    return set(FACE_FRAMING, constraint);
  }

  public final B faceFraming(boolean value) {
    return set(FACE_FRAMING, ConstrainBoolean.of(value));
  }

  public final B eyeGazeCorrection(ConstrainBoolean constraint) {
    return set(EYE_GAZE_CORRECTION, constraint);
  }

  public final B eyeGazeCorrection(boolean value) {
    return set(EYE_GAZE_CORRECTION, ConstrainBoolean.of(value));
  }

  public final B voiceIsolation(ConstrainBoolean constraint) {
    return set(VOICE_ISOLATION, constraint);
  }

  public final B voiceIsolation(boolean value) {
    return set(VOICE_ISOLATION, ConstrainBoolean.of(value));
  }

  public final B humanFaceDetectionMode(ConstrainDOMString constraint) {
    return set(HUMAN_FACE_DETECTION_MODE, constraint);
  }

  public final B humanFaceDetectionMode(String value) {
    return set(HUMAN_FACE_DETECTION_MODE, ConstrainDOMString.of(value));
  }

  public final B backgroundSegmentationMask(ConstrainBoolean constraint) {
    return set(BACKGROUND_SEGMENTATION_MASK, constraint);
  }

  public final B backgroundSegmentationMask(boolean value) {
    return set(BACKGROUND_SEGMENTATION_MASK, ConstrainBoolean.of(value));
  }
}
