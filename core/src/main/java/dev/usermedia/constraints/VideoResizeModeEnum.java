package dev.usermedia.constraints;

/**
 * How a size comes about: values of {@code resizeMode}.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-videoresizemodeenum">VideoResizeModeEnum</a>
 */
public enum VideoResizeModeEnum {
  NONE("none"),
  CROP_AND_SCALE("crop-and-scale");

  private final String value;

  VideoResizeModeEnum(String value) {
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
