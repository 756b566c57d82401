package dev.usermedia.app;

import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Terminal;

/** Where the {@code usermedia} command starts. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Interruption interruption = Interruption.bySignals();
    ExitCode exitCode = Usermedia.run(arguments, Terminal.system(), interruption);
    interruption.finished(exitCode);
    System.exit(exitCode.number());
  }
}
