package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/rules.md names methods and tests that exist. */
class RulesTest {
  private static final Path ROOT = root();
  private static final Pattern NAME = Pattern.compile("`(\\w+)\\.(\\w+)`");

  static Stream<String> rows() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("docs/rules.md")).stream()
            .filter(line -> NAME.matcher(line).find())
            .toList();
    assertThat(rows).hasSizeGreaterThan(30);
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowNamesAMethodAndATest(String row) throws IOException {
    List<MatchResult> names = NAME.matcher(row).results().toList();
    assertThat(names).as("a method and a test").hasSize(2);
    MatchResult method = names.getFirst();
    assertThat(source("core/src/main/java", method.group(1)))
        .containsPattern("[ .]" + method.group(2) + "\\(");
    MatchResult test = names.getLast();
    assertThat(source("testkit/src/test/java", test.group(1)))
        .containsPattern("@Test\\s+void " + test.group(2) + "\\(\\)");
  }

  private static String source(String below, String name) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(below))) {
      return files
          .filter(file -> file.getFileName().toString().equals(name + ".java"))
          .map(RulesTest::read)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no class " + name + " in " + below));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("docs/rules.md"))) {
      directory = directory.getParent();
    }
    return directory;
  }
}
