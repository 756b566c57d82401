package dev.usermedia.constraints;

import dev.usermedia.TypeError;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Conversions of numbers as Web IDL has them. */
final class WebIdl {
  private static final long ULONG_MAX = 0xFFFF_FFFFL;

  private WebIdl() {}

  /** A {@code [Clamp] unsigned long}. */
  static long clamp(long value) {
    return Math.clamp(value, 0, ULONG_MAX);
  }

  static OptionalLong clamp(OptionalLong value) {
    return value.isEmpty() ? value : OptionalLong.of(clamp(value.getAsLong()));
  }

  /** A {@code [Clamp] unsigned long}: clamped, then rounded to the nearest, ties to even. */
  static long clamp(double value) {
    return (long) Math.rint(Math.clamp(value, 0.0, (double) ULONG_MAX));
  }

  /** A {@code double}, which must be finite. */
  static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new TypeError("expected a finite number, got " + value);
    }
    return value;
  }

  static OptionalDouble finite(OptionalDouble value) {
    value.ifPresent(WebIdl::finite);
    return value;
  }
}
