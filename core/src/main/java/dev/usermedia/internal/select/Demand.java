package dev.usermedia.internal.select;

import dev.usermedia.constraints.BooleanOrConstrainDouble;
import dev.usermedia.constraints.BooleanOrDOMString;
import dev.usermedia.constraints.ConstrainBoolean;
import dev.usermedia.constraints.ConstrainBooleanOrDOMString;
import dev.usermedia.constraints.ConstrainBooleanOrDOMStringParameters;
import dev.usermedia.constraints.ConstrainBooleanParameters;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDOMStringParameters;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainDoubleRange;
import dev.usermedia.constraints.ConstrainPoint2D;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.ConstrainULongRange;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.Constraint;
import dev.usermedia.constraints.DOMStringOrSequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A constraint as the algorithms read it, a bare value being ideal or exact by its place. */
sealed interface Demand {
  /** Whether a settings dictionary that fails it is infinitely far. */
  boolean isRequired();

  /** Whether a setting is within what is required; null stands for a setting that is missing. */
  boolean isSatisfiedBy(@Nullable Object setting);

  /** Steps 4 to 8 of the fitness distance: how far a setting is that satisfies what is required. */
  double distance(@Nullable Object setting);

  /**
   * On a number.
   *
   * @param ideal NaN if there is none
   */
  record Quantity(boolean isRequired, double min, double max, double ideal) implements Demand {
    @Override
    public boolean isSatisfiedBy(@Nullable Object setting) {
      return !isRequired
          || (setting instanceof Number number
              && number.doubleValue() >= min
              && number.doubleValue() <= max);
    }

    @Override
    public double distance(@Nullable Object setting) {
      if (!(setting instanceof Number number)) {
        return 1;
      }
      return Double.isNaN(ideal) ? 0 : Numbers.distance(number.doubleValue(), ideal);
    }
  }

  /** On a string or boolean: any of the exact values, ideally any of the ideal ones. */
  record Values(@Nullable List<?> exact, @Nullable List<?> ideal) implements Demand {
    @Override
    public boolean isRequired() {
      return exact != null;
    }

    @Override
    public boolean isSatisfiedBy(@Nullable Object setting) {
      return exact == null || (setting != null && exact.contains(setting));
    }

    @Override
    public double distance(@Nullable Object setting) {
      if (setting == null) {
        return 1;
      }
      return ideal == null || ideal.contains(setting) ? 0 : 1;
    }
  }

  /** On whether a setting exists that is itself no boolean. */
  record Exists(boolean value, boolean isRequired) implements Demand {
    @Override
    public boolean isSatisfiedBy(@Nullable Object setting) {
      // A required member that is missing is infinitely far, also if it was asked to be missing.
      return !isRequired || (value && setting != null);
    }

    @Override
    public double distance(@Nullable Object setting) {
      return value == (setting != null) ? 0 : 1;
    }
  }

  /**
   * Reads a constraint.
   *
   * @param bareIsExact whether it stands in an advanced set
   * @return null if it asks for nothing: an empty list, or a property that is not supported
   */
  static @Nullable Demand of(
      ConstrainableProperty property, Constraint constraint, boolean bareIsExact) {
    return switch (constraint) {
      case ConstrainULong.Bare bare -> bare((double) bare.value(), bareIsExact);
      case ConstrainULongRange it ->
          number(
              it.isRequired(),
              it.min().isPresent() ? it.min().getAsLong() : Double.NEGATIVE_INFINITY,
              it.max().isPresent() ? it.max().getAsLong() : Double.POSITIVE_INFINITY,
              it.exact().isPresent() ? it.exact().getAsLong() : Double.NaN,
              it.ideal().isPresent() ? it.ideal().getAsLong() : Double.NaN);
      case ConstrainDouble.Bare bare -> bare(comparable(property, bare.value()), bareIsExact);
      case ConstrainDoubleRange it ->
          number(
              it.isRequired(),
              comparable(property, it.min().orElse(Double.NEGATIVE_INFINITY)),
              comparable(property, it.max().orElse(Double.POSITIVE_INFINITY)),
              comparable(property, it.exact().orElse(Double.NaN)),
              comparable(property, it.ideal().orElse(Double.NaN)));
      case BooleanOrConstrainDouble.Exists bare -> new Exists(bare.value(), bareIsExact);
      case ConstrainBoolean.Bare bare -> bare(List.of(bare.value()), bareIsExact);
      case ConstrainBooleanParameters it ->
          values(it.exact().map(List::of), it.ideal().map(List::of));
      case ConstrainDOMString.Bare bare ->
          // What is shown is up to the user; the property is observed, not asked for.
          property == ConstrainableProperty.DISPLAY_SURFACE
              ? null
              : bare(bare.value().values(), bareIsExact);
      case ConstrainDOMStringParameters it ->
          property == ConstrainableProperty.DISPLAY_SURFACE
              ? null
              : values(
                  it.exact().map(DOMStringOrSequence::values),
                  it.ideal().map(DOMStringOrSequence::values));
      case ConstrainBooleanOrDOMString.Bare bare ->
          bare(List.of(bare.value().unwrapped()), bareIsExact);
      case ConstrainBooleanOrDOMStringParameters it ->
          values(
              it.exact().map(BooleanOrDOMString::unwrapped).map(List::of),
              it.ideal().map(BooleanOrDOMString::unwrapped).map(List::of));
      case ConstrainPoint2D unsupported -> null;
    };
  }

  private static Demand bare(double value, boolean isExact) {
    return isExact
        ? new Quantity(true, value, value, Double.NaN)
        : new Quantity(false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, value);
  }

  private static Demand number(
      boolean isRequired, double min, double max, double exact, double ideal) {
    if (Double.isNaN(exact)) {
      return new Quantity(isRequired, min, max, ideal);
    }
    double from = Math.max(min, exact);
    double to = Math.min(max, exact);
    return new Quantity(isRequired, from, to, ideal);
  }

  /** An aspect ratio is compared at the tenth decimal, which the setting is rounded to. */
  private static double comparable(ConstrainableProperty property, double value) {
    return property == ConstrainableProperty.ASPECT_RATIO ? Numbers.roundTenth(value) : value;
  }

  private static @Nullable Demand bare(List<?> values, boolean isExact) {
    if (values.isEmpty()) {
      return null;
    }
    return isExact ? new Values(values, null) : new Values(null, values);
  }

  private static @Nullable Demand values(
      Optional<? extends List<?>> exact, Optional<? extends List<?>> ideal) {
    List<?> exactOrNull = exact.filter(list -> !list.isEmpty()).orElse(null);
    List<?> idealOrNull = ideal.filter(list -> !list.isEmpty()).orElse(null);
    boolean onlyEmptyLists =
        exactOrNull == null && idealOrNull == null && (exact.isPresent() || ideal.isPresent());
    return onlyEmptyLists ? null : new Values(exactOrNull, idealOrNull);
  }
}
