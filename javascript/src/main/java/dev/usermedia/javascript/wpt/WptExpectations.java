package dev.usermedia.javascript.wpt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The failures that are expected, each with a reason. A line is {@code PAGE :: SUBTEST :: REASON};
 * {@code *} stands for all subtests of the page, of which none may pass, and for the page not
 * coming to its end; {@code (harness)} for the latter alone. Lines that begin with {@code #} are
 * remarks.
 */
public final class WptExpectations {
  private static final String RESOURCE = "expectations.txt";
  private static final String ALL = "*";
  private static final int WIDTH = 160;

  /** How the reason begins of what passes sometimes; it counts as failing. */
  private static final String NOT_ALWAYS = "not always:";

  private final Map<String, Map<String, String>> pages = new LinkedHashMap<>();

  private WptExpectations() {}

  /** No failures at all. */
  public static WptExpectations none() {
    return new WptExpectations();
  }

  /** Those of this room. */
  public static WptExpectations kept() {
    return parse(KnownSubtests.resource(RESOURCE));
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
              expectations
                  .pages
                  .computeIfAbsent(parts[0].strip(), _ -> new LinkedHashMap<>())
                  .put(subtest.strip().replace("\\n", "\n"), parts[parts.length - 1].strip());
            });
    return expectations;
  }

  /** Reasons by subtest, in the order of the lines. */
  public Map<String, String> of(String page) {
    return Collections.unmodifiableMap(pages.getOrDefault(page, Map.of()));
  }

  /** The pages that have lines. */
  public List<String> pages() {
    return List.copyOf(pages.keySet());
  }

  /** Whether a subtest is expected to fail. */
  public boolean fails(String page, String subtest) {
    Map<String, String> reasons = of(page);
    return reasons.containsKey(subtest) || reasons.containsKey(ALL);
  }

  /** Why a subtest is expected to fail; empty if it is not. */
  public String reason(String page, String subtest) {
    Map<String, String> reasons = of(page);
    return reasons.getOrDefault(subtest, reasons.getOrDefault(ALL, ""));
  }

  /**
   * What of a result is not as expected, in lines for a person to read: failures without a reason,
   * and reasons without a failure.
   */
  public List<String> differences(WptResult result) {
    List<String> differences = new ArrayList<>();
    String page = result.test().path();
    Map<String, String> unused = new LinkedHashMap<>(of(page));
    unused.remove(ALL);
    boolean ended = result.status().equals("OK");
    if (!ended && !fails(page, KnownSubtests.HARNESS)) {
      differences.add(page + ": " + result.status() + " " + brief(result.message()));
    }
    if (!ended) {
      unused.remove(KnownSubtests.HARNESS);
    }
    for (WptResult.Subtest subtest : result.subtests()) {
      boolean expected = fails(page, subtest.name());
      if (!subtest.passed()) {
        unused.remove(subtest.name());
      }
      if (subtest.passed() && reason(page, subtest.name()).startsWith(NOT_ALWAYS)) {
        unused.remove(subtest.name());
      } else if (subtest.passed() && expected) {
        unused.remove(subtest.name());
        differences.add(page + ": PASS " + subtest.name() + ", which was expected to fail");
      } else if (!subtest.passed() && !expected) {
        differences.add(
            page
                + ": "
                + subtest.status()
                + " "
                + subtest.name()
                + ": "
                + brief(subtest.message()));
      }
    }
    unused.keySet().forEach(name -> differences.add(page + ": expected to fail, did not: " + name));
    return differences;
  }

  private static String brief(String message) {
    String line = message.replace('\n', ' ');
    return line.length() > WIDTH ? line.substring(0, WIDTH) + "..." : line;
  }
}
