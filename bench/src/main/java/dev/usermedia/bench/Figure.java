package dev.usermedia.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured value.
 *
 * @param metric what was measured, in words joined by hyphens
 * @param value the value, in {@code unit}
 * @param unit {@code us}, {@code bytes}, {@code ratio}...
 * @param bar what the value is held to, if anything
 */
public record Figure(String metric, double value, String unit, Optional<Bar> bar) {

  /** The bound that a value has to keep. */
  public sealed interface Bar {
    /** Whether the value keeps the bound. */
    boolean isMetBy(double value);
  }

  /** The value may not be greater. */
  public record AtMost(double limit) implements Bar {
    @Override
    public boolean isMetBy(double value) {
      return value <= limit;
    }

    @Override
    public String toString() {
      return "<= " + number(limit);
    }
  }

  /** The value may not be less. */
  public record AtLeast(double limit) implements Bar {
    @Override
    public boolean isMetBy(double value) {
      return value >= limit;
    }

    @Override
    public String toString() {
      return ">= " + number(limit);
    }
  }

  /** A figure that is told but held to nothing. */
  public static Figure of(String metric, double value, String unit) {
    return new Figure(metric, value, unit, Optional.empty());
  }

  /** A figure that is short when it exceeds {@code limit}. */
  public static Figure atMost(String metric, double value, String unit, double limit) {
    return new Figure(metric, value, unit, Optional.of(new AtMost(limit)));
  }

  /** A figure that is short when it stays below {@code limit}. */
  public static Figure atLeast(String metric, double value, String unit, double limit) {
    return new Figure(metric, value, unit, Optional.of(new AtLeast(limit)));
  }

  /** Whether the value fails its bar. */
  public boolean isShort() {
    return bar.isPresent() && !bar.get().isMetBy(value);
  }

  /** The figure as {@code NAME metric value unit (bar BAR) ok|short}. */
  public String line(String bench) {
    String measured = "%s %s %s %s".formatted(bench, metric, number(value), unit);
    return bar.map(b -> "%s (bar %s) %s".formatted(measured, b, isShort() ? "short" : "ok"))
        .orElse(measured);
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.4f" : "%.3f", value);
  }
}
