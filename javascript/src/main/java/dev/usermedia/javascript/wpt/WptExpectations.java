package dev.usermedia.javascript.wpt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The failures that are expected, each with a reason. A line is {@code PAGE :: SUBTEST :: REASON};
 * {@code *} stands for all subtests of the page, and for the page itself not coming to its end.
 * Lines that begin with {@code #} are remarks.
 */
public final class WptExpectations {
  private record Line(String page, String subtest) {}

  private final Set<Line> lines = new HashSet<>();
  private final Set<Line> used = new HashSet<>();

  private WptExpectations() {}

  /** No failures at all. */
  public static WptExpectations none() {
    return new WptExpectations();
  }

  /**
   * Reads lines.
   *
   * @throws IllegalArgumentException if one has no reason
   */
  public static WptExpectations parse(String text) {
    WptExpectations expectations = new WptExpectations();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(
            line -> {
              String[] parts = line.split(" :: ", -1);
              if (parts.length < 3 || parts[parts.length - 1].isBlank()) {
                throw new IllegalArgumentException("no page, subtest and reason: " + line);
              }
              String subtest = String.join(" :: ", List.of(parts).subList(1, parts.length - 1));
              expectations.lines.add(new Line(parts[0].strip(), subtest.strip()));
            });
    return expectations;
  }

  /** What of a result is not as expected, in lines for a person to read. */
  public List<String> differences(WptResult result) {
    List<String> differences = new ArrayList<>();
    String page = result.test().path();
    if (!result.status().equals("OK") && !expects(page, "*")) {
      differences.add(page + ": " + result.status() + " " + result.message());
    }
    for (WptResult.Subtest subtest : result.subtests()) {
      if (!subtest.passed() && !expects(page, subtest.name()) && !expects(page, "*")) {
        differences.add(
            page + ": " + subtest.status() + " " + subtest.name() + ": " + subtest.message());
      }
    }
    return differences;
  }

  /** Failures that were expected and did not come, of the pages given. */
  public List<String> unused(List<WptResult> results) {
    List<String> pages = results.stream().map(result -> result.test().path()).toList();
    return lines.stream()
        .filter(line -> pages.contains(line.page) && !used.contains(line))
        .map(line -> line.page + " :: " + line.subtest)
        .sorted()
        .toList();
  }

  private boolean expects(String page, String subtest) {
    Line line = new Line(page, subtest);
    if (!lines.contains(line)) {
      return false;
    }
    used.add(line);
    return true;
  }
}
