package dev.usermedia;

/**
 * No device, or no mode of it, satisfies a required constraint.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#overconstrainederror">Media Capture and
 *     Streams, OverconstrainedError</a>
 */
public final class OverconstrainedError extends DOMException {
  private static final long serialVersionUID = 1L;

  private final String constraint;

  /** An error about the constraint of the given name; the message explains. */
  public OverconstrainedError(String constraint, String message) {
    super(message, "OverconstrainedError");
    this.constraint = constraint;
  }

  /** The name of the constraint that could not be satisfied, such as {@code "width"}. */
  public String constraint() {
    return constraint;
  }
}
