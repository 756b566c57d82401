package dev.usermedia.constraints;

import java.util.List;

/**
 * A constraint on a string: one value, or a list of which any will do.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-constraindomstring">ConstrainDOMString</a>
 */
public sealed interface ConstrainDOMString extends Constraint
    permits ConstrainDOMString.Bare, ConstrainDOMStringParameters {

  /** A bare value. */
  record Bare(DOMStringOrSequence value) implements ConstrainDOMString {
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
  static ConstrainDOMString of(String value) {
    return new Bare(DOMStringOrSequence.of(value));
  }

  /** A bare value: ideal in the basic set, exact in an advanced one. */
  static ConstrainDOMString of(List<String> value) {
    return new Bare(DOMStringOrSequence.of(value));
  }

  /** Exactly this. */
  static ConstrainDOMStringParameters exact(String value) {
    return ConstrainDOMStringParameters.EMPTY.withExact(value);
  }

  /** Exactly this. */
  static ConstrainDOMStringParameters exact(List<String> value) {
    return ConstrainDOMStringParameters.EMPTY.withExact(value);
  }

  /** This if possible. */
  static ConstrainDOMStringParameters ideal(String value) {
    return ConstrainDOMStringParameters.EMPTY.withIdeal(value);
  }

  /** This if possible. */
  static ConstrainDOMStringParameters ideal(List<String> value) {
    return ConstrainDOMStringParameters.EMPTY.withIdeal(value);
  }
}
