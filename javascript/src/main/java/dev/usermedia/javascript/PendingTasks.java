package dev.usermedia.javascript;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;

/** Tasks that a context was given and that somebody may wait for. Safe for use from any thread. */
final class PendingTasks {
  private final Map<Runnable, CompletableFuture<Void>> results = new ConcurrentHashMap<>();

  /**
   * Runs steps as a task.
   *
   * @param described what the result fails with
   */
  CompletableFuture<Void> run(
      Executor loop, Runnable steps, Function<PolyglotException, ScriptException> described) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    results.put(steps, result);
    loop.execute(
        () -> {
          try {
            steps.run();
            result.complete(null);
          } catch (PolyglotException e) {
            result.completeExceptionally(described.apply(e));
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          } finally {
            results.remove(steps);
          }
        });
    return result;
  }

  /** All that have not returned fail, though they may go on in a built-in function. */
  void fail(ScriptException failure) {
    results.values().forEach(result -> result.completeExceptionally(failure));
  }
}
