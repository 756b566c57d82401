package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.lab.RecordedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each failure is one line and a number, and nothing half-written is left under the file's name.
 */
@Tag("e2e")
class ErrorLineTest {
  @TempDir private Path directory;

  @Test
  void noCamera() throws Exception {
    fails(
        3,
        "NotFoundError: no camera on this machine; try --fake or --camera file:clip.mp4",
        "clip.webm");
  }

  @Test
  void noScreen() throws Exception {
    fails(
        3,
        "NotFoundError: no screen on this machine (no X11 display: DISPLAY is not set); try --fake",
        "--screen",
        "clip.webm");
  }

  @Test
  void noMicrophone() throws Exception {
    fails(3, "NotFoundError: no microphone on this machine (", "--no-video", "clip.webm");
  }

  @Test
  void unknownDevice() throws Exception {
    fails(
        3,
        "NotFoundError: no camera \"logitech\"; there is ",
        "--fake",
        "--camera",
        "logitech",
        "clip.webm");
  }

  @Test
  void unknownFile() throws Exception {
    fails(3, "NotFoundError: ", "--camera", "file:nothing.mp4", "clip.webm");
  }

  @Test
  void unwritableOutput() throws Exception {
    fails(7, "NoModificationAllowedError: there is no directory ", "--fake", "no/clip.webm");
    fails(7, "NoModificationAllowedError: /proc/c.webm cannot be ", "--fake", "/proc/c.webm");
    fails(7, "NoModificationAllowedError: . is a directory", "--fake", ".");
    fails(2, "UsageError: clip.mp4 has no known kind", "--fake", "clip.mp4");
  }

  @Test
  void aFileThatIsThereStaysAsItIs() throws Exception {
    Path clip = Files.writeString(directory.resolve("clip.webm"), "precious");
    Command.usermedia(directory, "record", "--fake", "--for", "1s", "clip.webm")
        .run()
        .assertFailed(7, "NoModificationAllowedError: clip.webm exists; say --overwrite");
    Command.usermedia(directory, "record", "--overwrite", "clip.webm")
        .run()
        .assertFailed(3, "NotFoundError: no camera");
    assertThat(clip).hasContent("precious");
    Command.usermedia(directory, "record", "--fake", "--for", "1s", "--overwrite", "clip.webm")
        .run()
        .assertSucceeded();
    assertThat(new RecordedFile(clip).complaints()).isEmpty();
  }

  @Test
  void badConstraints() throws Exception {
    fails(
        2,
        "SyntaxError: --video is no JSON: Expected ':' at line 1 column 11 path $.width; ",
        "--fake",
        "--video",
        "{\"width\" 3}",
        "clip.webm");
    fails(
        2,
        "TypeError: --video width.min: expected ",
        "--fake",
        "--video",
        "{\"width\":{\"min\":\"a\"}}",
        "clip.webm");
  }

  @Test
  void moreThanADeviceCan() throws Exception {
    fails(
        4,
        "OverconstrainedError: the constraint width {\"exact\":99999} is more than Synthetic front"
            + " camera (1 to 1920) or ",
        "--fake",
        "--video",
        "{\"width\":{\"exact\":99999}}",
        "clip.webm");
    fails(
        4,
        "OverconstrainedError: the constraint width ",
        "--fake",
        "--screen",
        "--video",
        "9999x9999",
        "clip.webm");
  }

  @Test
  void mistakesOfUse() throws Exception {
    fails(2, "UsageError: unknown argument --foo; see usermedia record --help", "--foo", "a.webm");
    fails(2, "UsageError: no file to write; ", "--fake");
    fails(2, "SyntaxError: --for 5 is no duration; ", "--fake", "--for", "5", "clip.webm");
    Command.usermedia(directory).run().assertFailed(2, "UsageError: no command; ");
  }

  private void fails(int number, String beginning, String... arguments) throws Exception {
    String[] line = Stream.concat(Stream.of("record"), Stream.of(arguments)).toArray(String[]::new);
    Command.Run run = Command.usermedia(directory, line).run().assertFailed(number, beginning);
    assertThat(run.out()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }
}
