package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WindowsTest {
  private static final Map<String, String> PAGES =
      Map.of(
          "https://localhost/a.html",
          "<title>a</title>",
          "https://localhost/b.html",
          "<title>b</title>",
          "https://other.example/frame.html",
          "<script>onmessage = async (e) => { try { const s = await"
              + " navigator.mediaDevices.getDisplayMedia(); s.getTracks()[0].stop();"
              + " parent.postMessage('captured', '*'); } catch (error) {"
              + " parent.postMessage(error.name, '*'); } }; parent.postMessage('loaded',"
              + " '*');</script>");
  private static final String FRAME =
      """
      const frame = document.createElement("iframe");
      frame.src = "https://other.example/frame.html";
      frame.allow = "display-capture";
      const next = () => new Promise((resolve) => addEventListener("message", resolve, { once: true }));
      const before = frame.contentWindow;
      document.body.append(frame);
      const shown = frame.contentWindow;
      const loaded = await next();
      """;

  @RegisterExtension
  static final ScriptFixture script =
      new ScriptFixture(
          builder ->
              builder
                  .url("https://localhost/")
                  .resources(
                      url ->
                          Optional.ofNullable(PAGES.get(url))
                              .map(text -> PageResource.ofText("text/html", text)))
                  .hostFunction("click", WindowsTest::click));

  private static String click(List<String> ignored) {
    script.activate();
    return "";
  }

  @Test
  void aWindowIsNamedAfterItsInterface() throws InterruptedException {
    script.run("console.log(String(globalThis), Object.prototype.toString.call(window))");

    assertThat(script.line()).isEqualTo("[object Window] [object Window]");
  }

  @Test
  void aWindowProxyStaysWhileDocumentsComeAndGo() throws InterruptedException {
    script.run(
        FRAME
            + "console.log(before, loaded.source === shown, frames[0] === shown,"
            + " shown.parent === window, frame.contentDocument);");

    assertThat(script.line()).isEqualTo("null true true true null");
  }

  @Test
  void aWindowThatAScriptOpensHasAHistory() throws InterruptedException {
    script.run(
        """
        const opened = open("/a.html");
        const on = (type) => new Promise((resolve) => { opened["on" + type] = resolve; });
        await on("pageshow");
        const first = opened.navigator.mediaDevices;
        console.log(opened.document.title, opened.opener === window, opened.parent === opened);
        opened.location = "/b.html";
        await on("pagehide");
        await new Promise((resolve) => setTimeout(resolve));
        await on("load");
        console.log(opened.document.title, opened.history.length, first === opened.navigator.mediaDevices);
        opened.history.back();
        await on("pagehide");
        await new Promise((resolve) => setTimeout(resolve));
        await on("load");
        console.log(opened.document.title);
        opened.close();
        console.log(opened.closed);
        """);

    assertThat(script.line()).isEqualTo("a true true");
    assertThat(script.line()).isEqualTo("b 2 false");
    assertThat(script.line()).isEqualTo("a");
    assertThat(script.line()).isEqualTo("true");
  }

  @Test
  void aFrameOfAnotherOriginCapturesDisplaysWhenThatIsDelegated() throws InterruptedException {
    script.run(
        FRAME
            + """
            const ask = async (options) => { shown.postMessage("go", options); return (await next()).data; };
            const targetOrigin = "https://other.example";
            const name = (steps) => { try { steps(); return "none"; } catch (e) { return e.name; } };
            console.log(name(() => shown.postMessage("go", { targetOrigin, delegate: "display-capture" })));
            click();
            console.log(name(() => shown.postMessage("go", { targetOrigin: "*", delegate: "display-capture" })));
            console.log(name(() => shown.postMessage("go", { targetOrigin, delegate: "camera" })));
            console.log(await ask({ targetOrigin }));
            console.log(await ask({ targetOrigin, delegate: "display-capture" }));
            console.log(await ask({ targetOrigin }));
            """);

    assertThat(script.line()).isEqualTo("NotAllowedError");
    assertThat(script.line()).isEqualTo("NotAllowedError");
    assertThat(script.line()).isEqualTo("NotSupportedError");
    assertThat(script.line()).isEqualTo("InvalidStateError");
    assertThat(script.line()).isEqualTo("captured");
    assertThat(script.line()).isEqualTo("InvalidStateError");
  }

  @Test
  void storageIsOfTheOriginAndTakesNames() throws InterruptedException {
    script.run(
        """
        localStorage.a = 1;
        localStorage.setItem("b", "2");
        const frame = document.createElement("iframe");
        document.body.append(frame);
        const there = frame.contentWindow.localStorage;
        console.log(there.a, there.length, Object.keys(there), there === localStorage, sessionStorage.length);
        delete localStorage.a;
        console.log(there.getItem("a"), "a" in there);
        try { localStorage.big = "x".repeat(6e6); } catch (e) { console.log(e.name); }
        """);

    assertThat(script.line()).isEqualTo("1 2 [\"a\", \"b\"] false 0");
    assertThat(script.line()).isEqualTo("null false");
    assertThat(script.line()).isEqualTo("QuotaExceededError");
  }

  @Test
  void screensAreToldToWhoMayKnowThem() throws InterruptedException {
    script.run(
        """
        const { screens, currentScreen } = await getScreenDetails();
        console.log(screens.length, currentScreen.label, currentScreen.width, screens[1].left, screens[1].isPrimary);
        console.log((await navigator.permissions.query({ name: "window-management" })).state);
        const frame = document.createElement("iframe");
        frame.allow = "window-management 'none'";
        document.body.append(frame);
        try { await frame.contentWindow.getScreenDetails(); } catch (e) { console.log(e.name); }
        """);

    assertThat(script.line()).isEqualTo("2 Synthetic screen 1 1920 1920 false");
    assertThat(script.line()).isEqualTo("granted");
    assertThat(script.line()).isEqualTo("NotAllowedError");
  }
}
