package dev.usermedia.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.DOMException;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.TypeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {
  @ParameterizedTest
  @CsvSource({
    "NotFoundError, 3",
    "OverconstrainedError, 4",
    "NotAllowedError, 5",
    "NotReadableError, 6",
    "AbortError, 6",
    "NoModificationAllowedError, 7",
    "QuotaExceededError, 7",
    "EncodingError, 7",
    "InvalidStateError, 1"
  })
  void everyNameHasItsNumberAndANextStep(String name, int number) {
    Failure failure = Failure.of(new DOMException("the cause", name));
    assertThat(failure.line()).startsWith(name + ": the cause; ");
    assertThat(failure.exitCode().number()).isEqualTo(number);
  }

  @Test
  void errorsWithTypesOfTheirOwnKeepTheirNames() {
    assertThat(Failure.of(new OverconstrainedError("width", "too wide")).line())
        .startsWith("OverconstrainedError: too wide; ");
    assertThat(Failure.of(new TypeError("no list")).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Failure.of(CommandException.notFound("none; look")).line())
        .isEqualTo("NotFoundError: none; look");
  }

  @Test
  void whatNobodyThoughtOfSaysHowToReportIt() {
    assertThat(Failure.of(new IllegalStateException("x")).line())
        .isEqualTo(
            "OperationError: unexpected IllegalStateException, x; run it again with --verbose and"
                + " report what it prints");
    assertThat(Failure.of(new OutOfMemoryError()).exitCode()).isEqualTo(ExitCode.FAILED);
  }
}
