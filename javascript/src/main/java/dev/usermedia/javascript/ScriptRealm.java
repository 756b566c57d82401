package dev.usermedia.javascript;

import dev.usermedia.javascript.internal.bridge.HostBridge;
import dev.usermedia.javascript.internal.engine.Language;
import dev.usermedia.javascript.internal.engine.ModuleFiles;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a script context has of the language: the engine's context, the runtime of its global, and
 * the bridge between that and Java. Made and used on the script's thread; {@link #cancel} and
 * {@link #isOpen} may be called from any. Once closed it holds nothing of the script.
 */
final class ScriptRealm {
  private final ScriptEngine engine;
  private volatile @Nullable Context context;
  private @Nullable HostBridge bridge;

  /** What {@code boot.js} returns. */
  private @Nullable Value boot;

  /** The runtime of the global. */
  private @Nullable Value realm;

  ScriptRealm(ScriptEngine engine) {
    this.engine = engine;
  }

  /**
   * Makes the global.
   *
   * @param exposed names of the host's functions that it gets
   * @param bridging makes the bridge for what evaluates scripts
   */
  void open(
      ScriptLimits limits,
      ModuleFiles modules,
      Globals.About about,
      Set<String> exposed,
      Function<HostBridge.Evaluation, HostBridge> bridging) {
    Context made = Language.context(engine.engine(), limits, modules);
    context = made;
    HostBridge opened =
        bridging.apply((text, url, module) -> made.eval(Language.source(text, url, module)));
    bridge = opened;
    Value booted = made.eval(engine.boot()).execute(opened);
    Value defined = new Globals(engine, booted, opened).define(about);
    booted.invokeMember("enter", defined);
    exposed.forEach(name -> defined.invokeMember("expose", name));
    boot = booted;
    realm = defined;
  }

  /** Whether there is anything to cancel. */
  boolean isOpen() {
    return context != null;
  }

  /** Whether the global is there. */
  boolean isEntered() {
    return boot != null;
  }

  void eval(Source source) {
    opened(context).eval(source);
  }

  /** Calls a function of the runtime. */
  void invoke(String name, Object... arguments) {
    opened(realm).invokeMember(name, arguments);
  }

  private static <T> T opened(@Nullable T made) {
    if (made == null) {
      throw new IllegalStateException("the context could not be made");
    }
    return made;
  }

  /** Tells the script of what it did not catch, which runs code of its own. */
  void report(Value error) {
    Objects.requireNonNull(boot).invokeMember("report", error);
  }

  /** As the console would show it. */
  String show(Value value) {
    return boot == null ? value.toString() : boot.invokeMember("show", value).asString();
  }

  /** Makes what runs return: in a thread of its own, for that takes as long as a built-in does. */
  void cancel() {
    Context made = context;
    if (made != null) {
      Thread.ofPlatform().daemon().name("usermedia script cancel").start(() -> made.close(true));
    }
  }

  /** Does not return into the script that it is called by. */
  void leave() {
    Context made = context;
    if (made != null) {
      made.close(true);
    }
  }

  /** Lets go of everything, what scripts hold of Java's included. */
  void close() {
    if (bridge != null) {
      bridge.close();
    }
    Context made = context;
    bridge = null;
    boot = null;
    realm = null;
    context = null;
    if (made != null) {
      made.close(true);
    }
  }
}
