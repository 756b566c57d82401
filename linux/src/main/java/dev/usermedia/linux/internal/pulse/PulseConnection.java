package dev.usermedia.linux.internal.pulse;

import dev.usermedia.linux.internal.pulse.libpulse.LibPulse;
import dev.usermedia.linux.internal.pulse.libpulse.PaCallbacks;
import dev.usermedia.linux.internal.pulse.libpulse.PaContext;
import dev.usermedia.linux.internal.pulse.libpulse.PaDeviceInfo;
import dev.usermedia.linux.internal.pulse.libpulse.PaServerInfo;
import dev.usermedia.linux.internal.pulse.libpulse.PaSubscription;
import dev.usermedia.spi.SourceException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server with a thread of its own. {@link #open}, {@link #ask}, {@link #isOpen}
 * and {@link #close} may be called from any thread; everything else belongs to the connection's.
 */
final class PulseConnection implements AutoCloseable {
  private static final String APPLICATION = "Usermedia";

  private final Optional<String> server;
  private final Listener listener;
  private final PulseLoop loop;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  // of the loop's thread, from begin to end
  private @Nullable Link link;
  private @Nullable SourceException broken;

  /** Who is told what comes, on the connection's thread. */
  interface Listener {
    /** An event that was subscribed to. Called by the library: to be noted, not acted upon. */
    void event(int event, int index);

    /** Completes the answers that are due. */
    default void observe() {}

    /** Something may have come. */
    void deliver();

    /** The connection broke; nothing comes after. */
    void lost(SourceException cause);

    /** The connection is about to close: what was made on it is to be let go. */
    default void end() {}
  }

  /** What exists while the loop's thread runs. */
  private record Link(
      Arena arena, MemorySegment context, PaCallbacks callbacks, Requests requests) {}

  private PulseConnection(String threadName, Optional<String> server, Listener listener) {
    this.server = server;
    this.listener = listener;
    this.loop = new PulseLoop(threadName, new Body());
  }

  /**
   * Connects.
   *
   * @param server an address as {@code PULSE_SERVER} has it; empty for the user's own server
   * @throws SourceException if there is none, or if it does not accept within two seconds
   */
  static PulseConnection open(String threadName, Optional<String> server, Listener listener)
      throws SourceException {
    if (!LibPulse.missing().isEmpty()) {
      throw Failures.failed("dlopen", "", LibPulse.missing());
    }
    PulseConnection connection = new PulseConnection(threadName, server, listener);
    connection.loop.start();
    try {
      connection.ask("pa_context_connect", "", () -> connection.ready);
      return connection;
    } catch (SourceException e) {
      connection.close();
      throw e;
    }
  }

  /** Whether the server can still be asked. */
  boolean isOpen() {
    return !loop.isClosing();
  }

  /** As {@link PulseLoop#ask}. */
  <T> T ask(String operation, String device, Supplier<CompletableFuture<T>> question)
      throws SourceException {
    return loop.ask(operation, device, question);
  }

  /** Disconnects; returns after {@link Listener#end}, unless called by the connection's thread. */
  @Override
  public void close() {
    loop.close();
  }

  Arena arena() {
    return link().arena();
  }

  MemorySegment context() {
    return link().context();
  }

  /**
   * Asks for events.
   *
   * @param mask of {@link PaSubscription}
   */
  CompletableFuture<Void> subscribe(int mask) {
    MemorySegment to = link().context();
    return PaContext.subscribe(to, mask, link().callbacks().event())
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(
            Failures.refused("pa_context_subscribe", "", PaContext.errno(to)));
  }

  CompletableFuture<PaServerInfo> serverInfo() {
    Link to = link();
    return to.requests()
        .ask(
            "pa_context_get_server_info",
            "",
            PaServerInfo::read,
            number -> PaContext.getServerInfo(to.context(), to.callbacks().serverInfo(), number))
        .thenApply(List::getFirst);
  }

  CompletableFuture<List<PaDeviceInfo>> sources() {
    Link to = link();
    return to.requests()
        .ask(
            "pa_context_get_source_info_list",
            "",
            PaDeviceInfo::read,
            number -> PaContext.getSourceInfoList(to.context(), to.callbacks().info(), number));
  }

  CompletableFuture<List<PaDeviceInfo>> sinks() {
    Link to = link();
    return to.requests()
        .ask(
            "pa_context_get_sink_info_list",
            "",
            PaDeviceInfo::read,
            number -> PaContext.getSinkInfoList(to.context(), to.callbacks().info(), number));
  }

  /** Fails with a {@link SourceException} if there is no source of that name. */
  CompletableFuture<PaDeviceInfo> source(String name) {
    Link to = link();
    try (Arena call = Arena.ofConfined()) {
      MemorySegment cName = call.allocateFrom(name);
      return to.requests()
          .ask(
              "pa_context_get_source_info_by_name",
              name,
              PaDeviceInfo::read,
              number ->
                  PaContext.getSourceInfoByName(to.context(), cName, to.callbacks().info(), number))
          .thenApply(List::getFirst);
    }
  }

  private Link link() {
    if (link == null) {
      throw new IllegalStateException("the connection has ended");
    }
    return link;
  }

  /** The life of the connection, as its loop calls it. */
  private final class Body implements PulseLoop.Body, PaCallbacks.Receiver {
    @Override
    public void begin(MemorySegment api, Arena arena) {
      MemorySegment context = PaContext.create(api, arena.allocateFrom(APPLICATION));
      link = new Link(arena, context, new PaCallbacks(this, arena), new Requests(context));
      MemorySegment address = server.map(arena::allocateFrom).orElse(MemorySegment.NULL);
      if (!PaContext.connect(context, address)) {
        broken = Failures.refused("pa_context_connect", "", PaContext.errno(context));
      }
    }

    @Override
    public Optional<SourceException> observe() {
      MemorySegment context = context();
      switch (PaContext.state(context)) {
        case PaContext.READY -> ready.complete(null);
        case PaContext.FAILED, PaContext.TERMINATED -> {
          if (broken == null) {
            String operation = ready.isDone() ? "pa_context_get_state" : "pa_context_connect";
            broken = Failures.refused(operation, "", PaContext.errno(context));
          }
        }
        default -> {} // on its way
      }
      if (broken == null) {
        listener.observe();
      }
      return Optional.ofNullable(broken);
    }

    @Override
    public void deliver() {
      if (broken == null) {
        listener.deliver();
      } else if (ready.isDone()) {
        listener.lost(broken);
      }
    }

    @Override
    public SourceException end() {
      if (link != null) {
        listener.end();
        PaContext.free(link.context());
        link = null;
      }
      return broken == null ? Failures.failed("pa_context_disconnect", "", "closed") : broken;
    }

    @Override
    public void info(MemorySegment info, int eol, long number) {
      link().requests().answered(info, eol, number);
    }

    @Override
    public void serverInfo(MemorySegment info, long number) {
      Requests requests = link().requests();
      if (info.equals(MemorySegment.NULL)) {
        requests.answered(info, -1, number);
      } else {
        requests.answered(info, 0, number);
        requests.answered(info, 1, number);
      }
    }

    @Override
    public void event(int event, int index) {
      listener.event(event, index);
    }

    @Override
    public void failed(Throwable thrown) {
      SourceException failure = Failures.failed("callback", "", thrown.toString());
      failure.initCause(thrown);
      broken = failure;
    }
  }
}
