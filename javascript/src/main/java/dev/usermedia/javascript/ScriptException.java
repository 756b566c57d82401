package dev.usermedia.javascript;

/** A script could not be read, threw what it did not catch, or was ended by its limits. */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure, described with the script's own stack. */
  public ScriptException(String message) {
    super(message);
  }

  /** The same, with what caused it. */
  public ScriptException(String message, Throwable cause) {
    super(message, cause);
  }
}
