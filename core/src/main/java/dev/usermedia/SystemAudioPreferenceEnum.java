package dev.usermedia;

/**
 * Whether an application would like the sound of the whole system to be offered with a monitor.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-systemaudiopreferenceenum">Screen
 *     Capture, SystemAudioPreferenceEnum</a>
 */
public enum SystemAudioPreferenceEnum {
  /** It is to be offered. */
  INCLUDE("include"),
  /** It is not. */
  EXCLUDE("exclude");

  private final String value;

  SystemAudioPreferenceEnum(String value) {
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
