package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScriptContextTest {
  @RegisterExtension static final ScriptFixture SCRIPT = new ScriptFixture();

  private static final ScriptEngine ENGINE = ScriptEngine.create();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void aScriptOpensTheCamera() throws InterruptedException {
    SCRIPT.run(
        """
        const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 300, height: 200 } });
        const { width, height, resizeMode } = stream.getVideoTracks()[0].getSettings();
        console.log([width, height, resizeMode].join());
        """);

    assertThat(SCRIPT.line()).isEqualTo("300,200,crop-and-scale");
  }

  @Test
  void aRefusalIsAnErrorOfTheWeb() throws InterruptedException {
    SCRIPT.run(
        """
        await navigator.mediaDevices.getUserMedia({ video: true });
        try {
          await navigator.mediaDevices.getUserMedia({ video: { width: { exact: 100000 } } });
        } catch (e) {
          console.log([e.name, e.constraint, e instanceof OverconstrainedError, e instanceof DOMException, e instanceof Error].join());
        }
        """);

    assertThat(SCRIPT.line()).isEqualTo("OverconstrainedError,width,true,true,true");
  }

  @Test
  void timersRunInTheOrderOfTheirTimesAndMicrotasksBeforeThem() throws InterruptedException {
    SCRIPT.run(
        """
        setTimeout(() => console.log("30"), 30);
        setTimeout(() => console.log("10 first"), 10);
        setTimeout(() => console.log("10 second"), 10);
        queueMicrotask(() => console.log("microtask"));
        console.log("now");
        """);

    assertThat(List.of(SCRIPT.lineNow(), SCRIPT.lineNow())).containsExactly("now", "microtask");
    SCRIPT.advance(Duration.ofMillis(10));
    assertThat(List.of(SCRIPT.lineNow(), SCRIPT.lineNow()))
        .containsExactly("10 first", "10 second");
    SCRIPT.advance(Duration.ofMillis(20));
    assertThat(SCRIPT.lineNow()).isEqualTo("30");
  }

  @Test
  void whatNobodyCaughtIsReportedWithItsPlace() throws InterruptedException {
    SCRIPT.run("setTimeout(() => { nowhere(); }, 0);");
    assertThat(SCRIPT.line())
        .startsWith("uncaught ReferenceError: nowhere is not defined")
        .contains("at test:");

    SCRIPT.run("Promise.reject(new RangeError('lost'));");
    assertThat(SCRIPT.line()).startsWith("uncaught (in promise) RangeError: lost");
  }

  @Test
  void aListenerForErrorsKeepsThemFromTheHost() throws InterruptedException {
    SCRIPT.run(
        """
        addEventListener("error", (e) => { e.preventDefault(); console.log("seen " + e.error.message); }, { once: true });
        setTimeout(() => { throw new Error("handled"); }, 0);
        """);

    assertThat(SCRIPT.line()).isEqualTo("seen handled");
  }

  @Test
  void aModuleMayWaitAtItsTopLevelAndFailsWithItsStack() throws InterruptedException {
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (ScriptContext context =
        ENGINE.newContext().console((_, text) -> lines.add(text)).onUncaught(lines::add).build()) {
      context
          .runModule("m", "await new Promise((r) => setTimeout(r, 1)); console.log('after');")
          .join();
      context.awaitIdle();
      assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("after");

      assertThatThrownBy(() -> context.runModule("m", "\nthrow new TypeError('early')").join())
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ScriptException.class)
          .hasMessageContaining("TypeError: early")
          .hasMessageContaining("m:2");
    }
  }

  @Test
  void aPageRunsItsScriptsInOrder() throws InterruptedException {
    Map<String, String> files =
        Map.of(
            "https://host/page.html",
            "<!doctype html><title>T</title><p id=one>first</p><script src=a.js></script>"
                + "<script>console.log(document.readyState, two === null)</script><p id=two>",
            "https://host/a.js",
            "var two = document.getElementById('two'); console.log(one.textContent,"
                + " document.title);addEventListener('load', () => console.log('load',"
                + " document.readyState));");
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (ScriptContext context =
        ENGINE
            .newContext()
            .origin("https://host")
            .resources(
                url ->
                    Optional.ofNullable(files.get(url))
                        .map(text -> PageResource.ofText("text/html", text)))
            .console((_, text) -> lines.add(text))
            .onUncaught(lines::add)
            .build()) {
      context.open("https://host/page.html").join();
      context.awaitIdle();
    }

    assertThat(lines).containsExactly("first T", "loading true", "load complete");
  }

  @Test
  void aHostFunctionIsAllThatAScriptReachesOfItsHost() throws InterruptedException {
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (ScriptContext context =
        ENGINE
            .newContext()
            .hostFunction("ask", words -> String.join("+", words))
            .console((_, text) -> lines.add(text))
            .build()) {
      context.run("h", "console.log(ask('a', 1))").join();
    }

    assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("a+1");
  }
}
