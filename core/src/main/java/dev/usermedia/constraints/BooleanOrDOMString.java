package dev.usermedia.constraints;

/**
 * A value that is a boolean or a string, as {@code echoCancellation} has it.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#def-constraint-echoCancellation">
 *     echoCancellation</a>
 */
public sealed interface BooleanOrDOMString {
  /** The {@code Boolean} or {@code String} itself. */
  Object unwrapped();

  /** A boolean. */
  record OfBoolean(boolean value) implements BooleanOrDOMString {
    @Override
    public Object unwrapped() {
      return value;
    }

    @Override
    public String toString() {
      return Json.write(value);
    }
  }

  /** A string. */
  record OfDOMString(String value) implements BooleanOrDOMString {
    @Override
    public Object unwrapped() {
      return value;
    }

    @Override
    public String toString() {
      return Json.write(value);
    }
  }

  /** A boolean. */
  static BooleanOrDOMString of(boolean value) {
    return new OfBoolean(value);
  }

  /** A string. */
  static BooleanOrDOMString of(String value) {
    return new OfDOMString(value);
  }

  /** Either, from a {@code Boolean} or a {@code String}. */
  static BooleanOrDOMString ofEither(Object value) {
    return value instanceof Boolean bool ? of((boolean) bool) : of((String) value);
  }
}
