package dev.usermedia.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of docs/guide/from-mdn-to-java.md is what its tests run, to the letter. */
class GuideTest {
  private static final Path ROOT = root();
  private static final Path GUIDE = ROOT.resolve("docs/guide/from-mdn-to-java.md");

  /** The tests that have regions, and nothing else does. */
  private static final List<Path> TESTS =
      List.of(
          Path.of("testkit/src/test/java/dev/usermedia/testkit/guide/FromMdnToJavaTest.java"),
          Path.of("testkit/src/test/java/dev/usermedia/testkit/guide/FakeMediaGuideTest.java"),
          Path.of("testkit/src/test/java/dev/usermedia/testkit/guide/ScriptedDevicesTest.java"),
          Path.of("codecs/src/test/java/dev/usermedia/codecs/FromMdnToJavaCodecsTest.java"),
          Path.of("webaudio/src/test/java/dev/usermedia/webaudio/FromMdnToJavaSoundTest.java"),
          Path.of("webrtc/src/test/java/dev/usermedia/webrtc/FromMdnToJavaPeersTest.java"));

  private static final Pattern REGION =
      Pattern.compile(
          "^ *// region (\\S+)\n(.*?)^ *// endregion\n", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SHOWN =
      Pattern.compile("^<!-- (\\S+) -->\n```java\n(.*?)^```\n", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void whatTheGuideShowsIsWhatItsTestsRun() throws IOException {
    assertThat(shown()).isEqualTo(regions());
  }

  @Test
  void noJavaIsShownThatNoTestRuns() throws IOException {
    String guide = Files.readString(GUIDE);
    assertThat(Pattern.compile("^```java$", Pattern.MULTILINE).matcher(guide).results().count())
        .isEqualTo(shown().size());
  }

  @Test
  void eachExampleIsInBothLanguages() throws IOException {
    List<String> sections = List.of(Files.readString(GUIDE).split("\n## "));
    List<String> examples = sections.stream().filter(it -> it.contains("```java")).toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(11);
    assertThat(examples).allSatisfy(example -> assertThat(example).contains("```js\n"));
  }

  private static Map<String, String> shown() throws IOException {
    return named(Files.readString(GUIDE), SHOWN);
  }

  private static Map<String, String> regions() throws IOException {
    Map<String, String> regions = new LinkedHashMap<>();
    for (Path test : TESTS) {
      String name = test.getFileName().toString().replace(".java", "");
      named(Files.readString(ROOT.resolve(test)), REGION)
          .forEach((region, text) -> regions.put(name + "#" + region, text));
    }
    return regions;
  }

  /** Texts by their names; a name that comes twice is an error. */
  private static Map<String, String> named(String text, Pattern pattern) {
    List<String> names = new ArrayList<>();
    Map<String, String> found = new LinkedHashMap<>();
    for (MatchResult match : pattern.matcher(text).results().toList()) {
      names.add(match.group(1));
      found.put(match.group(1), match.group(2).stripTrailing().stripIndent());
    }
    assertThat(names).doesNotHaveDuplicates().isNotEmpty();
    return found;
  }

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("docs/rules.md"))) {
      directory = directory.getParent();
    }
    return directory;
  }
}
