package dev.usermedia.constraints;

/**
 * A constraint on a property that is a boolean or a string.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-constrainbooleanordomstring">ConstrainBooleanOrDOMString</a>
 */
public sealed interface ConstrainBooleanOrDOMString extends Constraint
    permits ConstrainBooleanOrDOMString.Bare, ConstrainBooleanOrDOMStringParameters {

  /** A bare value. */
  record Bare(BooleanOrDOMString value) implements ConstrainBooleanOrDOMString {
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
  static ConstrainBooleanOrDOMString of(boolean value) {
    return new Bare(BooleanOrDOMString.of(value));
  }

  /** A bare value: ideal in the basic set, exact in an advanced one. */
  static ConstrainBooleanOrDOMString of(String value) {
    return new Bare(BooleanOrDOMString.of(value));
  }

  /** Exactly this. */
  static ConstrainBooleanOrDOMStringParameters exact(boolean value) {
    return ConstrainBooleanOrDOMStringParameters.EMPTY.withExact(value);
  }

  /** Exactly this. */
  static ConstrainBooleanOrDOMStringParameters exact(String value) {
    return ConstrainBooleanOrDOMStringParameters.EMPTY.withExact(value);
  }

  /** This if possible. */
  static ConstrainBooleanOrDOMStringParameters ideal(boolean value) {
    return ConstrainBooleanOrDOMStringParameters.EMPTY.withIdeal(value);
  }

  /** This if possible. */
  static ConstrainBooleanOrDOMStringParameters ideal(String value) {
    return ConstrainBooleanOrDOMStringParameters.EMPTY.withIdeal(value);
  }
}
