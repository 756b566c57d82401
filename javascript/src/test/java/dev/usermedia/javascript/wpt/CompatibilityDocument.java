package dev.usermedia.javascript.wpt;

import dev.usermedia.idl.IdlFiles;
import dev.usermedia.idl.ast.Definition;
import dev.usermedia.idl.ast.InterfaceDefinition;
import dev.usermedia.idl.ast.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The text of docs/compatibility.md. */
final class CompatibilityDocument {
  static final List<String> SPECIFICATIONS =
      List.of(
          "mediacapture-streams",
          "screen-capture",
          "audio-output",
          "mst-content-hint",
          "webrtc",
          "mediacapture-extensions",
          "mediacapture-transform",
          "mediacapture-fromelement",
          "image-capture",
          "mediastream-recording");

  private final KnownSubtests known;
  private final WptExpectations expectations;

  /** Why interfaces and members are not there, by their names. */
  private final Map<String, String> excused;

  CompatibilityDocument(
      KnownSubtests known, WptExpectations expectations, Map<String, String> excused) {
    this.known = known;
    this.expectations = expectations;
    this.excused = excused;
  }

  /** Interfaces and {@code Interface.member} of a specification, in its order. */
  static Set<String> members(String specification) {
    Set<String> names = new LinkedHashSet<>();
    for (Definition definition : IdlFiles.parse(specification)) {
      if (definition instanceof InterfaceDefinition it) {
        if (!it.partial()) {
          names.add(it.name());
        }
        for (Member member : it.members()) {
          if (!member.name().isEmpty()) {
            names.add(it.name() + "." + member.name());
          }
        }
      }
    }
    return names;
  }

  /**
   * Writes the page.
   *
   * @param isThere what scripts find of an interface or {@code Interface.member}
   */
  String write(Predicate<String> isThere) {
    StringBuilder out =
        new StringBuilder(
            """
            # Compatibility of scripts

            Written by `CompatibilityTest` (`-Dcompatibility.write=true`) from what scripts find, from the expected failures that
            `usermedia wpt` holds runs against, and from the results of Chromium 156 and Firefox 153 on the same files.

            ## Web Platform Tests

            Counted are all subtests that any of the three is known to have on a page: one whose set-up fails does not lose its
            subtests. `usermedia wpt --root TESTS DIRECTORY` runs them and fails if one fails or passes that is not expected to.

            | directory | pages | subtests | Usermedia | Chromium 156 | Firefox 153 |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """);
    Map<String, List<String>> directories = new LinkedHashMap<>();
    known
        .pages()
        .keySet()
        .forEach(
            page ->
                directories
                    .computeIfAbsent(page.split("/", 3)[1], _ -> new ArrayList<>())
                    .add(page));
    directories.forEach((directory, pages) -> out.append(row(directory, pages)));
    out.append(
        """

        Not run: `mediacapture-image` and `mediacapture-record`, which need `ImageCapture` and `MediaRecorder` in scripts.

        ## What fails, and why

        By page; after each subtest, whether it passes in Chromium and in Firefox.
        """);
    directories.forEach((directory, pages) -> shortfall(directory, pages, out));
    out.append(
        """

        ## Interface members

        As the specifications' IDL has them. For the browsers: what became of the member's subtest of the IDL tests, `-` where
        there is none.
        """);
    SPECIFICATIONS.forEach(specification -> members(specification, isThere, out));
    return out.toString();
  }

  private String row(String directory, List<String> pages) {
    long all = 0;
    long ours = 0;
    long chromium = 0;
    long firefox = 0;
    for (String page : pages) {
      for (Map.Entry<String, KnownSubtests.Outcomes> entry : known.pages().get(page).entrySet()) {
        all++;
        ours += expectations.fails(page, entry.getKey()) ? 0 : 1;
        chromium += entry.getValue().chromium() == 'P' ? 1 : 0;
        firefox += entry.getValue().firefox() == 'P' ? 1 : 0;
      }
    }
    return "| %s | %d | %d | **%d** | %d | %d |%n"
        .formatted(directory, pages.size(), all, ours, chromium, firefox);
  }

  private void shortfall(String directory, List<String> pages, StringBuilder out) {
    Map<String, List<String>> byReason = new TreeMap<>();
    for (String page : pages) {
      String file = page.substring(directory.length() + 2);
      known
          .pages()
          .get(page)
          .forEach(
              (name, outcomes) -> {
                if (expectations.fails(page, name)) {
                  byReason
                      .computeIfAbsent(expectations.reason(page, name), _ -> new ArrayList<>())
                      .add(
                          "- %s: %s (%s, %s)%n"
                              .formatted(
                                  file,
                                  code(name),
                                  word(outcomes.chromium()),
                                  word(outcomes.firefox())));
                }
              });
    }
    if (byReason.isEmpty()) {
      return;
    }
    out.append("\n### ").append(directory).append('\n');
    byReason.forEach(
        (reason, lines) -> {
          out.append("\n**").append(reason).append("**\n\n");
          lines.forEach(out::append);
        });
  }

  private void members(String specification, Predicate<String> isThere, StringBuilder out) {
    out.append("\n### ").append(specification).append("\n\n");
    out.append("| member | Usermedia | Chromium 156 | Firefox 153 |\n| --- | --- | --- | --- |\n");
    for (String name : members(specification)) {
      KnownSubtests.Outcomes browsers = idlTest(name);
      out.append("| `%s` | ".formatted(name))
          .append(isThere.test(name) ? "yes" : "no: " + reason(name))
          .append(" | ")
          .append(word(browsers.chromium()))
          .append(" | ")
          .append(word(browsers.firefox()))
          .append(" |\n");
    }
  }

  /** Why a member is not there. */
  String reason(String name) {
    String whole = name.substring(0, name.contains(".") ? name.indexOf('.') : name.length());
    return excused.getOrDefault(name, excused.getOrDefault(whole, ""));
  }

  private KnownSubtests.Outcomes idlTest(String name) {
    String[] parts = name.split("\\.", 2);
    Set<String> starts =
        parts.length == 1
            ? Set.of(parts[0] + " interface: existence and properties of interface object")
            : Set.of(
                parts[0] + " interface: attribute " + parts[1],
                parts[0] + " interface: operation " + parts[1] + "(");
    return known.pages().entrySet().stream()
        .filter(page -> page.getKey().contains("idlharness"))
        .flatMap(page -> page.getValue().entrySet().stream())
        .filter(
            subtest ->
                starts.stream()
                    .anyMatch(
                        start ->
                            start.endsWith("(")
                                ? subtest.getKey().startsWith(start)
                                : subtest.getKey().equals(start)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new KnownSubtests.Outcomes('-', '-'));
  }

  private static String code(String name) {
    return "`" + name.replace('\n', ' ').replace('`', '\'') + "`";
  }

  private static String word(char outcome) {
    return switch (outcome) {
      case 'P' -> "yes";
      case '-' -> "-";
      default -> "no";
    };
  }

  /** Reads lines of {@code NAME | REASON}. */
  static Map<String, String> excuses(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" \\| ", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }
}
