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
            .console(
                (level, text) -> {
                  if (level == ConsoleLevel.LOG) {
                    lines.add(text);
                  }
                })
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

  /** Globals, values and functions by which the engine's own doors would be found. */
  @Test
  void noFunctionThatMakesFunctionsHasTheNamesOfTheEngine() throws InterruptedException {
    assertThat(
            run(
                """
                const frame = () => {
                  const element = document.createElement("iframe");
                  document.body.append(element);
                  return element.contentWindow;
                };
                const makers = [
                  Function,
                  eval,
                ];
                const names = ["Java", "Packages", "Polyglot", "Graal", "Realm", "Interop", "JavaImporter", "java", "javax", "com", "org",
                  "load", "loadWithNewGlobal", "quit", "exit", "read", "readline", "readbuffer", "Debug", "Test262", "$262", "$ENV", "$EXEC",
                  "$ARG", "arguments", "scriptArgs", "require", "process", "module", "WebAssembly", "ShadowRealm"];
                const found = [];
                for (const make of makers) for (const name of names) {
                  const text = make.name === "eval" ? `typeof ${name}` : `return typeof ${name}`;
                  let result = make(text);
                  if (typeof result === "function") result = result();
                  if (typeof result?.next === "function") result = result.next().value;
                  result = await result;
                  if (result !== "undefined" && !(name === "arguments" && result === "object")) found.push(make.name + " " + name + " " + result);
                }
                return makers.length + " found:" + found.join();
                """))
        .isEqualTo("2 found:");
  }

  @Test
  void noModuleIsLoadedFromAnywhere() throws InterruptedException {
    assertThat(
            run(
                """
                const loaded = [];
                for (const specifier of ["jar:file:///etc/x.jar!/y.js", "http://127.0.0.1:9/x.js", "https://localhost/x.js", "usermedia:runtime/realm.js", "./x.js", "../../../../etc/passwd", "resource:/java/lang/Object.class", "node:fs", "fs", "java:java.lang.System", "\\0"]) {
                  try {
                    await import(specifier);
                    loaded.push(specifier);
                  } catch {}
                }
                return "loaded:" + loaded.join();
                """))
        .isEqualTo("loaded:");
  }

  @Test
  void noElementLoadsWhatThePagesHostDoesNotHave() throws InterruptedException {
    assertThat(
            run(
                """
                const ended = (element, url) => new Promise((resolve) => {
                  element.onload = () => resolve("loaded");
                  element.onerror = () => resolve("error");
                  setTimeout(() => resolve("nothing"), 200);
                  element.src = url;
                  document.body.append(element);
                });
                const text = async (url) => {
                  try { return await (await fetch(url)).text(); } catch { return ""; }
                };
                const attempt = async (url) => {
                  const frame = document.createElement("iframe");
                  await ended(frame, url);
                  const answers = [await ended(new Image(), url), await ended(document.createElement("script"), url)];
                  const gained = (frame.contentDocument?.body?.textContent ?? "") + await text(url);
                  return gained !== "" || answers.includes("loaded") ? url : "";
                };
                const urls = ["file:///etc/passwd", "file:/etc/passwd", "FILE:///etc/passwd", "blob:file:///etc/passwd", "http://127.0.0.1:9/", "jar:file:/etc/x.jar!/", "view-source:file:///etc/passwd", "//etc/passwd", "/etc/passwd"];
                return "gained:" + (await Promise.all(urls.map(attempt))).join("");
                """))
        .isEqualTo("gained:");
  }

  @Test
  void aSetterOnTheRootOfAllObjectsSeesNothingOfThisRoom() throws InterruptedException {
    assertThat(
            run(
                """
                const seen = [];
                for (const name of ["realm", "bridge", "agent", "host", "media", "track", "elements", "implementation", "load", "call"]) {
                  Object.defineProperty(Object.prototype, name, {
                    set(value) {
                      if (value && typeof value === "object") seen.push(name);
                      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
                    },
                    configurable: true,
                  });
                }
                const stream = await navigator.mediaDevices.getUserMedia({ video: true });
                document.createElement("div").append(new Image());
                stream.clone();
                new Blob(["x"]);
                const names = ["realm", "bridge", "agent", "elements", "implementation", "load", "call"];
                return "seen:" + seen.filter((it) => names.includes(it)).join();
                """))
        .isEqualTo("seen:");
  }

  /** As {@code whoListensIn...}, which finds implementations; from them no way leads to Java. */
  @Test
  void fromAnImplementationNoPathOfPropertiesLeadsToTheBridge() throws InterruptedException {
    assertThat(
            run(
                """
                const caught = [], { apply } = Reflect, { push } = Array.prototype;
                for (const [holder, name] of [[Array.prototype, "map"], [Array.prototype, "filter"], [Array.prototype, "some"], [Array.prototype, "find"],
                  [Array.prototype, "push"], [Array.prototype, "includes"], [Map.prototype, "set"], [Map.prototype, "get"], [WeakSet.prototype, "has"]]) {
                  const before = holder[name];
                  holder[name] = function (...args) { apply(push, caught, [this, ...args]); return apply(before, this, args); };
                }
                const div = document.createElement("div");
                div.append(document.createElement("video"), document.createElement("canvas"));
                div.addEventListener("x", () => {});
                div.dispatchEvent(new Event("x"));
                div.querySelector("video");
                await navigator.mediaDevices.getUserMedia({ video: true });
                const seen = new Set(), found = [];
                const visit = (value, path) => {
                  if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value) || path.length > 8) return;
                  seen.add(value);
                  for (const name of ["runtimeFile", "wallClock", "parseDocument", "uuid", "evaluate"]) {
                    try { if (typeof value[name] === "function" && typeof value.wallClock !== "undefined") found.push([...path, name].join(".")); } catch {}
                  }
                  for (const key of Reflect.ownKeys(value)) { try { visit(value[key], [...path, String(key)]); } catch {} }
                };
                visit(caught, []);
                return (seen.size > 50) + " " + found.join();
                """))
        .isEqualTo("true ");
  }

  @Test
  void aPromisesSpeciesAndAnErrorsHooksSeeOnlyFunctionsOfTheLanguage() throws InterruptedException {
    assertThat(
            run(
                """
                const seen = [];
                Error.prepareStackTrace = (error, frames) => { seen.push(...frames); return ""; };
                class Mine extends Promise { static get [Symbol.species]() { return function (executor) { seen.push(executor); executor(() => {}, () => {}); }; } }
                const devices = navigator.mediaDevices.enumerateDevices();
                Object.setPrototypeOf(devices, Mine.prototype);
                devices.then(() => {});
                try { new MediaStream(1); } catch (e) { seen.push(e.stack); }
                return seen.map((it) => [typeof it, it?.getClass, it?.class].join(":")).join();
                """))
        .matches("((function|string)::,?)+");
  }

  @Test
  void noTextTellsOfTheMachinesFilesOrOfJava() throws InterruptedException {
    String home = System.getProperty("user.home");
    String here = System.getProperty("user.dir");

    assertThat(
            run(
                """
                const steps = [
                  async () => { try { document.querySelector('&'); } catch (e) { return e.stack + e.message; } },
                  async () => { try { structuredClone(() => 1); } catch (e) { return e.stack + e.message; } },
                  async () => { try { null.x; } catch (e) { return e.stack + e.message; } },
                  async () => { try { eval('('); } catch (e) { return e.stack + e.message; } },
                  async () => { try { await import('/etc/x.js'); } catch (e) { return e.stack; } },
                  async () => { try { const f = () => f() + 1; f(); } catch (e) { return e.stack + e.message; } },
                  async () => { try { new VideoFrame(document.createElement('canvas')); } catch (e) { return e.stack; } },
                  async () => { return navigator.userAgent + navigator.platform + location.href + document.referrer; },
                  async () => { return Function.prototype.toString.call(document.createElement) + console.log; },
                ];
                return (await Promise.all(steps.map((it) => it()))).join();
                """))
        .doesNotContain(
            home.length() > 1 ? home + "/" : "\0", here, ".java", "dev.usermedia", ".jar")
        .doesNotContain(System.getenv().getOrDefault("PATH", "\0"));
  }

  @Test
  void aPageGetsNoFunctionOfTheHostThatWasNotGivenToIt() throws InterruptedException {
    assertThat(
            run(
                """
                const global = Object.getOwnPropertyNames(globalThis).filter((name) => typeof globalThis[name] === "function");
                return global.filter((name) => /java|host|graal|polyglot|native|exec|spawn/i.test(name)).join() + ";";
                """))
        .isEqualTo(";");
  }
}
