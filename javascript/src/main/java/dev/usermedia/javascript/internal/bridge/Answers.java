package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.DOMException;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.TypeError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/** Carries results and failures of this library into a script. */
final class Answers {
  private final Value thrower;
  private final Consumer<Throwable> failures;

  /**
   * Carries them into one script.
   *
   * @param thrower a function that throws the error of a name, a message and a constraint
   * @param failures told what a script throws when it is handed a result
   */
  Answers(Value thrower, Consumer<Throwable> failures) {
    this.thrower = thrower;
    this.failures = failures;
  }

  /** Settles with what a future becomes, which it does on the script's own thread. */
  <T> void settle(
      Supplier<CompletableFuture<T>> start,
      Function<T, Object> convert,
      Value resolve,
      Value reject) {
    CompletableFuture<T> future;
    try {
      future = start.get();
    } catch (IllegalArgumentException | DOMException e) {
      reject(reject, e);
      return;
    }
    var _ =
        future.whenComplete(
            (value, failure) -> {
              try {
                if (failure == null) {
                  resolve.executeVoid(convert.apply(value));
                } else {
                  reject(reject, failure);
                }
              } catch (RuntimeException e) {
                failures.accept(e);
              }
            });
  }

  private static void reject(Value reject, Throwable failure) {
    Described it = Described.of(failure);
    reject.executeVoid(it.name, it.message, it.constraint);
  }

  /** Runs steps; a failure with a name on the Web is thrown into the script. */
  <T> T get(Supplier<T> steps) {
    try {
      return steps.get();
    } catch (IllegalArgumentException | DOMException e) {
      Described it = Described.of(e);
      thrower.executeVoid(it.name, it.message, it.constraint);
      throw new IllegalStateException("the script's function did not throw", e);
    }
  }

  private record Described(String name, String message, String constraint) {
    static Described of(Throwable failure) {
      Throwable cause =
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure;
      String message = cause.getMessage() == null ? "" : cause.getMessage();
      return switch (cause) {
        case TypeError _ -> new Described("TypeError", message, "");
        case OverconstrainedError e ->
            new Described("OverconstrainedError", message, e.constraint());
        case DOMException e -> new Described(e.name(), message, "");
        case IllegalArgumentException _ -> new Described("RangeError", message, "");
        default -> new Described("AbortError", message, "");
      };
    }
  }
}
