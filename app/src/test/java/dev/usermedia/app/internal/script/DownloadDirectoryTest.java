package dev.usermedia.app.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.app.internal.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadDirectoryTest {
  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path parent;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../up.png",
        "/etc/passwd",
        "..\\..\\up.png",
        "..",
        ".",
        "",
        ".profile",
        "a/../../b.png",
        "\0",
        "line\nbreak.png",
        "$(reboot).png",
        "-rf"
      })
  void noNameLeadsOutOfTheDirectory(String name) throws IOException {
    Path directory = Files.createDirectory(parent.resolve("out"));
    new DownloadDirectory(directory, line -> {}).save(name, "image/png", CONTENT);
    try (Stream<Path> all = Files.walk(parent)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).hasSize(1);
      assertThat(files.getFirst().getParent()).isEqualTo(directory);
      assertThat(files.getFirst().getFileName().toString())
          .matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._ -]*");
      assertThat(files.getFirst()).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void whatIsThereIsNeitherReplacedNorFollowed() throws IOException {
    Path directory = Files.createDirectory(parent.resolve("out"));
    Path elsewhere = Files.writeString(parent.resolve("elsewhere"), "mine");
    Files.createSymbolicLink(directory.resolve("still.png"), elsewhere);
    List<String> lines = new ArrayList<>();
    DownloadDirectory downloads = new DownloadDirectory(directory, lines::add);
    downloads.save("still.png", "image/png", CONTENT);
    downloads.save("still.png", "image/png", CONTENT);
    assertThat(elsewhere).hasContent("mine");
    assertThat(lines)
        .containsExactly(
            directory.resolve("still (1).png").toString(),
            directory.resolve("still (2).png").toString());
  }

  @Test
  void aDirectoryThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> new DownloadDirectory(parent.resolve("none"), line -> {}))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("--out");
  }
}
