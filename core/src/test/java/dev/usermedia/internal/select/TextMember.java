package dev.usermedia.internal.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A constraint as the texts read it, made from the tree that an application would write: the IDL's
 * types, {@code [Clamp]}, what is required, and the fitness distance in its eight steps. It shares
 * nothing with the implementation.
 *
 * @param column where the property stands in the order of the dictionaries
 * @param exists what a boolean asks of a property that is none, if it is one
 * @param min NaN if there is none, as {@code max}
 * @param exact a number, a list of values, or null
 * @param ideal the same
 */
record TextMember(
    int column,
    boolean isRequired,
    Optional<Boolean> exists,
    double min,
    double max,
    Object exact,
    Object ideal) {

  /** The names of the specifications' IDL: the property, the kinds that have it, its type. */
  private static final String IDL =
      """
      width                      v  ConstrainULong
      height                     v  ConstrainULong
      aspectRatio                v  ConstrainDouble
      frameRate                  v  ConstrainDouble
      facingMode                 v  ConstrainDOMString
      resizeMode                 v  ConstrainDOMString
      sampleRate                 a  ConstrainULong
      sampleSize                 a  ConstrainULong
      echoCancellation           a  ConstrainBooleanOrDOMString
      autoGainControl            a  ConstrainBoolean
      noiseSuppression           a  ConstrainBoolean
      latency                    a  ConstrainDouble
      channelCount               a  ConstrainULong
      deviceId                   av ConstrainDOMString
      groupId                    av ConstrainDOMString
      backgroundBlur             v  ConstrainBoolean
      whiteBalanceMode           v  ConstrainDOMString
      exposureMode               v  ConstrainDOMString
      focusMode                  v  ConstrainDOMString
      pointsOfInterest           v  ConstrainPoint2D
      exposureCompensation       v  ConstrainDouble
      exposureTime               v  ConstrainDouble
      colorTemperature           v  ConstrainDouble
      iso                        v  ConstrainDouble
      brightness                 v  ConstrainDouble
      contrast                   v  ConstrainDouble
      saturation                 v  ConstrainDouble
      sharpness                  v  ConstrainDouble
      focusDistance              v  ConstrainDouble
      pan                        v  (boolean or ConstrainDouble)
      tilt                       v  (boolean or ConstrainDouble)
      zoom                       v  (boolean or ConstrainDouble)
      torch                      v  ConstrainBoolean
      displaySurface             v  ConstrainDOMString
      logicalSurface             v  ConstrainBoolean
      cursor                     v  ConstrainDOMString
      restrictOwnAudio           a  ConstrainBoolean
      suppressLocalAudioPlayback a  ConstrainBoolean
      gestureReactions           v  ConstrainBoolean
      faceFraming                v  ConstrainBoolean
      eyeGazeCorrection          v  ConstrainBoolean
      voiceIsolation             a  ConstrainBoolean
      humanFaceDetectionMode     v  ConstrainDOMString
      backgroundSegmentationMask v  ConstrainBoolean
      """;

  /** A line of the IDL. */
  record Property(String name, String kinds, String type) {
    boolean isOf(char kind) {
      return kinds.indexOf(kind) >= 0;
    }
  }

  static final List<Property> PROPERTIES =
      IDL.lines()
          .map(line -> line.split(" +", 3))
          .map(words -> new Property(words[0], words[1], words[2]))
          .toList();

  private static final Map<String, Integer> COLUMNS = new HashMap<>();

  static {
    PROPERTIES.forEach(property -> COLUMNS.put(property.name(), COLUMNS.size()));
  }

  static int column(String name) {
    return COLUMNS.get(name);
  }

  String name() {
    return PROPERTIES.get(column).name();
  }

  /**
   * The members of a set that count, in the dictionaries' order. Left out is what is not supported
   * (step 1; {@code displaySurface} and {@code pointsOfInterest} are decided not to count), what
   * does not apply to the kind of track (step 3, decided to go before step 2), and empty lists.
   *
   * @param kind a for audio, v for video
   * @param isAdvanced whether bare values are exact
   */
  static List<TextMember> of(Map<String, ?> set, char kind, boolean isAdvanced) {
    List<TextMember> members = new ArrayList<>();
    set.forEach(
        (name, value) -> {
          Integer column = COLUMNS.get(name);
          if (column != null
              && PROPERTIES.get(column).isOf(kind)
              && !name.equals("displaySurface")
              && !name.equals("pointsOfInterest")) {
            of(column, value, isAdvanced).ifPresent(members::add);
          }
        });
    members.sort(Comparator.comparingInt(TextMember::column));
    return members;
  }

  private static Optional<TextMember> of(int column, Object value, boolean isAdvanced) {
    String type = PROPERTIES.get(column).type();
    if (value instanceof Boolean exists && type.equals("(boolean or ConstrainDouble)")) {
      return Optional.of(
          new TextMember(
              column, isAdvanced, Optional.of(exists), Double.NaN, Double.NaN, null, null));
    }
    Map<?, ?> dictionary =
        value instanceof Map<?, ?> given ? given : Map.of(isAdvanced ? "exact" : "ideal", value);
    Object exact = values(column, dictionary.get("exact"));
    Object ideal = values(column, dictionary.get("ideal"));
    Object min = values(column, dictionary.get("min"));
    Object max = values(column, dictionary.get("max"));
    boolean isEmptyList =
        !dictionary.isEmpty() && exact == null && ideal == null && min == null && max == null;
    return isEmptyList
        ? Optional.empty()
        : Optional.of(
            new TextMember(
                column,
                min != null || max != null || exact != null,
                Optional.empty(),
                min instanceof Double number ? number : Double.NaN,
                max instanceof Double number ? number : Double.NaN,
                exact,
                ideal));
  }

  /**
   * A {@code Double}, or a list of strings and booleans; null for nothing and for an empty list.
   */
  private static Object values(int column, Object value) {
    return switch (value) {
      case null -> null;
      case List<?> list -> list.isEmpty() ? null : list;
      case Number number -> number(PROPERTIES.get(column), number.doubleValue());
      default -> List.of(value);
    };
  }

  private static double number(Property property, double value) {
    if (property.type().equals("ConstrainULong")) {
      return Math.rint(Math.min(Math.max(value, 0), 4_294_967_295.0));
    }
    return property.name().equals("aspectRatio") ? tenth(value) : value;
  }

  /** The tenth decimal place, to which the setting aspectRatio is rounded. */
  static double tenth(double value) {
    return Math.abs(value) < 1e5 ? Math.rint(value * 1e10) / 1e10 : value;
  }

  /**
   * The sum of the fitness distances of a set's members.
   *
   * @param settings the value in each column; null where a setting does not exist
   */
  static double distance(List<TextMember> set, Object[] settings) {
    double sum = 0;
    for (int i = 0; i < set.size(); i++) {
      sum += set.get(i).distance(settings);
    }
    return sum;
  }

  double distance(Object[] settings) {
    Object actual = settings[column];
    // 2.
    if (isRequired && (actual == null || !isSatisfiedBy(actual))) {
      return Double.POSITIVE_INFINITY;
    }
    // 4.
    if (exists.isPresent()) {
      return exists.get() == (actual != null) ? 0 : 1;
    }
    // 5.
    if (actual == null) {
      return 1;
    }
    // 6.
    if (ideal == null) {
      return 0;
    }
    // 7.
    if (ideal instanceof Double number) {
      return numeric(((Number) actual).doubleValue(), number);
    }
    // 8.
    return ((List<?>) ideal).contains(actual) ? 0 : 1;
  }

  private boolean isSatisfiedBy(Object actual) {
    if (exists.isPresent()) {
      return exists.get();
    }
    if (!(actual instanceof Number number)) {
      return ((List<?>) exact).contains(actual);
    }
    double value = number.doubleValue();
    return !(value < min) && !(value > max) && (exact == null || (Double) exact == value);
  }

  static double numeric(double actual, double ideal) {
    return actual == ideal
        ? 0
        : Math.abs(actual - ideal) / Math.max(Math.abs(actual), Math.abs(ideal));
  }
}
