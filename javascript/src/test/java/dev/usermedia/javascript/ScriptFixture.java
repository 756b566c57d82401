package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A script with the synthetic devices, on a clock that the test turns; what it logs are lines. */
final class ScriptFixture
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final Duration STEP = Duration.ofMillis(10);
  private static final long PATIENCE_SECONDS = 60;

  private final UnaryOperator<ScriptContext.Builder> configured;
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private @Nullable ScriptEngine engine;
  private @Nullable ScriptContext context;
  private ManualClock clock = new ManualClock();

  ScriptFixture() {
    this(UnaryOperator.identity());
  }

  ScriptFixture(UnaryOperator<ScriptContext.Builder> configured) {
    this.configured = configured;
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    engine = ScriptEngine.create();
  }

  @Override
  public void afterAll(ExtensionContext test) {
    engine.close();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    lines.clear();
    clock = new ManualClock();
    context =
        configured
            .apply(
                engine
                    .newContext()
                    .clock(clock)
                    .console((level, text) -> lines.add(text))
                    .onUncaught(text -> lines.add("uncaught " + text))
                    .limits(new ScriptLimits(0, Duration.ofMinutes(2), 10_000)))
            .media(
                media ->
                    media
                        .driver(new SyntheticDriver())
                        .systemDrivers(false)
                        .prompt(request -> PermissionDecision.ALLOW))
            .build();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    context.close();
  }

  /** Runs the body of an asynchronous function; what it throws is a line. */
  void run(String body) {
    context
        .run(
            "test",
            "(async () => {" + body + "})().catch((e) => console.log('threw ' + (e?.stack ?? e)));")
        .join();
  }

  /** Somebody clicks. */
  void activate() {
    context.activate();
  }

  /** Saves what the page shows. */
  void savePictures() {
    context.savePictures().join();
  }

  /** Waits until the script has nothing left to do; the clock stands still. */
  void awaitIdle() throws InterruptedException {
    context.awaitIdle();
  }

  /** What was logged and not yet asked for. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Turns the clock. */
  void advance(Duration time) {
    clock.advanceUs(time.toNanos() / 1_000);
  }

  /** The next line; the clock goes on until it is there. */
  String line() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      String line = lines.poll(50, TimeUnit.MILLISECONDS);
      if (line != null) {
        return line;
      }
      advance(STEP);
    }
    throw new AssertionError("no line in " + PATIENCE_SECONDS + " s");
  }

  /** The next line; the clock stands still. */
  String lineNow() throws InterruptedException {
    String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(line).isNotNull();
    return line;
  }
}
