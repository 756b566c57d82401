package dev.usermedia.constraints;

/**
 * A constraint on a whole number; values beyond 0 to 2<sup>32</sup>-1 are clamped to it.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-constrainulong">ConstrainULong</a>
 */
public sealed interface ConstrainULong extends Constraint
    permits ConstrainULong.Bare, ConstrainULongRange {

  /** A bare value. */
  record Bare(long value) implements ConstrainULong {
    public Bare {
      value = WebIdl.clamp(value);
    }

    @Override
    public boolean isBare() {
      return true;
    }

    @Override
    public boolean isRequired() {
      return false;
    }

    @Override
    public String toString() {
      return Json.write(Tree.of(this));
    }
  }

  /** A bare value: ideal in the basic set, exact in an advanced one. */
  static ConstrainULong of(long value) {
    return new Bare(value);
  }

  /** Exactly this value. */
  static ConstrainULongRange exact(long value) {
    return ConstrainULongRange.EMPTY.withExact(value);
  }

  /** This value or as near as possible. */
  static ConstrainULongRange ideal(long value) {
    return ConstrainULongRange.EMPTY.withIdeal(value);
  }

  /** This value or more. */
  static ConstrainULongRange min(long value) {
    return ConstrainULongRange.EMPTY.withMin(value);
  }

  /** This value or less. */
  static ConstrainULongRange max(long value) {
    return ConstrainULongRange.EMPTY.withMax(value);
  }

  /** From {@code min} to {@code max}, both included. */
  static ConstrainULongRange range(long min, long max) {
    return ConstrainULongRange.EMPTY.withMin(min).withMax(max);
  }
}
