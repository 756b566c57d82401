package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModulesTest {
  private static final Map<String, String> FILES =
      Map.of(
          "https://localhost/dir/a.js",
          "import { b } from './sub/b.js'; import c from '/c.js'; export const a = 'a' + b + c;",
          "https://localhost/dir/sub/b.js",
          "import { d } from '../d.js'; export const b = 'b' + d;",
          "https://localhost/dir/d.js",
          "export const d = await Promise.resolve('d');",
          "https://localhost/c.js",
          "export default 'c'; export const there = new URL('./t.txt', import.meta.url).href;",
          "https://localhost/t.txt",
          "text",
          "https://localhost/throws.js",
          "\nthrow new Error('here');");

  @RegisterExtension
  static final ScriptFixture script =
      new ScriptFixture(
          builder ->
              builder.resources(
                  url ->
                      Optional.ofNullable(FILES.get(url))
                          .map(text -> PageResource.ofText("text/javascript", text))));

  @Test
  void modulesImportEachOtherByTheirAddresses() throws InterruptedException {
    script.run("console.log((await import('/dir/a.js')).a)");

    assertThat(script.line()).isEqualTo("abdc");
  }

  @Test
  void whatAModuleFetchesBesideItselfIsFound() throws InterruptedException {
    script.run("console.log(await (await fetch((await import('/c.js')).there)).text())");

    assertThat(script.line()).isEqualTo("text");
  }

  @Test
  void aPagesHostSaysWhatItDoesNotHaveAndNobodyAnswersForOthers() throws InterruptedException {
    script.run("console.log((await fetch('https://localhost/missing.txt')).status)");
    assertThat(script.line()).isEqualTo("404");

    script.run("await fetch('https://example.com/t.txt').catch((e) => console.log(String(e)))");
    assertThat(script.line())
        .isEqualTo("TypeError: Failed to fetch 'https://example.com/t.txt': there is no network");
  }

  @Test
  void nothingButThePagesHostIsRead() throws InterruptedException {
    for (String specifier :
        new String[] {
          "/etc/passwd",
          "../../../../../../etc/passwd",
          "file:///etc/passwd",
          "https://example.com/c.js",
          "/https/example.com/c.js",
          "etc/passwd"
        }) {
      script.run(
          "try { await import('"
              + specifier
              + "'); console.log('read'); } catch (e) { console.log(e"
              + " instanceof Error); }");
      assertThat(script.line()).as(specifier).isEqualTo("true");
    }
  }

  @Test
  void aStackNamesTheAddressOfAModule() throws InterruptedException {
    script.run("import('/throws.js').catch((e) => console.log(e))");

    assertThat(script.line()).contains("Error: here", "https://localhost/throws.js:2");
  }
}
