package dev.usermedia.constraints;

/**
 * What is captured of a display: values of {@code displaySurface}.
 *
 * @see <a
 *     href="https://www.w3.org/TR/screen-capture/#dom-displaycapturesurfacetype">DisplayCaptureSurfaceType</a>
 */
public enum DisplayCaptureSurfaceType {
  MONITOR("monitor"),
  WINDOW("window"),
  BROWSER("browser");

  private final String value;

  DisplayCaptureSurfaceType(String value) {
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
