package dev.usermedia.constraints;

/**
 * When the pointer is in the picture: values of {@code cursor}.
 *
 * @see <a
 *     href="https://www.w3.org/TR/screen-capture/#dom-cursorcaptureconstraint">CursorCaptureConstraint</a>
 */
public enum CursorCaptureConstraint {
  NEVER("never"),
  ALWAYS("always"),
  MOTION("motion");

  private final String value;

  CursorCaptureConstraint(String value) {
    this.value = value;
  }

  /** The Web's string. */
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }
}
