package dev.usermedia.app.internal.options;

import dev.usermedia.app.internal.cli.CommandException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 5s}, {@code 1m30s}, {@code 500ms}, {@code 0.5h}. */
public final class DurationText {
  private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:" + NUMBER + "h)?(?:" + NUMBER + "m)?(?:" + NUMBER + "s)?(?:" + NUMBER + "ms)?");
  private static final long[] UNIT_US = {3_600_000_000L, 60_000_000L, 1_000_000L, 1_000L};
  private static final Duration MAX = Duration.ofDays(366);

  private DurationText() {}

  /**
   * Reads a duration, to the microsecond.
   *
   * @param option whose value it is, for the message
   * @throws CommandException {@code SyntaxError} if it is none, is zero or is over a year
   */
  public static Duration parse(String option, String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw CommandException.syntax(
          option + " " + text + " is no duration; say for example 5s, 1m30s, 500ms or 0.5h");
    }
    long us = 0;
    for (int unit = 0; unit < UNIT_US.length; unit++) {
      String number = matcher.group(unit + 1);
      if (number != null) {
        us += toMicros(number, UNIT_US[unit]);
      }
    }
    Duration duration = Duration.of(us, ChronoUnit.MICROS);
    if (duration.isZero() || duration.compareTo(MAX) > 0) {
      throw CommandException.syntax(
          option + " " + text + " is out of range; say something from 1ms to a year (8784h)");
    }
    return duration;
  }

  /**
   * A number of at most nine digits before and after its point, in units. No BigDecimal: the class
   * alone takes the start of a command 50 ms of computing powers of ten.
   */
  private static long toMicros(String number, long unitUs) {
    int point = number.indexOf('.');
    long whole = Long.parseLong(point < 0 ? number : number.substring(0, point)) * unitUs;
    if (point < 0) {
      return whole;
    }
    long denominator = 1;
    for (int i = point + 1; i < number.length(); i++) {
      denominator *= 10;
    }
    long numerator = Long.parseLong(number.substring(point + 1));
    // numerator < denominator <= 1e9 and unitUs <= 3.6e9: below 2^62
    return whole + (numerator * unitUs + denominator / 2) / denominator;
  }
}
