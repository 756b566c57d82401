package dev.usermedia.app.internal.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the command writes: what it was asked for to standard output, what a person should know to
 * standard error, and there, on a terminal, one line that changes in place. Safe for use from any
 * thread.
 */
public final class Terminal {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean interactive;

  /** Guarded by this. */
  private boolean liveLineShown;

  /** A terminal on two streams; only an interactive one gets live lines. */
  public Terminal(PrintStream out, PrintStream err, boolean interactive) {
    this.out = out;
    this.err = err;
    this.interactive = interactive;
  }

  /** The process's own. */
  public static Terminal system() {
    return new Terminal(System.out, System.err, isTerminal(Path.of("/proc/self/fd/2")));
  }

  /** Whether live lines are shown. */
  public boolean isInteractive() {
    return interactive;
  }

  /** Writes a line of what was asked for. */
  public synchronized void print(String line) {
    endLiveLine();
    out.println(line);
    out.flush();
  }

  /** Writes a line for a person to know. */
  public synchronized void note(String line) {
    endLiveLine();
    err.println(oneLine(line));
    err.flush();
  }

  /** Writes lines about what went wrong, as they are. */
  public synchronized void printError(String text) {
    endLiveLine();
    err.println(text);
    err.flush();
  }

  /** Writes a line about something that may not be as expected. */
  public void warn(String line) {
    note("warning: " + line);
  }

  /** Writes several lines for who looks for a fault. */
  public synchronized void trace(Throwable failure) {
    endLiveLine();
    failure.printStackTrace(err);
    err.flush();
  }

  /** Shows a line in place of the live line before; at most 79 characters of it. */
  public synchronized void live(String line) {
    if (interactive) {
      err.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), 79)));
      err.flush();
      liveLineShown = true;
    }
  }

  private void endLiveLine() {
    if (liveLineShown) {
      err.print(CLEAR_LINE);
      err.flush();
      liveLineShown = false;
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** Where there is no /proc, what {@link Console} tells of the other two streams must do. */
  private static boolean isTerminal(Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
  }
}
