package dev.usermedia.javascript;

import dev.usermedia.MediaClock;
import dev.usermedia.MediaContext;
import dev.usermedia.javascript.internal.bridge.HostBridge;
import dev.usermedia.javascript.internal.bridge.WorkerScope;
import dev.usermedia.javascript.internal.bridge.Workers;
import dev.usermedia.javascript.internal.engine.Language;
import dev.usermedia.javascript.internal.engine.ModuleFiles;
import dev.usermedia.javascript.internal.loop.ScriptLoop;
import dev.usermedia.permissions.PermissionName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.jspecify.annotations.Nullable;

/**
 * A window of scripts: a global of its own, one thread that is also the event loop of a {@link
 * MediaContext}, and the devices of that context as {@code navigator.mediaDevices}.
 *
 * <p>Methods may be called from any thread; scripts run on the context's own.
 */
public final class ScriptContext implements AutoCloseable {
  private static final Duration LONG = Duration.ofHours(1);

  private final ScriptEngine engine;
  private final Consumer<String> uncaught;
  private final PageResources resources;
  private final ScriptLoop loop;
  private final MediaContext media;
  private final WorkerContexts workers;
  private final Consumer<ScriptContext> freed;
  private final CompletableFuture<Void> started = new CompletableFuture<>();

  private final PendingTasks pending = new PendingTasks();

  /** Why the script was ended, if it was. */
  private final AtomicReference<@Nullable String> ended = new AtomicReference<>();

  private final ScriptRealm realm;
  private volatile Runnable unwatch = () -> {};

  @SuppressWarnings("this-escape") // into tasks of the loop, which read what is set before
  ScriptContext(Builder builder) {
    engine = builder.engine;
    realm = new ScriptRealm(builder.engine);
    uncaught = builder.uncaught;
    resources = builder.resources;
    loop =
        new ScriptLoop(
            "usermedia script "
                + builder.origin
                + builder.worker.map(it -> " worker " + it.name()).orElse(""),
            builder.clock,
            builder.limits.timers(),
            this::failed);
    media = document(builder, builder.origin, names(builder.policy));
    workers = new WorkerContexts(builder, loop);
    freed = builder.freed;
    loop.execute(
        () -> {
          try {
            start(builder);
            loop.execute(() -> unwatch = watch(builder.limits));
            started.complete(null);
          } catch (Throwable failure) {
            started.completeExceptionally(failure);
          }
        });
  }

  private MediaContext document(Builder builder, String origin, List<String> features) {
    Set<PermissionName> policy = EnumSet.noneOf(PermissionName.class);
    for (PermissionName name : PermissionName.values()) {
      if (features.contains(name.value())) {
        policy.add(name);
      }
    }
    return builder
        .media
        .apply(MediaContext.builder().origin(origin).permissionsPolicy(policy))
        .clock(builder.clock)
        .eventLoop(loop)
        .onError(this::failed)
        .build();
  }

  private static List<String> names(Set<PermissionName> policy) {
    return policy.stream().map(PermissionName::value).toList();
  }

  /** The devices, tracks and permissions of the scripts. */
  public MediaContext media() {
    return media;
  }

  /**
   * Runs a classic script.
   *
   * @param name for stacks
   * @return completes when the script has run, with a {@link ScriptException} if it threw
   */
  public CompletableFuture<Void> run(String name, String text) {
    return evaluate(Language.source(text, name, false));
  }

  /**
   * Runs a module: {@code await} at the top level is allowed. {@link #awaitIdle} waits for that.
   *
   * @return completes when the module has run or waits, with a {@link ScriptException} if it threw
   *     before; what it throws later is uncaught
   */
  public CompletableFuture<Void> runModule(String name, String text) {
    return evaluate(Language.source(text, name, true));
  }

  /**
   * Saves, as downloads, the pictures that the page shows now: canvases that were painted on, and
   * images that the page made itself.
   *
   * @return completes when all are saved
   */
  public CompletableFuture<Void> savePictures() {
    return task(() -> realm.invoke("savePictures"));
  }

