package dev.usermedia.javascript;

import dev.usermedia.javascript.internal.engine.RuntimeFiles;
import dev.usermedia.javascript.internal.engine.Watchdog;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;

/**
 * What scripts share: the language, and this library's own code parsed once. Making one takes about
 * a second, making a context of it some tens of milliseconds. Safe for use from any thread.
 */
public final class ScriptEngine implements AutoCloseable {
  private final Engine engine;
  private final RuntimeFiles files = new RuntimeFiles();
  private final Source realm = RuntimeFiles.read("runtime/realm.js");
  private final Source boot = RuntimeFiles.read("runtime/boot.js");
  private final Watchdog watchdog = new Watchdog();

  private ScriptEngine() {
    engine =
        Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false") // a stock JDK has no compiler for it
            .build();
  }

  /** An engine. */
  public static ScriptEngine create() {
    return new ScriptEngine();
  }

  /** A context with settings of its own. */
  public ScriptContext.Builder newContext() {
    return new ScriptContext.Builder(this);
  }

  Engine engine() {
    return engine;
  }

  RuntimeFiles files() {
    return files;
  }

  Source realm() {
    return realm;
  }

  Source boot() {
    return boot;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  /** Ends all contexts. */
  @Override
  public void close() {
    watchdog.close();
    engine.close(true);
  }
}
