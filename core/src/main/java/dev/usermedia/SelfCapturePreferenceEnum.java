package dev.usermedia;

/**
 * Whether an application would like its own surface to be offered.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-selfcapturepreferenceenum">Screen
 *     Capture, SelfCapturePreferenceEnum</a>
 */
public enum SelfCapturePreferenceEnum {
  /** It is to be offered. */
  INCLUDE("include"),
  /** It is not. */
  EXCLUDE("exclude");

  private final String value;

  SelfCapturePreferenceEnum(String value) {
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
