package dev.usermedia.app.internal.cli;

/** How the command ends. Scripts rely on the numbers: they are never reused. */
public enum ExitCode {
  OK(0, "done; also when Ctrl-C, SIGTERM or SIGHUP ended a recording, whose file is then whole"),
  FAILED(1, "anything that has no number of its own"),
  USAGE(2, "the command line is wrong (UsageError, SyntaxError, TypeError)"),
  NOT_FOUND(3, "no such device (NotFoundError)"),
  OVERCONSTRAINED(4, "no device can do what the constraints require (OverconstrainedError)"),
  NOT_ALLOWED(5, "the system refuses the device (NotAllowedError)"),
  NOT_READABLE(6, "the device cannot be opened (NotReadableError, AbortError)"),
  OUTPUT(
      7,
      "the file cannot be written (NoModificationAllowedError, QuotaExceededError, EncodingError)"),
  ENDED_EARLY(8, "a source ended by itself before the recording was to end; the file is whole");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** What the process returns. */
  public int number() {
    return number;
  }

  /** For a person to read. */
  public String meaning() {
    return meaning;
  }
}
