package dev.usermedia.constraints;

import java.util.List;
import java.util.Optional;

/**
 * A constraint on a string: one value, or a list of which any will do, in full. Every {@code with}
 * returns a copy with that member set.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-constraindomstringparameters">ConstrainDOMStringParameters</a>
 */
public record ConstrainDOMStringParameters(
    Optional<DOMStringOrSequence> exact, Optional<DOMStringOrSequence> ideal)
    implements ConstrainDOMString {

  /** No members: asks for nothing. */
  public static final ConstrainDOMStringParameters EMPTY =
      new ConstrainDOMStringParameters(Optional.empty(), Optional.empty());

  public ConstrainDOMStringParameters withExact(String value) {
    return new ConstrainDOMStringParameters(Optional.of(DOMStringOrSequence.of(value)), ideal);
  }

  public ConstrainDOMStringParameters withExact(List<String> value) {
    return new ConstrainDOMStringParameters(Optional.of(DOMStringOrSequence.of(value)), ideal);
  }

  public ConstrainDOMStringParameters withIdeal(String value) {
    return new ConstrainDOMStringParameters(exact, Optional.of(DOMStringOrSequence.of(value)));
  }

  public ConstrainDOMStringParameters withIdeal(List<String> value) {
    return new ConstrainDOMStringParameters(exact, Optional.of(DOMStringOrSequence.of(value)));
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
