package dev.usermedia.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usermedia.idl.ast.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdlFilesTest {
  static List<String> names() {
    return IdlFiles.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachFileIsPrintedTokenByTokenAsItIsWritten(String name) {
    List<Definition> definitions = IdlFiles.parse(name);
    String printed = definitions.stream().map(IdlWriter::write).collect(Collectors.joining("\n\n"));

    assertThat(definitions).isNotEmpty();
    assertThat(words(printed)).isEqualTo(words(IdlFiles.text(name)));
    assertThat(IdlParser.parse(printed)).isEqualTo(definitions);
  }

  @Test
  void theNamesAreThoseOfTheFiles() throws IOException {
    Path directory = Path.of("src/main/resources/dev/usermedia/idl/specs");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(Path::getFileName).map(Path::toString).filter(it -> it.endsWith(".idl")))
          .containsExactlyInAnyOrderElementsOf(
              IdlFiles.names().stream().map(name -> name + ".idl").toList());
    }
  }

  @Test
  void whatIsNotKeptIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> IdlFiles.text("../specs/dom"));
  }

  /**
   * Tokens without what may be left out: the underscore before an identifier, the comma after the
   * last value of an enumeration.
   */
  private static List<String> words(String text) {
    List<Token> tokens = IdlLexer.tokens(text);
    return Stream.iterate(0, at -> at + 1)
        .limit(tokens.size())
        .filter(at -> !(tokens.get(at).is(",") && tokens.get(at + 1).is("}")))
        .map(at -> tokens.get(at).kind() + " " + tokens.get(at).text().replaceFirst("^_", ""))
        .toList();
  }
}
