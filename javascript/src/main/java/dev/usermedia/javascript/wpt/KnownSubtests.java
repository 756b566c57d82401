package dev.usermedia.javascript.wpt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of the subtests that pages are known to have, and what became of them in two browsers.
 * A page whose set-up fails reports fewer subtests than it has; counted is what is known.
 *
 * <p>In text, a line that begins with a slash is a page; the lines after it are its subtests: a
 * letter for each browser, a space and the name, in which {@code \n} stands for a line's end.
 *
 * @param pages by their paths on the server, with the variant
 */
public record KnownSubtests(Map<String, Map<String, Outcomes>> pages) {
  /** What stands for a page's end in the place of a subtest. */
  static final String HARNESS = "(harness)";

  private static final String RESOURCE = "known.txt";

  /**
   * What became of a subtest: the first letter of the status, or {@code -} where the browser's page
   * did not report it.
   */
  public record Outcomes(char chromium, char firefox) {}

  public KnownSubtests {
    Map<String, Map<String, Outcomes>> copy = new LinkedHashMap<>();
    pages.forEach(
        (page, subtests) ->
            copy.put(page, Collections.unmodifiableMap(new LinkedHashMap<>(subtests))));
    pages = Collections.unmodifiableMap(copy);
  }

  /** What this room keeps. */
  public static KnownSubtests kept() {
    return parse(resource(RESOURCE));
  }

  static String resource(String name) {
    try (InputStream file =
        Objects.requireNonNull(KnownSubtests.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads text. */
  public static KnownSubtests parse(String text) {
    Map<String, Map<String, Outcomes>> pages = new LinkedHashMap<>();
    Map<String, Outcomes> page = new LinkedHashMap<>();
    for (String line : text.lines().filter(it -> !it.isEmpty() && !it.startsWith("#")).toList()) {
      if (line.startsWith("/")) {
        page = new LinkedHashMap<>();
        pages.put(line, page);
      } else {
        page.put(
            line.substring(3).replace("\\n", "\n"), new Outcomes(line.charAt(0), line.charAt(1)));
      }
    }
    return new KnownSubtests(pages);
  }

  /**
   * A page's result with all subtests that it has: those that it did not report did not run, and of
   * several of one name there is one, which passed if all did.
   */
  public WptResult complete(WptResult result) {
    Map<String, WptResult.Subtest> reported = new LinkedHashMap<>();
    for (WptResult.Subtest subtest : result.subtests()) {
      reported.merge(subtest.name(), subtest, (first, second) -> first.passed() ? second : first);
    }
    names(result.test().path())
        .forEach(
            name ->
                reported.computeIfAbsent(
                    name, it -> new WptResult.Subtest(it, "NOTRUN", "the page did not report it")));
    return new WptResult(
        result.test(),
        result.status(),
        result.message(),
        List.copyOf(reported.values()),
        result.console(),
        result.durationMs());
  }

  /** The known pages below a path that are not among those found, as results without an end. */
  public List<WptResult> missing(String path, List<WptTest> found) {
    Set<String> there = found.stream().map(WptTest::path).collect(Collectors.toSet());
    String start = "/" + path.replaceAll("/+$", "");
    List<WptResult> missing = new ArrayList<>();
    for (String page : pages.keySet()) {
      boolean wanted = page.equals(start) || page.startsWith(start + "/");
      if (wanted && !there.contains(page)) {
        WptTest test = new WptTest(page, false, false);
        missing.add(
            complete(
                new WptResult(test, "MISSING", "there is no such page", List.of(), List.of(), 0)));
      }
    }
    return missing;
  }

  /** What a page reports and is not known to have; nothing of a page that is not known. */
  public List<String> unknown(WptResult result) {
    Set<String> names = names(result.test().path());
    return names.isEmpty()
        ? List.of()
        : result.subtests().stream()
            .map(WptResult.Subtest::name)
            .filter(name -> !names.contains(name))
            .toList();
  }

  /** The names of a page's subtests. */
  public Set<String> names(String page) {
    return pages.getOrDefault(page, Map.of()).keySet();
  }
}
