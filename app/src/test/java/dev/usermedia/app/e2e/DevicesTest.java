package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code usermedia devices}, and what needs no device. */
@Tag("e2e")
class DevicesTest {
  @TempDir private Path directory;

  @Test
  void aMachineWithoutDevicesSaysSoAndWhyAndThatIsNoFailure() throws Exception {
    Command.Run run = Command.usermedia(directory, "devices").run().assertSucceeded();
    assertThat(run.out())
        .first()
        .isEqualTo("There are no devices on this machine; --fake works on any.");
    assertThat(run.out()).contains("(no X11 display: DISPLAY is not set)");
  }

  @Test
  void helpHasExamplesAndTheNumbersOfFailures() throws Exception {
    Command.Run help = Command.usermedia(directory, "--help").run().assertSucceeded();
    assertThat(help.out())
        .contains("  usermedia record --fake --for 5s clip.webm")
        .anyMatch(line -> line.startsWith("  4  "));
    for (String command : new String[] {"devices", "record", "photo"}) {
      assertThat(Command.usermedia(directory, command, "--help").run().assertSucceeded().out())
          .contains("Examples:");
    }
    assertThat(Command.usermedia(directory, "--version").run().assertSucceeded().out())
        .singleElement()
        .asString()
        .matches("usermedia \\d+\\.\\d+\\.\\d+.*");
  }
}
