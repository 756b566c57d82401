package dev.usermedia.constraints;

/**
 * A constraint on a boolean.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-constrainboolean">ConstrainBoolean</a>
 */
public sealed interface ConstrainBoolean extends Constraint
    permits ConstrainBoolean.Bare, ConstrainBooleanParameters {

  /** A bare value. */
  record Bare(boolean value) implements ConstrainBoolean {
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
  static ConstrainBoolean of(boolean value) {
    return new Bare(value);
  }

  /** Exactly this. */
  static ConstrainBooleanParameters exact(boolean value) {
    return ConstrainBooleanParameters.EMPTY.withExact(value);
  }

  /** This if possible. */
  static ConstrainBooleanParameters ideal(boolean value) {
    return ConstrainBooleanParameters.EMPTY.withIdeal(value);
  }
}
