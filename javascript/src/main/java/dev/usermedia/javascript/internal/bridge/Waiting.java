package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.javascript.internal.loop.ScriptLoop;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/**
 * What a connection keeps its script waiting for: answers that are outstanding, and a way to the
 * peer that is being looked for. Used on the script's thread only.
 */
final class Waiting {
  private final ScriptLoop loop;
  private int answers;
  private boolean searching;
  private boolean over;
  private boolean retained;

  Waiting(ScriptLoop loop) {
    this.loop = loop;
  }

  /** As {@link Answers#settle}; what a converter makes of a value is a tree. */
  <T> void settle(
      MediaHost media,
      Supplier<CompletableFuture<T>> start,
      Function<T, Object> convert,
      Value resolve,
      Value reject) {
    media
        .answers()
        .settle(
            () -> {
              CompletableFuture<T> answer = start.get();
              answers++;
              update();
              return answer.whenComplete((_, _) -> answered());
            },
            value -> media.trees().value(convert.apply(value)),
            resolve,
            reject);
  }

  private void answered() {
    answers--;
    update();
  }

  void searching(boolean nowSearching) {
    searching = nowSearching;
    update();
  }

  /** Nothing comes any more, not even what was asked for. */
  void over() {
    over = true;
    update();
  }

  private void update() {
    boolean wanted = !over && (searching || answers > 0);
    if (wanted != retained) {
      retained = wanted;
      if (wanted) {
        loop.retain();
      } else {
        loop.release();
      }
    }
  }
}
