package dev.usermedia.constraints;

/**
 * A constraint on a number, which must be finite.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-constraindouble">ConstrainDouble</a>
 */
public sealed interface ConstrainDouble extends BooleanOrConstrainDouble
    permits ConstrainDouble.Bare, ConstrainDoubleRange {

  /** A bare value. */
  record Bare(double value) implements ConstrainDouble {
    public Bare {
      WebIdl.finite(value);
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
  static ConstrainDouble of(double value) {
    return new Bare(value);
  }

  /** Exactly this value. */
  static ConstrainDoubleRange exact(double value) {
    return ConstrainDoubleRange.EMPTY.withExact(value);
  }

  /** This value or as near as possible. */
  static ConstrainDoubleRange ideal(double value) {
    return ConstrainDoubleRange.EMPTY.withIdeal(value);
  }

  /** This value or more. */
  static ConstrainDoubleRange min(double value) {
    return ConstrainDoubleRange.EMPTY.withMin(value);
  }

  /** This value or less. */
  static ConstrainDoubleRange max(double value) {
    return ConstrainDoubleRange.EMPTY.withMax(value);
  }

  /** From {@code min} to {@code max}, both included. */
  static ConstrainDoubleRange range(double min, double max) {
    return ConstrainDoubleRange.EMPTY.withMin(min).withMax(max);
  }
}
