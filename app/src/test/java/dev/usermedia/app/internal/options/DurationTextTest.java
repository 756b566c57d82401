package dev.usermedia.app.internal.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.app.internal.cli.CommandException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "5s, 5000",
    "1m30s, 90000",
    "500ms, 500",
    "0.5h, 1800000",
    "1h2m3s4ms, 3723004",
    "90m, 5400000",
    "0.001s, 1",
    "366h, 1317600000"
  })
  void readsWhatPeopleWrite(String text, long ms) {
    assertThat(DurationText.parse("--for", text)).isEqualTo(Duration.ofMillis(ms));
  }

  @Test
  void keepsMicroseconds() {
    assertThat(DurationText.parse("--for", "0.0333335s")).isEqualTo(Duration.ofNanos(33_334_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "s", "5 s", "-5s", "5s1m", "5x", "1:30", "1e3s", "5s5s", "99999h", "0s"})
  void refusesTheRestAndSaysWhatToWrite(String text) {
    assertThatThrownBy(() -> DurationText.parse("--for", text))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("--for")
        .hasMessageContaining("; say ")
        .extracting(e -> ((CommandException) e).name())
        .isEqualTo("SyntaxError");
  }
}
