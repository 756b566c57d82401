package dev.usermedia.linux.internal.x11;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * When the pointer is in the picture.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-cursorcaptureconstraint">Screen Capture,
 *     CursorCaptureConstraint</a>
 */
enum CursorCapture {
  ALWAYS,
  MOTION,
  NEVER;

  /** The specification's values, the default first. */
  static final List<Object> VALUES =
      Arrays.stream(values()).<Object>map(CursorCapture::value).toList();

  String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant of one of the values. */
  static CursorCapture of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }
}
