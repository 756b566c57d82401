package dev.usermedia.constraints;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The dictionaries as trees of maps, lists, strings, numbers and booleans. */
final class Tree {
  private Tree() {}

  static Map<String, Object> of(MediaStreamConstraints constraints) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("audio", of(constraints.audio()));
    tree.put("video", of(constraints.video()));
    constraints.semantics().ifPresent(who -> tree.put("semantics", who.value()));
    return tree;
  }

  private static Object of(Optional<MediaTrackConstraints> constraints) {
    if (constraints.isEmpty()) {
      return false;
    }
    Map<String, Object> tree = of(constraints.get());
    return tree.isEmpty() ? true : tree;
  }

  static Map<String, Object> of(MediaTrackConstraintSet set) {
    Map<String, Object> tree = new LinkedHashMap<>();
    set.members().forEach((property, constraint) -> tree.put(property.webName(), of(constraint)));
    if (set instanceof MediaTrackConstraints constraints && constraints.hasAdvanced()) {
      tree.put("advanced", constraints.advanced().stream().map(Tree::of).toList());
    }
    return tree;
  }

  static Object of(Constraint constraint) {
    return switch (constraint) {
      case ConstrainULong.Bare bare -> bare.value();
      case ConstrainDouble.Bare bare -> bare.value();
      case BooleanOrConstrainDouble.Exists bare -> bare.value();
      case ConstrainBoolean.Bare bare -> bare.value();
      case ConstrainDOMString.Bare bare -> of(bare.value());
      case ConstrainBooleanOrDOMString.Bare bare -> bare.value().unwrapped();
      case ConstrainPoint2D.Bare bare -> ofPoints(bare.value());
      case ConstrainULongRange it ->
          dictionary(boxed(it.min()), boxed(it.max()), boxed(it.exact()), boxed(it.ideal()));
      case ConstrainDoubleRange it ->
          dictionary(boxed(it.min()), boxed(it.max()), boxed(it.exact()), boxed(it.ideal()));
      case ConstrainBooleanParameters it ->
          dictionary(Optional.empty(), Optional.empty(), it.exact(), it.ideal());
      case ConstrainDOMStringParameters it ->
          dictionary(
              Optional.empty(),
              Optional.empty(),
              it.exact().map(Tree::of),
              it.ideal().map(Tree::of));
      case ConstrainBooleanOrDOMStringParameters it ->
          dictionary(
              Optional.empty(),
              Optional.empty(),
              it.exact().map(BooleanOrDOMString::unwrapped),
              it.ideal().map(BooleanOrDOMString::unwrapped));
      case ConstrainPoint2DParameters it ->
          dictionary(
              Optional.empty(),
              Optional.empty(),
              it.exact().map(Tree::ofPoints),
              it.ideal().map(Tree::ofPoints));
    };
  }

  static Object of(DOMStringOrSequence strings) {
    return strings.isSequence() ? strings.values() : strings.values().getFirst();
  }

  static Map<String, Object> of(Point2D point) {
    return ordered("x", point.x(), "y", point.y());
  }

  static Map<String, Object> of(ULongRange range) {
    return ordered("max", range.max(), "min", range.min());
  }

  static Map<String, Object> of(DoubleRange range) {
    return ordered("max", range.max(), "min", range.min());
  }

  static Map<String, Object> of(MediaSettingsRange range) {
    Map<String, Object> tree = ordered("max", range.max(), "min", range.min());
    tree.put("step", range.step());
    return tree;
  }

  /** Settings or capabilities. */
  static Map<String, Object> ofMembers(Map<ConstrainableProperty, Object> members) {
    Map<String, Object> tree = new LinkedHashMap<>();
    members.forEach((property, value) -> tree.put(property.webName(), ofValue(value)));
    return tree;
  }

  private static Object ofValue(Object value) {
    return switch (value) {
      case ULongRange range -> of(range);
      case DoubleRange range -> of(range);
      case MediaSettingsRange range -> of(range);
      case Point2D point -> of(point);
      case List<?> list -> list.stream().map(Tree::ofValue).toList();
      default -> value;
    };
  }

  private static List<Map<String, Object>> ofPoints(List<Point2D> points) {
    return points.stream().map(Tree::of).toList();
  }

  private static Map<String, Object> dictionary(
      Optional<?> min, Optional<?> max, Optional<?> exact, Optional<?> ideal) {
    Map<String, Object> tree = new LinkedHashMap<>();
    min.ifPresent(value -> tree.put("min", value));
    max.ifPresent(value -> tree.put("max", value));
    exact.ifPresent(value -> tree.put("exact", value));
    ideal.ifPresent(value -> tree.put("ideal", value));
    return tree;
  }

  private static Map<String, Object> ordered(String one, Object first, String two, Object second) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(one, first);
    tree.put(two, second);
    return tree;
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
