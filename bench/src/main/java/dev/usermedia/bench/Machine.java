package dev.usermedia.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where figures were taken: without it they mean nothing. */
final class Machine {
  private Machine() {}

  static void describe(PrintStream out) throws IOException {
    out.printf(
        "# machine: %s, %d processors, %s, %s %s%n",
        after(Path.of("/proc/cpuinfo"), "model name"),
        Runtime.getRuntime().availableProcessors(),
        after(Path.of("/proc/meminfo"), "MemTotal"),
        System.getProperty("os.name"),
        System.getProperty("os.version"));
    out.printf(
        "# versions: usermedia %s, %s %s%n",
        System.getProperty("usermedia.revision", "of unknown revision"),
        System.getProperty("java.vm.name"),
        Runtime.version());
    out.printf("# load: %s%n", load());
  }

  /** The kernel's load averages: a loaded machine makes wall times upper bounds. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  private static String after(Path file, String key) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(key + " not told");
    }
  }
}
