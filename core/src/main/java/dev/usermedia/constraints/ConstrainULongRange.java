package dev.usermedia.constraints;

import java.util.OptionalLong;

/**
 * A constraint on a whole number; values beyond 0 to 2<sup>32</sup>-1 are clamped to it, in full.
 * Every {@code with} returns a copy with that member set.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-constrainulongrange">ConstrainULongRange</a>
 */
public record ConstrainULongRange(
    OptionalLong min, OptionalLong max, OptionalLong exact, OptionalLong ideal)
    implements ConstrainULong {

  /** No members: asks for nothing. */
  public static final ConstrainULongRange EMPTY =
      new ConstrainULongRange(
          OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  public ConstrainULongRange {
    min = WebIdl.clamp(min);
    max = WebIdl.clamp(max);
    exact = WebIdl.clamp(exact);
    ideal = WebIdl.clamp(ideal);
  }

  public ConstrainULongRange withMin(long value) {
    return new ConstrainULongRange(OptionalLong.of(value), max, exact, ideal);
  }

  public ConstrainULongRange withMax(long value) {
    return new ConstrainULongRange(min, OptionalLong.of(value), exact, ideal);
  }

  public ConstrainULongRange withExact(long value) {
    return new ConstrainULongRange(min, max, OptionalLong.of(value), ideal);
  }

  public ConstrainULongRange withIdeal(long value) {
    return new ConstrainULongRange(min, max, exact, OptionalLong.of(value));
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
