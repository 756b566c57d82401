package dev.usermedia.file;

/**
 * What becomes of line endings in text that a {@link Blob} is made of.
 *
 * @see <a href="https://www.w3.org/TR/FileAPI/#enumdef-endingtype">File API, EndingType</a>
 */
public enum EndingType {
  /** They stay. */
  TRANSPARENT("transparent"),
  /** They become the system's own. */
  NATIVE("native");

  private final String value;

  EndingType(String value) {
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
