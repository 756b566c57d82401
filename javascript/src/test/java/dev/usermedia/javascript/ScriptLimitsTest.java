package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const a = Array.from({ length: 1e5 }, () => 0); for (;;) a.sort(() => 1);",
        "Array.prototype.fill.call({ length: 2 ** 53 - 1 }, 0);",
        "for (;;) { try { for (;;) {} } catch {} finally { for (;;) {} } }",
        "(async () => { for (;;) await null; })();",
        "const p = new Proxy({}, { get: () => { for (;;) {} } }); p.x;",
        "const f = () => { for (let i = 0; i < 9; i++) new Promise(() => {}); Promise.resolve().then(f); }; f();",
        "setTimeout(() => { for (;;) {} });",
        "const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { for (;;) {} }; port2.postMessage(1);",
        "addEventListener('x', () => { for (;;) {} }); dispatchEvent(new Event('x'));",
        "for (;;) document.body.innerHTML = '<b>'.repeat(1000);"
      })
  void whateverItRunsInATaskIsEnded(String script) throws InterruptedException {
    try (ScriptContext context = context(new ScriptLimits(0, Duration.ofMillis(100), 10))) {
      var _ = context.run("loop", script);

      assertThat(uncaught.poll(60, TimeUnit.SECONDS)).contains("a task ran for longer than 100 ms");
      context.awaitIdle();
    }
  }

  @Test
  void whoWaitsForATaskInABuiltInFunctionIsToldOfItsEndThoughTheFunctionGoesOn() {
    // The engine looks for a cancellation between the steps of a script, of which this is one.
    try (ScriptContext context = context(new ScriptLimits(0, Duration.ofMillis(300), 10))) {
      assertThatThrownBy(() -> context.run("big", "(7n ** 3000000n).toString()").join())
          .hasCauseInstanceOf(ScriptException.class)
          .hasMessageContaining("a task ran for longer than 300 ms");
    }
  }

  @Test
  void aContextCanBeClosedWhileATaskRunsOn() {
    ScriptContext context = context(ScriptLimits.DEFAULT);
    var running = context.run("loop", "for (;;) {}");

    context.close();

    assertThatThrownBy(running::join).hasCauseInstanceOf(ScriptException.class);
  }

  @Test
  void picturesBeyondTheLimitAreRefusedAndThoseThatWereDroppedDoNotCount()
      throws InterruptedException {
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    ScriptLimits limits = new ScriptLimits(0, Duration.ofMinutes(2), 10, 10_000_000);
    try (ScriptContext context =
        ENGINE.newContext().limits(limits).console((_, text) -> lines.add(text)).build()) {
      context
          .run(
              "pictures",
              """
              const paint = () => {
                const canvas = document.createElement("canvas");
                canvas.width = canvas.height = 1000;
                canvas.getContext("2d").fillRect(0, 0, 1, 1);
                return canvas;
              };
              for (let i = 0; i < 8; i++) paint();
              console.log("dropped");
              const kept = [];
              try {
                for (;;) kept.push(paint());
              } catch (e) {
                console.log(kept.length + " " + e.name + " " + (e instanceof DOMException));
              }
              """)
          .join();
    }
    assertThat(lines.poll(60, TimeUnit.SECONDS)).isEqualTo("dropped");
    assertThat(lines.poll(60, TimeUnit.SECONDS)).isEqualTo("2 QuotaExceededError true");
  }
}
