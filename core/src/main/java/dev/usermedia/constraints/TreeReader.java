package dev.usermedia.constraints;

import dev.usermedia.TypeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dictionaries from trees as Web IDL converts them, without JavaScript's conversions
 * between strings, numbers and booleans: a value of another type is an error that names its path.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#js-dictionary">Web IDL, dictionary types</a>
 */
final class TreeReader {
  private TreeReader() {}

  static MediaStreamConstraints streamConstraints(Map<?, ?> tree) {
    return new MediaStreamConstraints(
        track(tree, "audio"), track(tree, "video"), semantics(tree, "semantics"));
  }

  private static Optional<GetUserMediaSemantics> semantics(Map<?, ?> tree, String name) {
    if (!tree.containsKey(name)) {
      return Optional.empty();
    }
    for (GetUserMediaSemantics value : GetUserMediaSemantics.values()) {
      if (value.value().equals(tree.get(name))) {
        return Optional.of(value);
      }
    }
    throw expected("browser-chooses or user-chooses", name, tree.get(name));
  }

  private static Optional<MediaTrackConstraints> track(Map<?, ?> tree, String name) {
    if (!tree.containsKey(name)) {
      return Optional.empty();
    }
    return switch (tree.get(name)) {
      case Boolean wanted -> wanted ? Optional.of(MediaTrackConstraints.EMPTY) : Optional.empty();
      // Web IDL makes an empty dictionary of null, and thereby a request.
      case null -> Optional.of(MediaTrackConstraints.EMPTY);
      case Map<?, ?> members -> Optional.of(constraints(members, name));
      case Object other -> throw expected("a boolean or constraints", name, other);
    };
  }

  static MediaTrackConstraints constraints(Map<?, ?> tree, String path) {
    MediaTrackConstraints.Builder builder = MediaTrackConstraints.builder();
    readMembers(tree, path, builder);
    if (tree.containsKey("advanced")) {
      String advanced = child(path, "advanced");
      List<MediaTrackConstraintSet> sets = new ArrayList<>();
      for (Element each : elements(tree.get("advanced"), advanced)) {
        sets.add(constraintSet(dictionary(each.value(), each.path(), "a dictionary"), each.path()));
      }
      builder.advanced(sets);
    }
    return builder.build();
  }

  static MediaTrackConstraintSet constraintSet(Map<?, ?> tree, String path) {
    MediaTrackConstraintSet.Builder builder = MediaTrackConstraintSet.builder();
    readMembers(tree, path, builder);
    return builder.build();
  }

  private static void readMembers(Map<?, ?> tree, String path, ConstraintSetBuilder<?> builder) {
    for (ConstrainableProperty property : ConstrainableProperty.values()) {
      String name = property.webName();
      if (property.hasConstraint() && tree.containsKey(name)) {
        builder.set(property, constraint(property.type(), tree.get(name), child(path, name)));
      }
    }
  }

  private static Constraint constraint(
      ConstrainableProperty.Type type, @Nullable Object value, String path) {
    return switch (type) {
      case ULONG -> ulong(value, path);
      case DOUBLE -> number(value, path, "a number or a dictionary");
      case BOOLEAN_OR_DOUBLE ->
          value instanceof Boolean exists
              ? BooleanOrConstrainDouble.exists(exists)
              : number(value, path, "a boolean, a number or a dictionary");
      case BOOLEAN -> bool(value, path);
      case DOM_STRING -> string(value, path);
      case BOOLEAN_OR_DOM_STRING -> booleanOrString(value, path);
      case POINT_2D -> points(value, path);
    };
  }

  private static ConstrainULong ulong(@Nullable Object value, String path) {
    if (value instanceof Number number) {
      return ConstrainULong.of(WebIdl.clamp(number.doubleValue()));
    }
    Map<?, ?> tree = dictionary(value, path, "a number or a dictionary");
    return new ConstrainULongRange(
        ulongMember(tree, "min", path),
        ulongMember(tree, "max", path),
        ulongMember(tree, "exact", path),
        ulongMember(tree, "ideal", path));
  }

  private static OptionalLong ulongMember(Map<?, ?> tree, String name, String path) {
    return tree.containsKey(name)
        ? OptionalLong.of(WebIdl.clamp(readNumber(tree.get(name), child(path, name))))
        : OptionalLong.empty();
  }

  private static ConstrainDouble number(@Nullable Object value, String path, String expected) {
    if (value instanceof Number) {
      return ConstrainDouble.of(readFinite(value, path));
    }
    Map<?, ?> tree = dictionary(value, path, expected);
    return new ConstrainDoubleRange(
        numberMember(tree, "min", path),
        numberMember(tree, "max", path),
        numberMember(tree, "exact", path),
        numberMember(tree, "ideal", path));
  }

  private static OptionalDouble numberMember(Map<?, ?> tree, String name, String path) {
    return tree.containsKey(name)
        ? OptionalDouble.of(readFinite(tree.get(name), child(path, name)))
        : OptionalDouble.empty();
  }

