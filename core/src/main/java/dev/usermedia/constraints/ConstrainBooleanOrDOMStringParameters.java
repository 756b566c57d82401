package dev.usermedia.constraints;

import java.util.Optional;

/**
 * A constraint on a property that is a boolean or a string, in full. Every {@code with} returns a
 * copy with that member set.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-constrainbooleanordomstringparameters">ConstrainBooleanOrDOMStringParameters</a>
 */
public record ConstrainBooleanOrDOMStringParameters(
    Optional<BooleanOrDOMString> exact, Optional<BooleanOrDOMString> ideal)
    implements ConstrainBooleanOrDOMString {

  /** No members: asks for nothing. */
  public static final ConstrainBooleanOrDOMStringParameters EMPTY =
      new ConstrainBooleanOrDOMStringParameters(Optional.empty(), Optional.empty());

  public ConstrainBooleanOrDOMStringParameters withExact(boolean value) {
    return new ConstrainBooleanOrDOMStringParameters(
        Optional.of(BooleanOrDOMString.of(value)), ideal);
  }

  public ConstrainBooleanOrDOMStringParameters withExact(String value) {
    return new ConstrainBooleanOrDOMStringParameters(
        Optional.of(BooleanOrDOMString.of(value)), ideal);
  }

  public ConstrainBooleanOrDOMStringParameters withIdeal(boolean value) {
    return new ConstrainBooleanOrDOMStringParameters(
        exact, Optional.of(BooleanOrDOMString.of(value)));
  }

  public ConstrainBooleanOrDOMStringParameters withIdeal(String value) {
    return new ConstrainBooleanOrDOMStringParameters(
        exact, Optional.of(BooleanOrDOMString.of(value)));
  }

  @Override
  public boolean isBare() {
    return false;
  }

  @Override
  public boolean isRequired() {
    return exact.isPresent();
  }

  @Override
  public String toString() {
    return Json.write(Tree.of(this));
  }
}
