package dev.usermedia.constraints;

/**
 * How much is told of faces: values of {@code humanFaceDetectionMode}.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-extensions/#dom-humanfacedetectionmodeenum">HumanFaceDetectionModeEnum</a>
 */
public enum HumanFaceDetectionModeEnum {
  NONE("none"),
  BOUNDING_BOX("bounding-box"),
  BOUNDING_BOX_WITH_LANDMARK_CENTER_POINT("bounding-box-with-landmark-center-point");

  private final String value;

  HumanFaceDetectionModeEnum(String value) {
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
