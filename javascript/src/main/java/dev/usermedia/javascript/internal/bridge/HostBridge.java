package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaContext;
import dev.usermedia.javascript.ConsoleLevel;
import dev.usermedia.javascript.ScriptConsole;
import dev.usermedia.javascript.internal.loop.ScriptLoop;
import java.util.function.Consumer;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * All that this room's JavaScript can reach of Java. A script never holds it; even one that got hold
 * of it could do no more with it than with {@code navigator.mediaDevices}.
 */
public final class HostBridge {
  private final ScriptLoop loop;
  private final MediaContext context;
  private final ScriptConsole console;
  private final Consumer<String> uncaught;
  private final Consumer<Throwable> failures;
  private @Nullable MediaHost media;

  /**
   * A bridge.
   *
   * @param uncaught told, as text with a stack, what no script caught
   * @param failures told what is thrown where no script could catch it
   */
  public HostBridge(
      ScriptLoop loop,
      MediaContext context,
      ScriptConsole console,
      Consumer<String> uncaught,
      Consumer<Throwable> failures) {
    this.loop = loop;
    this.context = context;
    this.console = console;
    this.uncaught = uncaught;
    this.failures = failures;
  }

  /** The script's side gives what Java needs of the language. */
  @Export
  public void ready(Value newObject, Value newArray, Value thrower, Value undefined) {
    media = new MediaHost(context, new Trees(newObject, newArray), new Answers(thrower, failures), undefined);
  }

  @Export
  public MediaHost media() {
    if (media == null) {
      throw new IllegalStateException("before ready");
    }
    return media;
  }

  @Export
  public void print(String level, String text) {
    console.print(ConsoleLevel.of(level), text);
  }

  @Export
  public void uncaught(String text) {
    uncaught.accept(text);
  }

  /** The present time of the clock of all frames, in microseconds. */
  @Export
  public double now() {
    return context.clock().nowUs();
  }

  /** Milliseconds since 1970. */
  @Export
  public double wallClock() {
    return System.currentTimeMillis();
  }

  /** Calls a function later. */
  @Export
  public TimerHost timer(double delayMs, Value steps) {
    ScriptLoop.Timer timer = loop.timer(delayMs, steps::executeVoid);
    if (timer == null) {
      throw new TooManyTimers();
    }
    return new TimerHost(timer);
  }

  /** Ends the script: see the limits. */
  public static final class TooManyTimers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyTimers() {
      super("too many timers");
    }
  }

  /** A timer that can be taken back. */
  public static final class TimerHost {
    private final ScriptLoop.Timer timer;

    TimerHost(ScriptLoop.Timer timer) {
      this.timer = timer;
    }

    @Export
    public void cancel() {
      timer.cancel();
    }
  }

  /** Something was asked for that will be answered. */
  @Export
  public void retain() {
    loop.retain();
  }

  /** It was answered. */
  @Export
  public void release() {
    loop.release();
  }

  @Export
  public String version() {
    String version = HostBridge.class.getModule().getDescriptor() == null
        ? null
        : HostBridge.class.getModule().getDescriptor().rawVersion().orElse(null);
    return version == null ? "development" : version;
  }

  @Export
  public String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  @Export
  public int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
