package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dedicated workers: what they say to their page, and how they end. */
class WorkerTest {
  private static final String START =
      """
      const start = (code, options) => new Worker(URL.createObjectURL(new Blob([code])), options);
      const answer = (worker) => new Promise((resolve) => { worker.onmessage = (event) => resolve(event.data); });
      """;

  @RegisterExtension static final ScriptFixture SCRIPT = new ScriptFixture();

  @Test
  void aWorkerHasAGlobalOfItsOwnAndNoDocument() throws Exception {
    SCRIPT.run(
        START
            + """
            const worker = start(`postMessage([self === globalThis, self.constructor.name, self.name, typeof document, typeof MediaDevices,
              typeof MediaStreamTrack, location.protocol].join())`, { name: "bob" });
            console.log(await answer(worker));
            """);
    assertThat(SCRIPT.line())
        .isEqualTo("true,DedicatedWorkerGlobalScope,bob,undefined,undefined,function,blob:");
  }

  @Test
  void messagesAreCopiesOfAllThatCanBeCloned() throws Exception {
    SCRIPT.run(
        START
            + """
            const worker = start(`onmessage = (event) => postMessage(event.data)`);
            const sent = { list: [1, NaN, -0, undefined, null, 10n], when: new Date(5), map: new Map([[{ a: 1 }, new Set(["x"])]]),
              expression: /x+/gi, error: new RangeError("far"), shorts: new Uint16Array([5, 6]).subarray(1), boxed: Object(true),
              blob: new Blob(["hello"], { type: "text/x" }), rect: new DOMRect(1, 2, 3, 4), ["__proto__"]: 7, lone: "\\ud800" };
            sent.self = sent;
            worker.postMessage(sent);
            const got = await answer(worker);
            console.log([got !== sent, got.self === got, Object.is(got.list[2], -0), got.list.map(String).join("|"), +got.when, [...got.map][0][0].a,
              [...got.map][0][1].has("x"), got.expression, got.error instanceof RangeError && got.error.message, got.shorts.join(), got.shorts.buffer.byteLength,
              typeof got.boxed, got.blob.type + await got.blob.text(), got.rect.right, Object.hasOwn(got, "__proto__"), got.lone === sent.lone].join(" "));
            """);
    assertThat(SCRIPT.line())
        .isEqualTo(
            "true true true 1|NaN|0|undefined|null|10 5 1 true /x+/gi far 6 4 object text/xhello 4 true true");
  }

  @Test
  void whatIsTransferredIsOfNoUseHereAnyMore() throws Exception {
    SCRIPT.run(
        START
            + """
            const worker = start(`onmessage = ({ data, ports: [port] }) => port.postMessage(new Uint8Array(data)[1], [])`);
            const { port1, port2 } = new MessageChannel();
            const buffer = new Uint8Array([1, 42]).buffer;
            worker.postMessage(buffer, [buffer, port2]);
            console.log(await answer(port1), buffer.byteLength);
            for (const [message, list] of [[buffer, [buffer]], [1, [port2]], [1, [{}]], [() => {}, []], [document, []], [1, [port1, port1]]]) {
              try { worker.postMessage(message, list); console.log("sent"); } catch (e) { console.log(e.name); }
            }
            """);
    assertThat(SCRIPT.line()).isEqualTo("42 0");
    for (int i = 0; i < 6; i++) {
      assertThat(SCRIPT.line()).isEqualTo("DataCloneError");
    }
  }

  @Test
  void anErrorInAWorkerIsToldToItsPage() throws Exception {
    SCRIPT.run(
        START
            + """
            const worker = start(`onmessage = () => {\\n  throw new TypeError("from within");\\n}`);
            worker.onerror = (event) => {
              console.log([event.constructor.name, event.message, event.lineno].join());
              if (event.message.includes("within")) event.preventDefault();
            };
            worker.postMessage(1);
            await new Promise((resolve) => worker.addEventListener("error", resolve));
            start(`throw new RangeError("uncaught")`);
            """);
    assertThat(SCRIPT.line()).isEqualTo("ErrorEvent,Uncaught TypeError: from within,2");
    assertThat(SCRIPT.line()).startsWith("uncaught RangeError: uncaught");
  }

  @Test
  void scriptsAreImportedAndOtherOriginsRefused() throws Exception {
    SCRIPT.run(
        START
            + """
            const code = "data:text/javascript," + encodeURIComponent("var imported = 7;");
            console.log(await answer(start(`importScripts("${code}"); postMessage(imported)`)));
            console.log(await answer(start(`try { importScripts("https://localhost/none.js"); } catch (e) { postMessage(e.name); }`)));
            for (const url of ["https://elsewhere.test/a.js", "file:///etc/passwd", "https://"]) {
              try { new Worker(url); } catch (e) { console.log(e.name); }
            }
            new Worker("https://localhost/none.js").onerror = (event) => console.log(event.type, event.constructor.name);
            """);
    assertThat(SCRIPT.line()).isEqualTo("7");
    assertThat(SCRIPT.line()).isEqualTo("NetworkError");
    assertThat(SCRIPT.line()).isEqualTo("SecurityError");
    assertThat(SCRIPT.line()).isEqualTo("SecurityError");
    assertThat(SCRIPT.line()).isEqualTo("SyntaxError");
    assertThat(SCRIPT.line()).isEqualTo("error Event");
  }

  @Test
  void aPageIsNotIdleWhileAWorkerWorksAndIsOnceTheWorkerIsTerminated() throws Exception {
    SCRIPT.run(
        START
            + """
            const worker = start(`postMessage("begun"); for (;;);`);
            console.log(await answer(worker));
            worker.terminate();
            """);
    assertThat(SCRIPT.line()).isEqualTo("begun");
    SCRIPT.awaitIdle(); // for ever, if the worker went on
    SCRIPT.run(
        START
            + """
            const worker = start(`postMessage(await 1); close(); postMessage("closing"); setTimeout(() => postMessage("late"), 1);`, { type: "module" });
            worker.onmessage = (event) => console.log(event.data);
            """);
    SCRIPT.awaitIdle();
    assertThat(SCRIPT.line()).isEqualTo("1");
    assertThat(SCRIPT.line()).isEqualTo("closing");
    assertThat(SCRIPT.lines()).isEmpty();
  }

  @Test
  void aPageHasSixteenWorkersAtMost() throws Exception {
    SCRIPT.run(
        START
            + """
            let workers = 0;
            try { for (;;) { start(""); workers++; } } catch (e) { console.log(workers, e.name); }
            """);
    assertThat(SCRIPT.line()).isEqualTo("16 QuotaExceededError");
  }

  @Test
  void aWorkerThatLoopsIsEndedByTheLimitOfItsPage() throws Exception {
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (ScriptEngine engine = ScriptEngine.create();
        ScriptContext context =
            engine
                .newContext()
                .limits(new ScriptLimits(0, Duration.ofSeconds(6), 100))
                .console((level, text) -> lines.add(text))
                .onUncaught(lines::add)
                .media(media -> media.fakeDevices())
                .build()) {
      context.run("test", START + "start('for (;;);');").join();
      assertThat(lines.poll(60, TimeUnit.SECONDS))
          .isEqualTo("the script was ended: a task ran for longer than 6000 ms");
      context.run("test", "console.log('still here');").join();
      assertThat(lines.poll(60, TimeUnit.SECONDS)).isEqualTo("still here");
    }
  }
}
