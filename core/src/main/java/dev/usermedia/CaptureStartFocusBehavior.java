package dev.usermedia;

/**
 * Where an application that captures a window would like the focus to be once it does.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-capturestartfocusbehavior">Screen
 *     Capture, CaptureStartFocusBehavior</a>
 */
public enum CaptureStartFocusBehavior {
  /** With the application that captures. */
  FOCUS_CAPTURING_APPLICATION("focus-capturing-application"),
  /** With what is captured. */
  FOCUS_CAPTURED_SURFACE("focus-captured-surface"),
  /** Where choosing the surface left it. */
  NO_FOCUS_CHANGE("no-focus-change");

  private final String value;

  CaptureStartFocusBehavior(String value) {
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
