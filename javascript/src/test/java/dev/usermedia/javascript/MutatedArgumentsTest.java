package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.permissions.PermissionDecision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Every constructor, operation and attribute of the glue, with arguments of all kinds from a fixed
 * seed. {@code -Dmutations=100000} for more of them.
 */
class MutatedArgumentsTest {
  private static final int CALLS = Integer.getInteger("mutations", 10_000);
  private static final int SEED = 91;

  @Test
  void mutatedArgumentsYieldAnAnswerOrAnErrorOfTheWeb() throws Exception {
    CompletableFuture<List<String>> result = new CompletableFuture<>();
    Queue<String> internal = new ConcurrentLinkedQueue<>();
    ScriptLimits limits = new ScriptLimits(0, Duration.ofMinutes(5), 1_000_000);
    try (ScriptEngine engine = ScriptEngine.create();
        ScriptContext context =
            engine
                .newContext()
                .limits(limits)
                .media(media -> media.fakeDevices().prompt(_ -> PermissionDecision.ALLOW))
                .hostFunction("report", texts -> String.valueOf(result.complete(texts)))
                .console((_, _) -> {})
                .onUncaught(
                    text -> {
                      // What callbacks of the test throw is uncaught, as it should be.
                      if (text.contains("dev.usermedia") || text.contains("java.")) {
                        internal.add(text);
                      }
                      if (text.startsWith("the script was ended")) {
                        result.completeExceptionally(new ScriptException(text));
                      }
                    })
                .build()) {
      context
          .run(
              "mutated",
              resource("mutated-arguments.js")
                  + ("(%d, %d).then((it) => report(it.calls, ...it.bad), (e) => report('failed',"
                          + " e.stack));")
                      .formatted(SEED, CALLS))
          .join();

      assertThat(result.get(5, TimeUnit.MINUTES)).containsExactly(String.valueOf(CALLS));
      assertThat(internal).isEmpty();
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = MutatedArgumentsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
