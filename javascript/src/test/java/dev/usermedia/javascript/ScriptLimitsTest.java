package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ScriptLimitsTest {
  private static final ScriptEngine ENGINE = ScriptEngine.create();

  private final LinkedBlockingQueue<String> uncaught = new LinkedBlockingQueue<>();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private ScriptContext context(ScriptLimits limits) {
    return ENGINE.newContext().limits(limits).onUncaught(uncaught::add).build();
  }

  @Test
  void aTaskThatRunsForTooLongIsEnded() throws InterruptedException {
    try (ScriptContext context = context(new ScriptLimits(0, Duration.ofMillis(300), 10))) {
      assertThatThrownBy(() -> context.run("loop", "for (;;) {}").join())
          .hasCauseInstanceOf(ScriptException.class)
          .hasMessageContaining("a task ran for longer than 300 ms");
      assertThat(uncaught.poll(20, TimeUnit.SECONDS)).contains("the script was ended");
      context.awaitIdle();
    }
  }

  @Test
  void aLoopOfMicrotasksIsEndedToo() throws InterruptedException {
    try (ScriptContext context = context(new ScriptLimits(0, Duration.ofMillis(300), 10))) {
      var _ = context.run("loop", "const again = () => Promise.resolve().then(again); again();");

      assertThat(uncaught.poll(20, TimeUnit.SECONDS)).contains("a task ran for longer");
    }
  }

  @Test
  void aScriptOfTooManyStatementsIsEnded() {
    try (ScriptContext context = context(new ScriptLimits(10_000, Duration.ofMinutes(1), 10))) {
      assertThatThrownBy(() -> context.run("loop", "let n = 0; for (;;) { n++; n--; }").join())
          .hasCauseInstanceOf(ScriptException.class)
          .hasMessageContaining("the script was ended");
    }
  }

  @Test
  void aFloodOfTimersIsEnded() throws InterruptedException {
    try (ScriptContext context = context(new ScriptLimits(0, Duration.ofMinutes(1), 100))) {
      var _ = context.run("flood", "for (;;) setTimeout(() => {}, 1e6);");

      assertThat(uncaught.poll(20, TimeUnit.SECONDS)).contains("too many timers");
      context.awaitIdle();
    }
  }

  @Test
  void endlessRecursionIsAnErrorThatAScriptCanCatch() throws InterruptedException {
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (ScriptContext context =
        ENGINE.newContext().console((_, text) -> lines.add(text)).build()) {
      context
          .run("deep", "const f = () => f() + 1; try { f() } catch (e) { console.log(e.name) }")
          .join();
    }

    assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("RangeError");
  }
}
