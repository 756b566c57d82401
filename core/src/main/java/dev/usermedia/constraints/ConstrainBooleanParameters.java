package dev.usermedia.constraints;

import java.util.Optional;

/**
 * A constraint on a boolean, in full. Every {@code with} returns a copy with that member set.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-constrainbooleanparameters">ConstrainBooleanParameters</a>
 */
public record ConstrainBooleanParameters(Optional<Boolean> exact, Optional<Boolean> ideal)
    implements ConstrainBoolean {

  /** No members: asks for nothing. */
  public static final ConstrainBooleanParameters EMPTY =
      new ConstrainBooleanParameters(Optional.empty(), Optional.empty());

  public ConstrainBooleanParameters withExact(boolean value) {
    return new ConstrainBooleanParameters(Optional.of(value), ideal);
  }

  public ConstrainBooleanParameters withIdeal(boolean value) {
    return new ConstrainBooleanParameters(exact, Optional.of(value));
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
