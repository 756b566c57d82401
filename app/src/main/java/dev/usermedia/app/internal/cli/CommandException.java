package dev.usermedia.app.internal.cli;

/** A failure in the command's own words: what is wrong, a semicolon, and what to do next. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final ExitCode exitCode;

  /** A failure under an error's name, such as {@code "NotFoundError"}. */
  public CommandException(ExitCode exitCode, String name, String message) {
    super(message);
    this.exitCode = exitCode;
    this.name = name;
  }

  /** The same, with what caused it. */
  public CommandException(ExitCode exitCode, String name, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.name = name;
  }

  /** A command line that cannot be understood. */
  public static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, "UsageError", message);
  }

  /** A value that is not written as it should be. */
  public static CommandException syntax(String message) {
    return new CommandException(ExitCode.USAGE, "SyntaxError", message);
  }

  /** A device that is not there. */
  public static CommandException notFound(String message) {
    return new CommandException(ExitCode.NOT_FOUND, "NotFoundError", message);
  }

  /** A file that may not be written. */
  public static CommandException unwritable(String message) {
    return new CommandException(ExitCode.OUTPUT, "NoModificationAllowedError", message);
  }

  public String name() {
    return name;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
