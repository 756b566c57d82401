package dev.usermedia.app.internal.cli;

import dev.usermedia.DOMException;
import dev.usermedia.TypeError;

/**
 * What is told of a failure: one line of an error's name, the cause and the next step.
 *
 * @param message cause and next step, separated by a semicolon
 */
public record Failure(String name, String message, ExitCode exitCode) {
  /** What to tell of whatever was thrown. */
  public static Failure of(Throwable thrown) {
    return switch (thrown) {
      case CommandException e -> new Failure(e.name(), message(e), e.exitCode());
      case TypeError e -> advised("TypeError", message(e));
      case DOMException e -> advised(e.name(), message(e));
      default ->
          new Failure(
              "OperationError",
              "unexpected "
                  + thrown.getClass().getSimpleName()
                  + (thrown.getMessage() == null ? "" : ", " + thrown.getMessage())
                  + "; run it again with --verbose and report what it prints",
              ExitCode.FAILED);
    };
  }

  /** The line. */
  public String line() {
    return name + ": " + message;
  }

  private static Failure advised(String name, String message) {
    return switch (name) {
      case "TypeError" ->
          new Failure(name, message + "; see usermedia record --help", ExitCode.USAGE);
      case "NotFoundError" ->
          new Failure(
              name, message + "; usermedia devices lists what there is", ExitCode.NOT_FOUND);
      case "OverconstrainedError" ->
          new Failure(
              name,
              message + "; usermedia devices --modes shows what there is",
              ExitCode.OVERCONSTRAINED);
      case "NotAllowedError" ->
          new Failure(
              name, message + "; give this user access to the device", ExitCode.NOT_ALLOWED);
      case "NotReadableError", "AbortError" ->
          new Failure(
              name,
              message + "; see whether another program holds the device, or choose another",
              ExitCode.NOT_READABLE);
      case "NoModificationAllowedError" ->
          new Failure(name, message + "; name another file", ExitCode.OUTPUT);
      case "QuotaExceededError" ->
          new Failure(name, message + "; make room or name another file", ExitCode.OUTPUT);
      case "EncodingError" ->
          new Failure(name, message + "; run it again with --verbose", ExitCode.OUTPUT);
      default -> new Failure(name, message + "; run it again with --verbose", ExitCode.FAILED);
    };
  }

  private static String message(Throwable thrown) {
    return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
  }
}
