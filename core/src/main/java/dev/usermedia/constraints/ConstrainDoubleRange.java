package dev.usermedia.constraints;

import java.util.OptionalDouble;

/**
 * A constraint on a number, which must be finite, in full. Every {@code with} returns a copy with
 * that member set.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-constraindoublerange">ConstrainDoubleRange</a>
 */
public record ConstrainDoubleRange(
    OptionalDouble min, OptionalDouble max, OptionalDouble exact, OptionalDouble ideal)
    implements ConstrainDouble {

  /** No members: asks for nothing. */
  public static final ConstrainDoubleRange EMPTY =
      new ConstrainDoubleRange(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  public ConstrainDoubleRange {
    min = WebIdl.finite(min);
    max = WebIdl.finite(max);
    exact = WebIdl.finite(exact);
    ideal = WebIdl.finite(ideal);
  }

  public ConstrainDoubleRange withMin(double value) {
    return new ConstrainDoubleRange(OptionalDouble.of(value), max, exact, ideal);
  }

  public ConstrainDoubleRange withMax(double value) {
    return new ConstrainDoubleRange(min, OptionalDouble.of(value), exact, ideal);
  }

  public ConstrainDoubleRange withExact(double value) {
    return new ConstrainDoubleRange(min, max, OptionalDouble.of(value), ideal);
  }

  public ConstrainDoubleRange withIdeal(double value) {
    return new ConstrainDoubleRange(min, max, exact, OptionalDouble.of(value));
  }

  @Override
  public boolean isBare() {
    return false;
  }

  @Override
  public boolean isRequired() {
    return min.isPresent() || max.isPresent() || exact.isPresent();
  }

  @Override
  public String toString() {
    return Json.write(Tree.of(this));
  }
}
