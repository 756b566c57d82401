package dev.usermedia;

/**
 * Whether an application would like the choice of sound to be brought forward.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-audioselectionpreferenceenum">Screen
 *     Capture, AudioSelectionPreferenceEnum</a>
 */
public enum AudioSelectionPreferenceEnum {
  /** It would. */
  PREFERRED("preferred");

  private final String value;

  AudioSelectionPreferenceEnum(String value) {
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
