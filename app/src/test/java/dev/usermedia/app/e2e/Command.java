package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The {@code usermedia} command as a user starts it, in a directory and with a session of its own.
 */
final class Command {
  private static final String LAUNCHER = System.getProperty("usermedia.command", "");
  private static final int LIMIT_SECONDS = 50;
  private static final long POLL_MS = 20;

  private final ProcessBuilder builder;
  private final Path outputs;
  private final Path out;
  private final Path err;

  /** What became of it. */
  record Run(int exitCode, List<String> out, List<String> err) {
    /** It did what it was asked to, without a word of complaint. */
    Run assertSucceeded() {
      assertThat(err).isEmpty();
      assertThat(exitCode).isZero();
      return this;
    }

    /** It failed with this number, and its one line begins so. */
    Run assertFailed(int number, String beginning) {
      assertThat(err).singleElement().asString().startsWith(beginning).contains("; ");
      assertThat(exitCode).isEqualTo(number);
      return this;
    }
  }

  /** A command that runs; closing ends it at once. */
  static final class Running implements AutoCloseable {
    private final Process process;
    private final Path outputs;
    private final Path out;
    private final Path err;

    private Running(Process process, Path outputs, Path out, Path err) {
      this.process = process;
      this.outputs = outputs;
      this.out = out;
      this.err = err;
    }

    long pid() {
      return process.pid();
    }

    /** Sends it a signal such as {@code "INT"}. */
    void signal(String name) throws IOException, InterruptedException {
      Process kill =
          new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start();
      assertThat(kill.waitFor()).as("kill -%s", name).isZero();
    }

    /** Lets it run so long; fails if it ends before. */
    void assertRunsFor(long ms) throws IOException, InterruptedException {
      assertThat(process.waitFor(ms, TimeUnit.MILLISECONDS))
          .as(() -> "ended early: " + lines(err))
          .isFalse();
    }

    /** Waits until a file that it writes has grown to some size, so that it is at work. */
    void awaitSize(Path file, long sizeBytes) throws IOException, InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
      while (!Files.exists(file) || Files.size(file) < sizeBytes) {
        assertRunsFor(POLL_MS);
        assertThat(System.nanoTime()).as("%s grows", file).isLessThan(deadline);
      }
    }

    Run awaitEnd() throws InterruptedException {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
          .as(() -> "still runs: " + lines(err))
          .isTrue();
      return new Run(process.exitValue(), lines(out), lines(err));
    }

    @Override
    public void close() throws IOException {
      process.destroyForcibly().onExit().join();
      try (Stream<Path> tree = Files.walk(outputs)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private Command(Path directory, List<String> line) throws IOException {
    this.outputs = Files.createTempDirectory("usermedia-e2e");
    this.out = outputs.resolve("out");
    this.err = outputs.resolve("err");
    this.builder =
        new ProcessBuilder(line)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // A session of the machine's user, if there is one, is none of a test's business.
    builder
        .environment()
        .keySet()
        .removeAll(List.of("DISPLAY", "PULSE_SERVER", "JAVA_TOOL_OPTIONS"));
    builder.environment().put("XDG_RUNTIME_DIR", outputs.toString());
  }

  /** The command with these arguments, in this directory. */
  static Command usermedia(Path directory, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(launcher()));
    line.addAll(List.of(arguments));
    return new Command(directory, line);
  }

  /** A line for the shell, in which {@code usermedia} is the command. */
  static Command shell(Path directory, String line) throws IOException {
    return new Command(
        directory,
        List.of("bash", "-c", "usermedia() { \"" + launcher() + "\" \"$@\"; }; " + line));
  }

  static String launcher() {
    assertThat(LAUNCHER).as("system property usermedia.command").isNotEmpty();
    return LAUNCHER;
  }

  Command with(Map<String, String> environment) {
    builder.environment().putAll(environment);
    return this;
  }

  Running start() throws IOException {
    return new Running(builder.start(), outputs, out, err);
  }

  Run run() throws IOException, InterruptedException {
    try (Running running = start()) {
      return running.awaitEnd();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
