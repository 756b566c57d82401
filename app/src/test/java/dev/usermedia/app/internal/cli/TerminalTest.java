package dev.usermedia.app.internal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aNoteIsOneLineWhateverIsInIt() {
    terminal(false).note("one\n  two\r\nthree\n");
    assertThat(err.toString(UTF_8)).isEqualTo("one two three\n");
  }

  @Test
  void aLiveLineGivesWayToOtherLines() {
    Terminal terminal = terminal(true);
    terminal.live("0:00:01");
    terminal.live("x".repeat(200));
    terminal.note("a note");
    terminal.print("a result");
    assertThat(err.toString(UTF_8))
        .isEqualTo("\r\u001b[K0:00:01\r\u001b[K" + "x".repeat(79) + "\r\u001b[Ka note\n");
    assertThat(out.toString(UTF_8)).isEqualTo("a result\n");
  }

  @Test
  void whereNobodyWatchesThereIsNoLiveLine() {
    terminal(false).live("0:00:01");
    assertThat(err.size()).isZero();
  }

  private Terminal terminal(boolean interactive) {
    return new Terminal(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), interactive);
  }
}
