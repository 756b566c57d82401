package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.lab.RecordedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that cannot be written to its end. */
@Tag("e2e")
class FullDiskTest {
  @TempDir private Path directory;

  @Test
  void onAFullDiskWhatFitsIsKeptUnderANameThatSaysSo() throws Exception {
    // A disk of 300 kB in a name space of its own, and what is on it in the end.
    Command.Run run =
        Command.shell(
                directory,
                "mkdir small kept; export -f usermedia;"
                    + " unshare --map-root-user --mount bash -c '"
                    + "mount -t tmpfs -o size=300k none small;"
                    + " usermedia record --fake --video 1280x720@30 --for 20s small/clip.webm;"
                    + " code=$?; cp small/* kept; exit $code'")
            .run()
            .assertFailed(7, "QuotaExceededError: ");
    assertThat(run.err().getFirst())
        .endsWith("what was recorded is kept as small/clip.partial.webm");
    assertThat(directory.resolve("kept").toFile().list()).containsExactly("clip.partial.webm");
    assertPlays(directory.resolve("kept/clip.partial.webm"));
  }

  @Test
  void aFileThatMayNotGrowIsAsGoodAsAFullDisk() throws Exception {
    Command.Run run =
        Command.shell(
                directory,
                "ulimit -f 200; usermedia record --fake --video 1280x720@30 --for 20s clip.webm")
            .run()
            .assertFailed(7, "");
    assertThat(run.err().getFirst()).endsWith("what was recorded is kept as clip.partial.webm");
    assertThat(directory.toFile().list()).containsExactly("clip.partial.webm");
    assertPlays(directory.resolve("clip.partial.webm"));
  }

  @Test
  void aDeviceThatTakesNothingLeavesNothing() throws Exception {
    Files.createSymbolicLink(directory.resolve("clip.webm"), Path.of("/dev/full"));
    Command.usermedia(directory, "record", "--fake", "--overwrite", "--for", "9s", "clip.webm")
        .run()
        .assertFailed(7, "QuotaExceededError: ");
    assertThat(directory.toFile().list()).containsExactly("clip.webm");
  }

  private static void assertPlays(Path file) throws Exception {
    RecordedFile recorded = new RecordedFile(file);
    assertThat(recorded.complaints()).isEmpty();
    assertThat(recorded.pattern().pictures()).isGreaterThan(10);
    assertThat(recorded.pattern().unreadable()).isZero();
  }
}
