package dev.usermedia.constraints;

/**
 * Where a camera looks, as seen by the user: values of {@code facingMode}.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-videofacingmodeenum">VideoFacingModeEnum</a>
 */
public enum VideoFacingModeEnum {
  USER("user"),
  ENVIRONMENT("environment"),
  LEFT("left"),
  RIGHT("right");

  private final String value;

  VideoFacingModeEnum(String value) {
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
