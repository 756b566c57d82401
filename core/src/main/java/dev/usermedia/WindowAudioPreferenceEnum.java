package dev.usermedia;

/**
 * Which sound an application would like to be offered with a window.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-windowaudiopreferenceenum">Screen
 *     Capture, WindowAudioPreferenceEnum</a>
 */
public enum WindowAudioPreferenceEnum {
  /** That of the whole system. */
  SYSTEM("system"),
  /** That of the window. */
  WINDOW("window"),
  /** None. */
  EXCLUDE("exclude");

  private final String value;

  WindowAudioPreferenceEnum(String value) {
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
