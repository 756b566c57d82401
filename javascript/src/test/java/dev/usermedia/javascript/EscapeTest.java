package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to reach what scripts must not: Java, files, processes, the engine. */
class EscapeTest {
  private static final ScriptEngine ENGINE = ScriptEngine.create();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static String run(String script) throws InterruptedException {
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (ScriptContext context =
        ENGINE
            .newContext()
            .media(media -> media.fakeDevices())
            .console((_, text) -> lines.add(text))
            .onUncaught(text -> lines.add("uncaught " + text))
            .build()) {
      context
          .run(
              "escape",
              "(async () => {"
                  + script
                  + "})().then((r) => console.log(String(r)), (e) => console.log('refused ' +"
                  + " e.name));")
          .join();
      return lines.poll(30, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java",
        "Packages",
        "Polyglot",
        "Graal",
        "Realm",
        "load",
        "loadWithNewGlobal",
        "quit",
        "read",
        "java",
        "require",
        "process"
      })
  void noGlobalLeadsOut(String name) throws InterruptedException {
    assertThat(run("return typeof " + name + " + typeof Function('return typeof " + name + "')();"))
        .isIn("undefinedstring", "undefinedundefined");
    assertThat(run("return Function('return typeof " + name + "')();")).isEqualTo("undefined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return (await import('file:///etc/passwd'));",
        "return (await import('/etc/passwd'));",
        "return await (await fetch('file:///etc/passwd')).text();",
        "return new (class extends MediaStreamTrack {})();",
        "return MediaStream.prototype.getTracks.call({});",
        "return new Worker('file:///etc/passwd');",
        "return document.write('<script src=file:///etc/passwd></script>');"
      })
  void whatWouldLeadOutIsRefused(String script) throws InterruptedException {
    assertThat(run(script)).startsWith("refused ");
  }

  @Test
  void whoListensInOnBuiltInFunctionsGetsNothingThatLeadsOut() throws InterruptedException {
    assertThat(
            run(
                """
                const caught = [], { push } = Array.prototype, { apply } = Reflect;
                const spy = (holder, name) => {
                  const before = holder[name];
                  holder[name] = function (...args) { apply(push, caught, [this, ...args]); return apply(before, this, args); };
                };
                for (const name of ["map", "filter", "find", "push", "includes", "forEach"]) spy(Array.prototype, name);
                spy(Map.prototype, "get"); spy(Map.prototype, "set"); spy(Array, "from"); spy(Promise.prototype, "then");
                const stream = await navigator.mediaDevices.getUserMedia({ video: true });
                stream.getTracks()[0].clone().stop();
                await navigator.mediaDevices.enumerateDevices();
                const seen = new Set();
                const leads = [];
                const visit = (value, depth) => {
                  if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value) || depth > 6) return;
                  seen.add(value);
                  for (const name of ["getClass", "class", "forName", "getClassLoader", "exec", "halt", "newInstance"]) {
                    try { if (value[name] !== undefined) leads.push(name); } catch {}
                  }
                  for (const key of Reflect.ownKeys(value)) { try { visit(value[key], depth + 1); } catch {} }
                };
                visit(caught, 0);
                return "leads:" + leads.join();
                """))
        .isEqualTo("leads:");
  }

  @Test
  void anErrorCarriesNoObjectOfJava() throws InterruptedException {
    assertThat(
            run(
                """
                try {
                  await navigator.mediaDevices.getUserMedia({ audio: { deviceId: { exact: "nobody" } } });
                } catch (e) {
                  return [Object.getPrototypeOf(Object.getPrototypeOf(e)) === DOMException.prototype,
                    Reflect.ownKeys(e).join(), /dev\\.usermedia|\\.java/.test(e.stack)].join(" ");
                }
                """))
        .isEqualTo("true stack false");
  }
}
