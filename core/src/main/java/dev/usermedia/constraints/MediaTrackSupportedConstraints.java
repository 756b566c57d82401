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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which constrainable properties this implementation knows. That it knows one does not mean that a
 * device has it.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatracksupportedconstraints">
 *     MediaTrackSupportedConstraints</a>
 */
public final class MediaTrackSupportedConstraints {
  /** What {@code getSupportedConstraints} answers. */
  public static final MediaTrackSupportedConstraints SUPPORTED =
      new MediaTrackSupportedConstraints();

  private final Set<ConstrainableProperty> properties;

  private MediaTrackSupportedConstraints() {
    EnumSet<ConstrainableProperty> supported = EnumSet.allOf(ConstrainableProperty.class);
    supported.removeIf(property -> !property.isSupported());
    properties = Collections.unmodifiableSet(supported);
  }

  /** Whether a property is known. */
  public boolean supports(ConstrainableProperty property) {
    return properties.contains(property);
  }

  /** Those that are, in the dictionary's order. */
  public Set<ConstrainableProperty> properties() {
    return properties;
  }

  /** The same as the Web has it: each known name with {@code true}. */
  public Map<String, Object> toMap() {
    Map<String, Object> tree = new LinkedHashMap<>();
    properties.forEach(property -> tree.put(property.webName(), true));
    return tree;
  }

  public boolean width() {
    return supports(WIDTH);
  }

  public boolean height() {
    return supports(HEIGHT);
  }

  public boolean aspectRatio() {
    return supports(ASPECT_RATIO);
  }

  public boolean frameRate() {
    return supports(FRAME_RATE);
  }

  public boolean facingMode() {
    return supports(FACING_MODE);
  }

  public boolean resizeMode() {
    return supports(RESIZE_MODE);
  }

  public boolean sampleRate() {
    return supports(SAMPLE_RATE);
  }

  public boolean sampleSize() {
    return supports(SAMPLE_SIZE);
  }

  public boolean echoCancellation() {
    return supports(ECHO_CANCELLATION);
  }

  public boolean autoGainControl() {
    return supports(AUTO_GAIN_CONTROL);
  }

  public boolean noiseSuppression() {
    return supports(NOISE_SUPPRESSION);
  }

  public boolean latency() {
    return supports(LATENCY);
  }

  public boolean channelCount() {
    return supports(CHANNEL_COUNT);
  }

  public boolean deviceId() {
    return supports(DEVICE_ID);
  }

  public boolean groupId() {
    return supports(GROUP_ID);
  }

  public boolean backgroundBlur() {
    return supports(BACKGROUND_BLUR);
  }

  public boolean whiteBalanceMode() {
    return supports(WHITE_BALANCE_MODE);
  }

  public boolean exposureMode() {
    return supports(EXPOSURE_MODE);
  }

  public boolean focusMode() {
    return supports(FOCUS_MODE);
  }

  public boolean pointsOfInterest() {
    return supports(POINTS_OF_INTEREST);
  }

  public boolean exposureCompensation() {
    return supports(EXPOSURE_COMPENSATION);
  }

  public boolean exposureTime() {
    return supports(EXPOSURE_TIME);
  }

  public boolean colorTemperature() {
    return supports(COLOR_TEMPERATURE);
  }

  public boolean iso() {
    return supports(ISO);
  }

  public boolean brightness() {
    return supports(BRIGHTNESS);
  }

  public boolean contrast() {
    return supports(CONTRAST);
  }

  public boolean saturation() {
    return supports(SATURATION);
  }

  public boolean sharpness() {
    return supports(SHARPNESS);
  }

  public boolean focusDistance() {
    return supports(FOCUS_DISTANCE);
  }

  public boolean pan() {
    return supports(PAN);
  }

  public boolean tilt() {
    return supports(TILT);
  }

  public boolean zoom() {
    return supports(ZOOM);
  }

  public boolean torch() {
    return supports(TORCH);
  }

  public boolean displaySurface() {
    return supports(DISPLAY_SURFACE);
  }

  public boolean logicalSurface() {
    return supports(LOGICAL_SURFACE);
  }

  public boolean cursor() {
    return supports(CURSOR);
  }

  public boolean restrictOwnAudio() {
    return supports(RESTRICT_OWN_AUDIO);
  }

  public boolean suppressLocalAudioPlayback() {
    return supports(SUPPRESS_LOCAL_AUDIO_PLAYBACK);
  }

  public boolean powerEfficient() {
    return supports(POWER_EFFICIENT);
  }

  public boolean powerEfficientPixelFormat() {
    return supports(POWER_EFFICIENT_PIXEL_FORMAT);
  }

  public boolean gestureReactions() {
    return supports(GESTURE_REACTIONS);
  }

  public boolean faceFraming() {
    return supports(FACE_FRAMING);
  }

  public boolean eyeGazeCorrection() {
    return supports(EYE_GAZE_CORRECTION);
  }

  public boolean voiceIsolation() {
    return supports(VOICE_ISOLATION);
  }

  public boolean humanFaceDetectionMode() {
    return supports(HUMAN_FACE_DETECTION_MODE);
  }

  public boolean backgroundSegmentationMask() {
    return supports(BACKGROUND_SEGMENTATION_MASK);
  }

  /** The Web's JSON form. */
  @Override
  public String toString() {
    return Json.write(toMap());
  }
}
