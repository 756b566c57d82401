package dev.usermedia;

import static dev.usermedia.constraints.ConstrainableProperty.AUTO_GAIN_CONTROL;
import static dev.usermedia.constraints.ConstrainableProperty.ECHO_CANCELLATION;
import static dev.usermedia.constraints.ConstrainableProperty.NOISE_SUPPRESSION;

import dev.usermedia.constraints.ConstrainBoolean;
import dev.usermedia.constraints.ConstrainBooleanOrDOMString;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.Constraint;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.EnumMap;
import java.util.Map;

/**
 * The defaults that content hints have given to a track so far. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mst-content-hint/#behavior-of-a-mediastreamtrack">Behavior of
 *     a MediaStreamTrack</a>
 */
record HintedDefaults(Map<ConstrainableProperty, Boolean> remembered) {
  static final HintedDefaults NONE = new HintedDefaults(Map.of());

  HintedDefaults {
    remembered = Map.copyOf(remembered);
  }

  /** With those of a hint; without any once there is no hint. */
  HintedDefaults with(ContentHint hint) {
    Map<ConstrainableProperty, Boolean> values = new EnumMap<>(ConstrainableProperty.class);
    values.putAll(remembered);
    switch (hint) {
      case NONE -> values.clear();
      case MUSIC, SPEECH_RECOGNITION -> {
        values.put(ECHO_CANCELLATION, false);
        values.put(AUTO_GAIN_CONTROL, false);
        values.put(NOISE_SUPPRESSION, false);
      }
      case SPEECH -> {
        values.put(ECHO_CANCELLATION, true);
        values.put(AUTO_GAIN_CONTROL, true);
      }
      case MOTION, DETAIL, TEXT -> {}
    }
    return new HintedDefaults(values);
  }

  /** The constraints with the defaults as ideals of the properties that they say nothing about. */
  MediaTrackConstraints under(MediaTrackConstraints constraints) {
    MediaTrackConstraints.Builder builder = constraints.toBuilder();
    remembered.forEach(
        (property, value) -> {
          if (constraints.get(property).isEmpty()) {
            Constraint ideal =
                property == ECHO_CANCELLATION
                    ? ConstrainBooleanOrDOMString.ideal(value)
                    : ConstrainBoolean.ideal(value);
            builder.set(property, ideal);
          }
        });
    return builder.build();
  }
}
