package dev.usermedia;

/**
 * A failure named as the Web names it: {@code NotAllowedError}, {@code NotFoundError}, {@code
 * NotReadableError}, {@code InvalidStateError}, {@code NotSupportedError}, {@code AbortError} and
 * so on. What a backend said is the {@linkplain #getCause() cause}.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
 */
public class DOMException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;

  /** An exception of the given name, such as {@code "NotFoundError"}. */
  public DOMException(String message, String name) {
    super(message);
    this.name = name;
  }

  /** The same, with what caused it. */
  public DOMException(String message, String name, Throwable cause) {
    super(message, cause);
    this.name = name;
  }

  /** The error's name, such as {@code "NotFoundError"}. */
  public String name() {
    return name;
  }

  /** The name and the message, as a browser's console prints them. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // the Web prints the name, not the class
  public String toString() {
    return name + ": " + getMessage();
  }
}
