package dev.usermedia.javascript.wpt;

import dev.usermedia.javascript.ScriptContext;
import dev.usermedia.javascript.ScriptEngine;
import dev.usermedia.javascript.ScriptLimits;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Runs pages, each in a fresh context on the synthetic devices, with nobody refusing anything. */
public final class WptRunner implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration SLOW_LIMIT = Duration.ofSeconds(60);

  private final ScriptEngine engine = ScriptEngine.create();
  private final WptServer server;
  private final double patience;

  /**
   * A runner.
   *
   * @param root the directory that has {@code resources/testharness.js}
   * @param patience what the harness's time limits are multiplied with
   */
  public WptRunner(Path root, double patience) {
    server = new WptServer(root, patience);
    this.patience = patience;
  }

  private record Ending(String status, String message) {}

  /** Runs a page to its end or its time limit. */
  public WptResult run(WptTest test) throws InterruptedException {
    String origin = test.secure() ? WptServer.SECURE_ORIGIN : WptServer.INSECURE_ORIGIN;
    // more than the harness takes, which knows better what has not come
    long limitMs = (long) ((test.slow() ? SLOW_LIMIT : LIMIT).toMillis() * patience) + 3_000;
    Map<PermissionName, PermissionDecision> decisions = new ConcurrentHashMap<>();
    Set<PermissionName> policy = server.policy(origin + test.path());
    List<WptResult.Subtest> subtests = Collections.synchronizedList(new ArrayList<>());
    List<String> console = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<Ending> ending = new CompletableFuture<>();
    AtomicReference<ScriptContext> context = new AtomicReference<>();
    long start = System.nanoTime();
    Ending end;
    try (ScriptContext opened =
        engine
            .newContext()
            .origin(origin)
            .url(origin + test.path())
            .resources(server)
            .permissionsPolicy(policy)
            .legacy(test.path().matches(".*/(legacy|tentative)/.*"))
            .console((level, text) -> console.add(level + " " + text))
            .onUncaught(text -> console.add("UNCAUGHT " + text))
            .limits(new ScriptLimits(0, Duration.ofMillis(limitMs), 10_000))
            .network(() -> true)
            .media(
                media ->
                    WptDevices.plugInto(media)
                        .prompt(
                            request ->
                                decisions.getOrDefault(
                                    request.descriptor().name(), PermissionDecision.ALLOW)))
            .hostFunction(
                WptPage.HOST_FUNCTION,
                message -> {
                  switch (message.getFirst()) {
                    case "subtest" ->
                        subtests.add(
                            new WptResult.Subtest(message.get(1), message.get(2), message.get(3)));
                    case "done" -> ending.complete(new Ending(message.get(1), message.get(2)));
                    case "click" -> context.get().activate();
                    case "set_permission" ->
                        setPermission(decisions, context.get(), message.get(1), message.get(2));
                    default -> throw new IllegalArgumentException(message.getFirst());
                  }
                  return "";
                })
            .build()) {
      context.set(opened);
      var _ =
          opened
              .open(origin + test.path())
              .whenComplete(
                  (_, failure) -> {
                    if (failure != null) {
                      ending.complete(new Ending("CRASH", String.valueOf(failure.getMessage())));
                    }
                  });
      end = ending.get(limitMs, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      end = new Ending("TIMEOUT", "the page did not end");
    } catch (ExecutionException e) {
      end = new Ending("CRASH", String.valueOf(e.getCause()));
    }
    long durationMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    synchronized (subtests) {
      return new WptResult(
          test, end.status(), end.message(), subtests, List.copyOf(console), durationMs);
    }
  }

  /** The answer from now on; what was answered before is taken back. */
  private static void setPermission(
      Map<PermissionName, PermissionDecision> decisions,
      ScriptContext context,
      String name,
      String state) {
    PermissionName wanted =
        Arrays.stream(PermissionName.values())
            .filter(it -> it.value().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("unimplemented permission " + name));
    boolean granted = state.equals("granted");
    decisions.put(wanted, granted ? PermissionDecision.ALLOW : PermissionDecision.DENY);
    if (!granted) {
      context.media().permissions().revoke(PermissionDescriptor.of(wanted));
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
