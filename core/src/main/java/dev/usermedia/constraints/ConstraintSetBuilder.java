package dev.usermedia.constraints;

import static dev.usermedia.constraints.ConstrainableProperty.ASPECT_RATIO;
import static dev.usermedia.constraints.ConstrainableProperty.AUTO_GAIN_CONTROL;
import static dev.usermedia.constraints.ConstrainableProperty.BACKGROUND_BLUR;
import static dev.usermedia.constraints.ConstrainableProperty.CHANNEL_COUNT;
import static dev.usermedia.constraints.ConstrainableProperty.DEVICE_ID;
import static dev.usermedia.constraints.ConstrainableProperty.ECHO_CANCELLATION;
import static dev.usermedia.constraints.ConstrainableProperty.FACING_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.FRAME_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.GROUP_ID;
import static dev.usermedia.constraints.ConstrainableProperty.HEIGHT;
import static dev.usermedia.constraints.ConstrainableProperty.LATENCY;
import static dev.usermedia.constraints.ConstrainableProperty.NOISE_SUPPRESSION;
import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_SIZE;
import static dev.usermedia.constraints.ConstrainableProperty.WIDTH;

/**
 * Collects the members of a constraint set; one method for each member of the dictionary, and one
 * more for a bare value. Not for use by several threads at once.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ConstraintSetBuilder<B extends ConstraintSetBuilder<B>>
    extends CompanionConstraints<B>
    permits MediaTrackConstraintSet.Builder, MediaTrackConstraints.Builder {
  ConstraintSetBuilder() {}

  public final B width(ConstrainULong constraint) {
    return set(WIDTH, constraint);
  }

  public final B width(long value) {
    return set(WIDTH, ConstrainULong.of(value));
  }

  public final B height(ConstrainULong constraint) {
    return set(HEIGHT, constraint);
  }

  public final B height(long value) {
    return set(HEIGHT, ConstrainULong.of(value));
  }

  public final B aspectRatio(ConstrainDouble constraint) {
    return set(ASPECT_RATIO, constraint);
  }

  public final B aspectRatio(double value) {
    return set(ASPECT_RATIO, ConstrainDouble.of(value));
  }

  public final B frameRate(ConstrainDouble constraint) {
    return set(FRAME_RATE, constraint);
  }

  public final B frameRate(double value) {
    return set(FRAME_RATE, ConstrainDouble.of(value));
  }

  public final B facingMode(ConstrainDOMString constraint) {
    return set(FACING_MODE, constraint);
  }

  public final B facingMode(String value) {
    return set(FACING_MODE, ConstrainDOMString.of(value));
  }

  public final B resizeMode(ConstrainDOMString constraint) {
    return set(RESIZE_MODE, constraint);
  }

  public final B resizeMode(String value) {
    return set(RESIZE_MODE, ConstrainDOMString.of(value));
  }

  public final B sampleRate(ConstrainULong constraint) {
    return set(SAMPLE_RATE, constraint);
  }

  public final B sampleRate(long value) {
    return set(SAMPLE_RATE, ConstrainULong.of(value));
  }

  public final B sampleSize(ConstrainULong constraint) {
    return set(SAMPLE_SIZE, constraint);
  }

  public final B sampleSize(long value) {
    return set(SAMPLE_SIZE, ConstrainULong.of(value));
  }

  public final B echoCancellation(ConstrainBooleanOrDOMString constraint) {
    return set(ECHO_CANCELLATION, constraint);
  }

  public final B echoCancellation(boolean value) {
    return set(ECHO_CANCELLATION, ConstrainBooleanOrDOMString.of(value));
  }

  public final B echoCancellation(String value) {
    return set(ECHO_CANCELLATION, ConstrainBooleanOrDOMString.of(value));
  }

  public final B autoGainControl(ConstrainBoolean constraint) {
    return set(AUTO_GAIN_CONTROL, constraint);
  }

  public final B autoGainControl(boolean value) {
    return set(AUTO_GAIN_CONTROL, ConstrainBoolean.of(value));
  }

  public final B noiseSuppression(ConstrainBoolean constraint) {
    return set(NOISE_SUPPRESSION, constraint);
  }

  public final B noiseSuppression(boolean value) {
    return set(NOISE_SUPPRESSION, ConstrainBoolean.of(value));
  }

  public final B latency(ConstrainDouble constraint) {
    return set(LATENCY, constraint);
  }

  public final B latency(double value) {
    return set(LATENCY, ConstrainDouble.of(value));
  }

  public final B channelCount(ConstrainULong constraint) {
    return set(CHANNEL_COUNT, constraint);
  }

  public final B channelCount(long value) {
    return set(CHANNEL_COUNT, ConstrainULong.of(value));
  }

  public final B deviceId(ConstrainDOMString constraint) {
    return set(DEVICE_ID, constraint);
  }

  public final B deviceId(String value) {
    return set(DEVICE_ID, ConstrainDOMString.of(value));
  }

  public final B groupId(ConstrainDOMString constraint) {
    return set(GROUP_ID, constraint);
  }

  public final B groupId(String value) {
    return set(GROUP_ID, ConstrainDOMString.of(value));
  }

  public final B backgroundBlur(ConstrainBoolean constraint) {
    return set(BACKGROUND_BLUR, constraint);
  }

  public final B backgroundBlur(boolean value) {
    return set(BACKGROUND_BLUR, ConstrainBoolean.of(value));
  }
}
