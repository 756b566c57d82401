package dev.usermedia.app.internal.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  private static final List<String> EXTENSIONS = List.of(".jpeg", ".jpg");

  @TempDir private Path directory;

  @Test
  void aNewFileInADirectoryCanBeWrittenAndIsNotThereYet() {
    Path path = directory.resolve("A.Jpg");
    OutputFile file = OutputFile.check(path.toString(), EXTENSIONS, false);
    assertThat(file).isEqualTo(new OutputFile(path, ".jpg"));
    assertThat(path).doesNotExist();
  }

  @Test
  void aFileThatIsThereIsOnlyReplacedOnRequestAndKeptSoFar() throws IOException {
    Path path = Files.writeString(directory.resolve("a.jpg"), "old");
    refused(path.toString(), false, ExitCode.OUTPUT, path + " exists; say --overwrite");
    OutputFile.check(path.toString(), EXTENSIONS, true);
    assertThat(path).hasContent("old");
  }

  @Test
  void aLinkToNowhereCountsAsThere() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("l.jpg"), directory.resolve("gone"));
    refused(link.toString(), false, ExitCode.OUTPUT, link + " exists");
  }

  @Test
  void whatCannotBeWrittenIsRefusedWithTheReason() throws IOException {
    Path missing = directory.resolve("missing");
    refused(missing + "/a.jpg", true, ExitCode.OUTPUT, "there is no directory " + missing);
    Path folder = Files.createDirectory(directory.resolve("folder.jpg"));
    refused(folder.toString(), true, ExitCode.OUTPUT, folder + " is a directory");
    // Nobody, root included, can make files there.
    refused("/proc/a.jpg", true, ExitCode.OUTPUT, "/proc/a.jpg cannot be written: ");
  }

  @Test
  void anUnknownKindOfFileIsAMistakeOfUse() {
    refused("a.gif", false, ExitCode.USAGE, "a.gif has no known kind; name a file that ends in");
    refused("a\0.jpg", false, ExitCode.USAGE, "no file can have this name");
  }

  @Test
  void anIncompleteFileGetsANameThatNothingHas() throws IOException {
    Path path = directory.resolve("a.b.JPG");
    OutputFile file = OutputFile.check(path.toString(), EXTENSIONS, false);
    Files.writeString(path, "1");
    assertThat(file.keepAsPartial()).isEqualTo(directory.resolve("a.b.partial.JPG"));
    Files.writeString(path, "2");
    assertThat(file.keepAsPartial()).isEqualTo(directory.resolve("a.b.partial-2.JPG"));
    assertThat(path).doesNotExist();
    assertThat(directory.resolve("a.b.partial.JPG")).hasContent("1");
  }

  @Test
  void aFileIsWrittenAsAWholeOrNotAtAll() throws IOException {
    Path path = Files.writeString(directory.resolve("a.jpg"), "old");
    OutputFile file = OutputFile.check(path.toString(), EXTENSIONS, true);
    file.write(new byte[] {1, 2, 3});
    assertThat(path).hasBinaryContent(new byte[] {1, 2, 3});
    Files.delete(path);
    Files.delete(directory);
    assertThatThrownBy(() -> file.write(new byte[1]))
        .hasMessage(path + " cannot be written: no such file or directory; name another file");
    Files.createDirectory(directory);
    assertThat(directory).isEmptyDirectory();
  }

  private static void refused(String name, boolean overwrite, ExitCode code, String message) {
    assertThatThrownBy(() -> OutputFile.check(name, EXTENSIONS, overwrite))
        .hasMessageStartingWith(message)
        .isInstanceOfSatisfying(
            CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(code));
  }
}