  /**
   * Somebody used the page: for five seconds scripts may do what needs a person's attention. May be
   * called from a {@linkplain Builder#hostFunction host function}.
   *
   * @see <a href="https://html.spec.whatwg.org/#transient-activation">HTML, transient
   *     activation</a>
   */
  public void activate() {
    if (loop.isCurrent()) {
      realm.invoke("activate", true);
    } else {
      loop.execute(() -> realm.invoke("activate", false));
    }
  }

  /**
   * Clicks an element of the page as a person would, which {@linkplain #activate activates} it.
   *
   * @param selector of the element, the first that it selects
   * @return completes when listeners have run, with a {@link ScriptException} if there is no
   *     element
   */
  public CompletableFuture<Void> click(String selector) {
    return task(() -> realm.invoke("click", selector));
  }

  /** Waits until no task, timer or answer is outstanding, or the script was ended. */
  public void awaitIdle() throws InterruptedException {
    while (!workers.awaitIdle(LONG)) {}
  }

  /**
   * {@link #awaitIdle()} for a limited time by the machine's clock.
   *
   * @return false if the time was over before
   */
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    return workers.awaitIdle(limit);
  }

  /**
   * Waits until no task or answer is outstanding and no timer is due, however many are set for
   * later: a person would see that nothing happens.
   *
   * @return false if the time was over before
   */
  public boolean awaitSettled(Duration limit) throws InterruptedException {
    return workers.awaitSettled(limit);
  }

  // ---- as a worker ----

  /** Runs the worker's script once its global is there. */
  void startWorker(Workers.Request request) {
    var _ =
        started.whenComplete(
            (_, failure) ->
                loop.execute(
                    () -> {
                      if (failure != null) {
                        failed(failure);
                        terminate();
                      } else if (ended.get() == null) {
                        realm.invoke("start", request.text(), request.url(), request.module());
                      }
                    }));
  }

  Map<ScriptLoop, Long> queued() {
    return workers.queued();
  }

  /** Makes what the worker runs return, and has it closed. */
  void terminate() {
    cancelWorker();
    closeLater();
  }

  /** What runs runs to its end, and what was queued before. */
  private void closeLater() {
    Thread.ofVirtual().name("usermedia script ended").start(this::close);
  }

  /** Makes what the worker runs return: it is not to run any more. */
  void cancelWorker() {
    if (ended.compareAndSet(null, "it was terminated")) {
      realm.cancel();
    }
    workers.cancel();
  }

  private CompletableFuture<Void> evaluate(Source source) {
    return task(
        () -> {
          started.getNow(null);
          realm.eval(source);
        });
  }

  private CompletableFuture<Void> task(Runnable steps) {
    return pending.run(loop, steps, this::described);
  }

  private Runnable watch(ScriptLimits limits) {
    return engine
        .watchdog()
        .watch(
            loop,
            limits.task(),
            () -> end("a task ran for longer than " + limits.task().toMillis() + " ms"));
  }

  private void start(Builder builder) {
    realm.open(
        builder.limits,
        new ModuleFiles(builder.resources, builder.origin),
        new Globals.About(
            builder.worker.isPresent(),
            builder.legacy,
            builder.origin,
            builder.url,
            names(builder.policy)),
        builder.worker.isEmpty() ? builder.functions.keySet() : Set.of(),
        evaluation ->
            new HostBridge(
                loop,
                media,
                builder.console,
                uncaught,
                this::failed,
                builder.resources,
                evaluation,
                (origin, features) -> document(builder, origin, features),
                builder.functions,
                builder.pictureEncoder,
                builder.downloads,
                builder.limits.pictureBytes(),
                builder.network,
                workers,
                builder.worker.map(request -> new WorkerScope(request, this::closeLater))));
  }

  /**
   * Opens a page in place of the empty one: parses it and runs its scripts.
   *
   * @return completes when the page was parsed, before its {@code load} event; with a {@link
   *     ScriptException} if there is no page
   */
  public CompletableFuture<Void> open(String url) {
    return task(
        () -> {
          PageResource page =
              resources
                  .load(url)
                  .orElseThrow(() -> new ScriptException("there is no page at " + url));
          realm.invoke("openPage", page.text(), url);
        });
  }

  /** Ends the script from any thread, which does not wait for it. */
  private void end(String reason) {
    if (!realm.isOpen() || !ended.compareAndSet(null, reason)) {
      return;
    }
    Thread.ofVirtual()
        .name("usermedia script ended")
        .start(
            () -> {
              try {
                uncaught.accept("the script was ended: " + reason);
              } finally {
                pending.fail(new ScriptException("the script was ended: " + reason));
                close();
              }
            });
    realm.cancel();
    if (loop.isCurrent()) {
      realm.leave();
    }
  }

  /** On the loop: a task threw. Reporting runs code of the script, which may throw again. */
  private void failed(Throwable failure) {
    if (ended.get() != null) {
      return; // what fails now fails for that
    }
    try {
      report(failure);
    } catch (PolyglotException e) {
      uncaught.accept(e.getMessage());
    }
  }

  private void report(Throwable failure) {
    switch (failure) {
      case HostBridge.TooManyTimers _ -> end("it set too many timers");
      case PolyglotException e when e.isResourceExhausted() -> end(Language.exhausted(e));
      case PolyglotException e when e.isCancelled() -> {}
      case PolyglotException e
          when e.isGuestException() && e.getGuestObject() != null && realm.isEntered() ->
          realm.report(e.getGuestObject());
      default -> uncaught.accept(String.valueOf(failure));
    }
  }

  private ScriptException described(PolyglotException e) {
    String reason = ended.get();
    if (reason != null) {
      return new ScriptException("the script was ended: " + reason, e);
    }
    if (e.isResourceExhausted() || e.isCancelled()) {
      failed(e);
      return new ScriptException("the script was ended: " + e.getMessage(), e);
    }
    return e.isSyntaxError() || e.getGuestObject() == null
        ? ScriptException.placed(e)
        : new ScriptException(realm.show(e.getGuestObject()), e);
  }

  /**
   * Ends the scripts and lets all devices go. A task that runs has two seconds to return. Twice is
   * harmless.
   */
  @Override
  public void close() {
    workers.cancel();
    loop.close(this::free, realm::cancel);
    media.close();
    workers.close();
  }

  /** The last task: nothing of the language stays behind, whoever holds this object. */
  private void free() {
    unwatch.run();
    workers.end();
    realm.close();
    freed.accept(this);
  }

  /** Makes a context. Not safe for use by several threads. */
  public static final class Builder {
    private final ScriptEngine engine;
    private String origin = "https://localhost";
    private MediaClock clock = MediaClock.system();
    private String url = "about:blank";
    private boolean legacy;
    private Set<PermissionName> policy = EnumSet.allOf(PermissionName.class);
    private final Map<String, Function<List<String>, String>> functions = new LinkedHashMap<>();
    private PageResources resources = PageResources.none();
    private PictureEncoder pictureEncoder = PictureEncoder.none();
    private BooleanSupplier network = () -> false;
    private Downloads downloads = (name, type, content) -> {};
    private ScriptConsole console = ScriptConsole.system();
    private ScriptLimits limits = ScriptLimits.DEFAULT;
    private UnaryOperator<MediaContext.Builder> media = UnaryOperator.identity();
    private Consumer<String> uncaught = text -> System.err.println("Uncaught " + text);
    private Optional<Workers.Request> worker = Optional.empty();
    private Semaphore workerSlots = new Semaphore(WorkerContexts.MAX_WORKERS);
    private Consumer<ScriptContext> freed = context -> {};

    Builder(ScriptEngine engine) {
      this.engine = engine;
    }

    /**
     * What a worker of this context is made from, unless there are too many.
     *
     * @param owner the loop of who made it, which is told what the worker does not catch
     * @param ended called when the worker is gone
     */
    Optional<Builder> workerBuilder(
        Workers.Request request, ScriptLoop owner, Consumer<ScriptContext> ended) {
      if (!workerSlots.tryAcquire()) {
        return Optional.empty();
      }
      Builder made = new Builder(engine);
      made.origin = origin;
      made.clock = clock;
      made.url = request.url();
      made.policy = Set.of();
      made.legacy = legacy;
      made.resources = resources;
      made.pictureEncoder = pictureEncoder;
      made.console = console;
      made.limits = limits;
      made.media = media;
      Consumer<String> told = uncaught;
      made.uncaught = text -> owner.execute(() -> told.accept(text));
      made.worker = Optional.of(request);
      made.workerSlots = workerSlots;
      made.freed =
          context -> {
            workerSlots.release();
            ended.accept(context);
          };
      return Optional.of(made);
    }

    /** Who the scripts are, for permissions and device ids. */
    public Builder origin(String newOrigin) {
      origin = newOrigin;
      return this;
    }

    /** The address of the empty page that the context begins with. */
    public Builder url(String newUrl) {
      url = newUrl;
      return this;
    }

    /** What the page may use at all; its frames get what it lets them. All unless told. */
    public Builder permissionsPolicy(Set<PermissionName> allowed) {
      policy = Set.copyOf(allowed);
      return this;
    }

    /**
     * Whether scripts have names that specifications and browsers had once, or have elsewhere by
     * now: {@code webkitGetUserMedia}, {@code MediaStream.stop}, object URLs of streams.
     */
    public Builder legacy(boolean wanted) {
      legacy = wanted;
      return this;
    }

    /** What pages can load; nothing unless told. */
    public Builder resources(PageResources newResources) {
      resources = newResources;
      return this;
    }

    /**
     * Gives the scripts a global function that calls the host with strings. The only way for them
     * to reach anything beyond this library.
     *
     * @param name of the global
     * @param function called on the script's thread
     */
    public Builder hostFunction(String name, Function<List<String>, String> function) {
      functions.put(name, function);
      return this;
    }

    /** The clock of timers and frames; the machine's unless told. */
    public Builder clock(MediaClock newClock) {
      clock = newClock;
      return this;
    }

    /** Where the console writes; to the process's own streams unless told. */
    public Builder console(ScriptConsole newConsole) {
      console = newConsole;
      return this;
    }

    /** What the scripts may use up. */
    public Builder limits(ScriptLimits newLimits) {
      limits = newLimits;
      return this;
    }

    /** What makes files of a canvas's pictures; without one, none are made. */
    public Builder pictureEncoder(PictureEncoder newEncoder) {
      pictureEncoder = newEncoder;
      return this;
    }

    /** What takes the files that the page offers for download; they are dropped unless told. */
    public Builder downloads(Downloads newDownloads) {
      downloads = newDownloads;
      return this;
    }

    /**
     * Whether peer connections may find a way to a peer, which leads over the network; refused
     * unless told, with a line on the console.
     *
     * @param allowed asked on the script's thread when the first connection is made
     */
    public Builder network(BooleanSupplier allowed) {
      network = allowed;
      return this;
    }

    /** The devices and permissions of the scripts. */
    public Builder media(UnaryOperator<MediaContext.Builder> configured) {
      media = configured;
      return this;
    }

    /** Told, with a stack, what no script caught: on the script's thread. */
    public Builder onUncaught(Consumer<String> listener) {
      uncaught = listener;
      return this;
    }

    /** The context, once its global is there. */
    public ScriptContext build() {
      ScriptContext context = new ScriptContext(this);
      try {
        context.started.join();
        return context;
      } catch (RuntimeException e) {
        context.close();
        throw e;
      }
    }
  }
}
