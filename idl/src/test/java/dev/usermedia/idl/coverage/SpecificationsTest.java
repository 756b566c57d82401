package dev.usermedia.idl.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.idl.IdlFiles;
import dev.usermedia.idl.ast.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Everything that the specifications define has its counterpart, or a reason why it has none. */
class SpecificationsTest {
  private static final List<String> SPECIFICATIONS =
      List.of(
          "mediacapture-streams",
          "image-capture",
          "screen-capture",
          "mediacapture-extensions",
          "mediacapture-transform",
          "audio-output",
          "mst-content-hint",
          "permissions",
          "FileAPI");

  private static final Surface CORE =
      Surface.ofPackages(
          List.of(
              "dev.usermedia",
              "dev.usermedia.constraints",
              "dev.usermedia.permissions",
              "dev.usermedia.frame",
              "dev.usermedia.file"));

  @Test
  void everythingDefinedHasACounterpart() {
    List<Definition> definitions =
        SPECIFICATIONS.stream().flatMap(name -> IdlFiles.parse(name).stream()).toList();
    assertThat(definitions).hasSizeGreaterThan(100);
    List<Finding> unexcused =
        Exceptions.parse(resource("exceptions.txt")).unexcused(Coverage.of(definitions, CORE));
    assertThat(unexcused).isEmpty();
  }

  /** A line of the list is {@code NAME -> CLASS#METHOD}, or {@code NAME | REASON} for none. */
  @Test
  void everyAlgorithmHasACounterpart() {
    List<String> lines =
        resource("algorithms.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertThat(lines)
        .allSatisfy(
            line -> {
              String[] named = line.split("->", 2);
              String[] excused = line.split("\\|", 2);
              if (named.length == 2) {
                assertThat(Exceptions.exists(named[1].strip())).as(line).isTrue();
              } else {
                assertThat(excused).as(line).hasSize(2);
                assertThat(excused[1]).as(line).isNotBlank();
              }
            });
  }

  private static String resource(String name) {
    try (InputStream file =
        Objects.requireNonNull(SpecificationsTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
