package dev.usermedia;

/**
 * Whether an application would like whole monitors to be offered.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-monitortypesurfacesenum">Screen Capture,
 *     MonitorTypeSurfacesEnum</a>
 */
public enum MonitorTypeSurfacesEnum {
  /** They are to be offered. */
  INCLUDE("include"),
  /** They are not. */
  EXCLUDE("exclude");

  private final String value;

  MonitorTypeSurfacesEnum(String value) {
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
