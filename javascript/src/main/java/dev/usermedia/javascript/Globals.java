package dev.usermedia.javascript;

import dev.usermedia.javascript.internal.bridge.HostBridge;
import dev.usermedia.javascript.internal.engine.RuntimeFiles;
import java.util.List;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * Makes the global of a new context what a window's or a worker's is.
 *
 * @param boot what {@code boot.js} returns
 */
record Globals(ScriptEngine engine, Value boot, HostBridge bridge) {
  /** The first is also that of the global's interface. */
  private static final List<Object> WINDOW_NAMES = List.of("Window");

  private static final List<Object> WORKER_NAMES =
      List.of("DedicatedWorkerGlobalScope", "DedicatedWorker", "Worker");

  /**
   * What a global is to be.
   *
   * @param legacy whether it has the names of the past
   * @param policy names of what it may use at all
   */
  record About(boolean isWorker, boolean legacy, String origin, String url, List<String> policy) {}

  /** Evaluates this room's own files; the result is the runtime of the global. */
  Value define(About about) {
    Context context = boot.getContext();
    Value agent = null;
    Value realm = null;
    for (RuntimeFiles.Part part : engine.files().parts()) {
      Value function = context.eval(part.source());
      switch (part.stage()) {
        case AGENT -> agent = function.execute(bridge);
        case IMPL -> function.executeVoid(agent);
        case WINDOW, WORKER -> {
          if (about.isWorker() == (part.stage() == RuntimeFiles.Stage.WORKER)) {
            function.executeVoid(realm);
          }
        }
        case REALM -> {
          if (realm == null) {
            realm = realm(context, agent, about);
          }
          function.executeVoid(realm);
        }
      }
    }
    return Objects.requireNonNull(realm);
  }

  private Value realm(Context context, @Nullable Value agent, About about) {
    Value facts =
        boot.invokeMember(
            "about",
            ProxyArray.fromList(about.isWorker() ? WORKER_NAMES : WINDOW_NAMES),
            isSecure(about.origin()),
            about.origin(),
            about.url(),
            ProxyArray.fromList(List.copyOf(about.policy())),
            about.legacy());
    return context.eval(engine.realm()).execute(agent, boot.getMember("global"), facts);
  }

  /** As <a href="https://w3c.github.io/webappsec-secure-contexts/">Secure Contexts</a> has it. */
  private static boolean isSecure(String origin) {
    return !origin.startsWith("http:") || origin.matches("http://(localhost|127\\..*)(:.*)?");
  }
}
