package dev.usermedia.app;

import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Terminal;
import java.util.Arrays;

/** Where the {@code usermedia} command starts. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Interruption interruption = Interruption.bySignals();
    ExitCode exitCode = Usermedia.run(arguments, Terminal.system(), interruption);
    interruption.finished(exitCode);
    System.out.close(); // native libraries that speak while the process ends speak to nobody
    if (exitCode != ExitCode.OK || isKeptAlive()) {
      System.exit(exitCode.number()); // which looks for a logger, and so opens every jar
    }
  }

  /** Whether a thread would hold up the end of the process. */
  private static boolean isKeptAlive() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    while (all.getParent() != null) {
      all = all.getParent();
    }
    Thread[] threads = new Thread[2 * all.activeCount() + 1];
    int count = all.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .anyMatch(thread -> !thread.isDaemon() && thread != Thread.currentThread());
  }
}
