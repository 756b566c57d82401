package dev.usermedia.constraints;

/**
 * How a camera sets exposure, focus and white balance: values of {@code exposureMode}, {@code
 * focusMode} and {@code whiteBalanceMode}.
 *
 * @see <a href="https://www.w3.org/TR/image-capture/#enumdef-meteringmode">MeteringMode</a>
 */
public enum MeteringMode {
  NONE("none"),
  MANUAL("manual"),
  SINGLE_SHOT("single-shot"),
  CONTINUOUS("continuous");

  private final String value;

  MeteringMode(String value) {
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
