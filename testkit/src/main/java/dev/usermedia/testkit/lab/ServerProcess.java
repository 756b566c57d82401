package dev.usermedia.testkit.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A server program that says on its output when it is ready; its last words are kept for errors.
 */
final class ServerProcess {
  private static final long START_SECONDS = 20;
  private static final long STOP_SECONDS = 5;
  private static final int WORDS_KEPT = 20;

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /** Starts the program; returns once it printed a line that says it is ready. */
  static ServerProcess start(ProcessBuilder builder, Predicate<String> ready) throws IOException {
    ServerProcess server = new ServerProcess(builder.redirectErrorStream(true).start());
    String name = builder.command().getFirst();
    CompletableFuture<String> outcome = new CompletableFuture<>();
    Thread.ofVirtual().name(name + " log").start(() -> server.readLog(ready, outcome));
    try {
      String failure = outcome.get(START_SECONDS, TimeUnit.SECONDS);
      if (!failure.isEmpty()) {
        throw new IOException(name + " ended at once:\n" + failure);
      }
      return server;
    } catch (InterruptedException e) {
      server.kill();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + name + " started", e);
    } catch (ExecutionException | TimeoutException e) {
      server.kill();
      throw new IOException(name + " did not get ready", e);
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks it to end and sees that it does. */
  void stop() {
    process.destroy();
    if (!awaitEnd()) {
      kill();
    }
  }

  /** Ends it without asking. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private boolean awaitEnd() {
    try {
      return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Completes the outcome with "" when the program is ready, or with its words when it ends. */
  private void readLog(Predicate<String> ready, CompletableFuture<String> outcome) {
    ArrayDeque<String> words = new ArrayDeque<>();
    try (BufferedReader log = process.inputReader()) {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        if (ready.test(line)) {
          outcome.complete("");
        }
        if (words.size() == WORDS_KEPT) {
          words.removeFirst();
        }
        words.addLast(line);
      }
      outcome.complete(String.join("\n", words));
    } catch (IOException e) {
      outcome.completeExceptionally(new UncheckedIOException(e));
    }
  }
}