  private static ConstrainBoolean bool(@Nullable Object value, String path) {
    if (value instanceof Boolean bare) {
      return ConstrainBoolean.of(bare);
    }
    Map<?, ?> tree = dictionary(value, path, "a boolean or a dictionary");
    return new ConstrainBooleanParameters(
        member(tree, "exact", path, TreeReader::readBoolean),
        member(tree, "ideal", path, TreeReader::readBoolean));
  }

  private static ConstrainDOMString string(@Nullable Object value, String path) {
    if (value instanceof String || value instanceof List) {
      return new ConstrainDOMString.Bare(readStrings(value, path));
    }
    Map<?, ?> tree = dictionary(value, path, "a string, a list of strings or a dictionary");
    return new ConstrainDOMStringParameters(
        member(tree, "exact", path, TreeReader::readStrings),
        member(tree, "ideal", path, TreeReader::readStrings));
  }

  private static ConstrainBooleanOrDOMString booleanOrString(@Nullable Object value, String path) {
    if (value instanceof Boolean || value instanceof String) {
      return new ConstrainBooleanOrDOMString.Bare(readBooleanOrString(value, path));
    }
    Map<?, ?> tree = dictionary(value, path, "a boolean, a string or a dictionary");
    return new ConstrainBooleanOrDOMStringParameters(
        member(tree, "exact", path, TreeReader::readBooleanOrString),
        member(tree, "ideal", path, TreeReader::readBooleanOrString));
  }

  private static ConstrainPoint2D points(@Nullable Object value, String path) {
    if (value instanceof List) {
      return new ConstrainPoint2D.Bare(readPoints(value, path));
    }
    Map<?, ?> tree = dictionary(value, path, "a list of points or a dictionary");
    return new ConstrainPoint2DParameters(
        member(tree, "exact", path, TreeReader::readPoints),
        member(tree, "ideal", path, TreeReader::readPoints));
  }

  private interface Reader<T> {
    T read(@Nullable Object value, String path);
  }

  private static <T> Optional<T> member(
      Map<?, ?> tree, String name, String path, Reader<T> reader) {
    return tree.containsKey(name)
        ? Optional.of(reader.read(tree.get(name), child(path, name)))
        : Optional.empty();
  }

  private static double readNumber(@Nullable Object value, String path) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw expected("a number", path, value);
  }

  private static double readFinite(@Nullable Object value, String path) {
    double number = readNumber(value, path);
    if (!Double.isFinite(number)) {
      throw expected("a finite number", path, value);
    }
    return number;
  }

  private static boolean readBoolean(@Nullable Object value, String path) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw expected("a boolean", path, value);
  }

  private static BooleanOrDOMString readBooleanOrString(@Nullable Object value, String path) {
    return switch (value) {
      case Boolean bool -> BooleanOrDOMString.of((boolean) bool);
      case String string -> BooleanOrDOMString.of(string);
      case null, default -> throw expected("a boolean or a string", path, value);
    };
  }

  private static DOMStringOrSequence readStrings(@Nullable Object value, String path) {
    if (value instanceof String string) {
      return DOMStringOrSequence.of(string);
    }
    if (!(value instanceof List)) {
      throw expected("a string or a list of strings", path, value);
    }
    List<String> strings = new ArrayList<>();
    for (Element each : elements(value, path)) {
      if (!(each.value() instanceof String string)) {
        throw expected("a string", each.path(), each.value());
      }
      strings.add(string);
    }
    return DOMStringOrSequence.of(strings);
  }

  private static List<Point2D> readPoints(@Nullable Object value, String path) {
    List<Point2D> points = new ArrayList<>();
    for (Element each : elements(value, path)) {
      Map<?, ?> tree = dictionary(each.value(), each.path(), "a point");
      points.add(
          new Point2D(
              numberMember(tree, "x", each.path()).orElse(0),
              numberMember(tree, "y", each.path()).orElse(0)));
    }
    return points;
  }

  private record Element(@Nullable Object value, String path) {}

  private static List<Element> elements(@Nullable Object value, String path) {
    if (!(value instanceof List<?> list)) {
      throw expected("a list", path, value);
    }
    List<Element> elements = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      elements.add(new Element(list.get(i), path + "[" + i + "]"));
    }
    return elements;
  }

  /** Web IDL takes null for a dictionary without members. */
  private static Map<?, ?> dictionary(@Nullable Object value, String path, String expected) {
    return switch (value) {
      case null -> Map.of();
      case Map<?, ?> map -> map;
      default -> throw expected(expected, path, value);
    };
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static TypeError expected(String expected, String path, @Nullable Object actual) {
    String got =
        switch (actual) {
          case null -> "null";
          case String string ->
              "the string " + Json.write(string.length() > 40 ? string.substring(0, 40) : string);
          case Boolean bool -> "the boolean " + bool;
          case Number number -> "the number " + number;
          case List<?> list -> "a list";
          case Map<?, ?> map -> "a dictionary";
          default -> "a " + actual.getClass().getSimpleName();
        };
    return new TypeError(path + ": expected " + expected + ", got " + got);
  }
}
