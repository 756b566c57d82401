package dev.usermedia;

/**
 * An argument that cannot be what the specification asks for; the Web's {@code TypeError}.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#es-type-mapping">Web IDL, TypeError</a>
 */
public final class TypeError extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A type error that says what was wrong and what is expected. */
  public TypeError(String message) {
    super(message);
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // the Web prints the name, not the class
  public String toString() {
    return "TypeError: " + getMessage();
  }
}
