package dev.usermedia;

/**
 * Whether an application would like a person to be able to switch to another surface while it
 * captures.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-surfaceswitchingpreferenceenum">Screen
 *     Capture, SurfaceSwitchingPreferenceEnum</a>
 */
public enum SurfaceSwitchingPreferenceEnum {
  /** It would. */
  INCLUDE("include"),
  /** It would not. */
  EXCLUDE("exclude");

  private final String value;

  SurfaceSwitchingPreferenceEnum(String value) {
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
