package dev.usermedia.javascript.wpt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.javascript.ScriptContext;
import dev.usermedia.javascript.ScriptEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompatibilityTest {
  private static final Path PAGE = Path.of("../docs/compatibility.md");
  private static final String LOOK =
      """
      for (const name of names()) {
        const [whole, member] = name.split(".");
        const it = globalThis[whole];
        const there = it !== undefined && (member === undefined || member in it || member in (it.prototype ?? {}));
        if (there) tell(name);
      }
      """;

  private static final Set<String> THERE = ConcurrentHashMap.newKeySet();
  private static final List<String> ALL =
      CompatibilityDocument.SPECIFICATIONS.stream()
          .flatMap(it -> CompatibilityDocument.members(it).stream())
          .distinct()
          .toList();

  private final Map<String, String> excused = CompatibilityDocument.excuses(resource());
  private final CompatibilityDocument document =
      new CompatibilityDocument(KnownSubtests.kept(), WptExpectations.kept(), excused);

  @BeforeAll
  static void look() {
    try (ScriptEngine engine = ScriptEngine.create();
        ScriptContext context =
            engine
                .newContext()
                .media(media -> media.fakeDevices())
                .hostFunction("names", _ -> String.join(" ", ALL))
                .hostFunction("tell", names -> THERE.add(names.getFirst()) ? "" : "again")
                .build()) {
      context.run("look", LOOK.replace("names()", "names().split(' ')")).join();
    }
  }

  @Test
  void eachMemberIsThereOrHasAReason() {
    assertThat(ALL).hasSizeGreaterThan(120);
    assertThat(ALL)
        .allSatisfy(
            name -> assertThat(document.reason(name).isEmpty()).as(name).isEqualTo(isThere(name)));
    assertThat(ALL).containsAll(excused.keySet());
  }

  @Test
  void thePageIsInStepWithItsData() throws IOException {
    String written = document.write(CompatibilityTest::isThere);
    if (Boolean.getBoolean("compatibility.write")) {
      Files.writeString(PAGE, written);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(written);
  }

  private static boolean isThere(String name) {
    return THERE.contains(name);
  }

  private static String resource() {
    try (InputStream file =
        Objects.requireNonNull(CompatibilityTest.class.getResourceAsStream("members.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
