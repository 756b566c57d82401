package dev.usermedia.javascript.wpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages around a harness of a few lines; the real one is run by {@code usermedia wpt}. */
class WptRunnerTest {
  private static final String HARNESS =
      """
      let report;
      const results = [];
      function setup() {}
      function add_completion_callback(callback) { report = callback; }
      function test(steps, name) {
        try { steps(); results.push({ name, status: 0 }); } catch (e) { results.push({ name, status: 1, message: String(e) }); }
      }
      addEventListener("load", () => report(results, { status: 0 }));
      """;

  @TempDir Path root;

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void eachPageRunsInAContextOfItsOwn() throws IOException, InterruptedException {
    write("resources/testharness.js", HARNESS);
    write("d/support/no.html", "resources/testharness.js");
    write("d/a.https.window.js", "// META: script=b.js\ntest(() => { leak = b; }, 'wrapped');");
    write("d/b.js", "var b = 1;");
    write(
        "d/c.sub.html",
        "<script src=/resources/testharness.js></script><script"
            + " src=/resources/testharnessreport.js></script><script>test(() => { if (typeof leak"
            + " !== 'undefined') throw 1; }, '{{host}}');test(() => { throw new Error('no'); },"
            + " 'fails' + isSecureContext);</script>");

    List<WptTest> tests = WptTest.find(root, "d");
    assertThat(tests)
        .containsExactly(
            new WptTest("/d/a.https.window.html", true, false),
            new WptTest("/d/c.sub.html", false, false));
    try (WptRunner runner = new WptRunner(root, 3)) {
      assertThat(runner.run(tests.getFirst()).subtests())
          .containsExactly(new WptResult.Subtest("wrapped", "PASS", ""));
      assertThat(runner.run(tests.getLast()).subtests())
          .containsExactly(
              new WptResult.Subtest("web-platform.test", "PASS", ""),
              new WptResult.Subtest("failsfalse", "FAIL", "Error: no"));
    }
  }

  @Test
  void aPageThatHangsIsEndedInTime() throws IOException, InterruptedException {
    write("resources/testharness.js", "for (;;) {}");
    write("h.html", "<script src=/resources/testharness.js></script>");

    try (WptRunner runner = new WptRunner(root, 0.05)) {
      assertThat(runner.run(WptTest.find(root, "h.html").getFirst()).status())
          .isIn("TIMEOUT", "CRASH");
    }
  }
}
