package dev.usermedia.javascript;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;

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

  /** A failure of which the engine knows the place. */
  static ScriptException placed(PolyglotException e) {
    SourceSection section = e.getSourceLocation();
    String place =
        section == null
            ? ""
            : "\n    at " + section.getSource().getName() + ":" + section.getStartLine();
    return new ScriptException(e.getMessage() + place, e);
  }
}
