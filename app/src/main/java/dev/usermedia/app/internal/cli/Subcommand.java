package dev.usermedia.app.internal.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One of the things that the command does. */
public interface Subcommand {
  /** Its name, options and help. A new one each time. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @throws CommandException or another exception that {@link Failure} has words for
   */
  ExitCode run(ParseResult arguments, Terminal terminal, Interruption interruption);
}
