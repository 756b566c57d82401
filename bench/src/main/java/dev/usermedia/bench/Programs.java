package dev.usermedia.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs other programs, and measures them. */
final class Programs {
  /** The second line of the shell's {@code times}: user and system time of ended children. */
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

  private Programs() {}

  /**
   * Runs a program to its end and returns all that it prints.
   *
   * @throws IllegalStateException if it fails; the message is what it printed
   */
  static String run(String... command) throws IOException {
    return run(List.of(command));
  }

  private static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(command + " ended with " + code + ": " + printed);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return printed;
  }

  /** The CPU seconds that a program takes with all its threads and children, as the kernel says. */
  static double cpuSeconds(List<String> command) throws IOException {
    List<String> measured = new ArrayList<>(List.of("sh", "-c", "\"$@\" || exit; times", "sh"));
    measured.addAll(command);
    String printed = run(measured);
    List<String> lines = printed.strip().lines().toList();
    Matcher times = TIMES.matcher(lines.getLast());
    if (!times.matches()) {
      throw new IllegalStateException("no times in: " + printed);
    }
    return seconds(times.group(1), times.group(2)) + seconds(times.group(3), times.group(4));
  }

  private static double seconds(String minutes, String seconds) {
    return Integer.parseInt(minutes) * 60 + Double.parseDouble(seconds);
  }
}
