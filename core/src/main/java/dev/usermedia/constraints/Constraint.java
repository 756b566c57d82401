package dev.usermedia.constraints;

/**
 * What is asked of one constrainable property: a bare value, or a dictionary of {@code min}, {@code
 * max}, {@code exact} and {@code ideal}. Immutable.
 *
 * <p>A bare value is an ideal in the basic set and exact in an advanced one, therefore it is kept
 * apart from {@code {ideal: value}}.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#constrainable-interface">Constrainable
 *     Pattern</a>
 */
public sealed interface Constraint
    permits BooleanOrConstrainDouble,
        ConstrainBoolean,
        ConstrainBooleanOrDOMString,
        ConstrainDOMString,
        ConstrainPoint2D,
        ConstrainULong {

  /** Whether it is a bare value rather than a dictionary. */
  boolean isBare();

  /** Whether it has a member {@code min}, {@code max} or {@code exact}. */
  boolean isRequired();
}
