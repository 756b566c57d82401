package dev.usermedia.linux.internal.x11;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  static Optional<CursorCapture> of(Object value) {
    return Arrays.stream(values()).filter(c -> c.value().equals(value)).findFirst();
  }
}
