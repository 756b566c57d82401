package dev.usermedia.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The old terms are off the main path: no other class refers to them. */
class NobodyKnowsLegacyTest {
  private static final String LEGACY = "dev/usermedia/legacy";

  @Test
  void noClassOfCoreRefersToThem() throws Exception {
    Path classes =
        Path.of(MediaContext.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Path> referring;
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> all =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .filter(file -> !file.endsWith("module-info.class")) // exports them
              .filter(file -> !file.toString().endsWith("Test.class"))
              .toList();
      assertThat(all).anyMatch(file -> file.getParent().endsWith(LEGACY));
      referring =
          all.stream()
              .filter(file -> !file.getParent().endsWith(LEGACY))
              .filter(NobodyKnowsLegacyTest::refers)
              .toList();
    }
    assertThat(referring).isEmpty();
  }

  /** Names in class files are UTF-8 and these are ASCII. */
  private static boolean refers(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(LEGACY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
