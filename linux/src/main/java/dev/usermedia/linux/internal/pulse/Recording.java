package dev.usermedia.linux.internal.pulse;

import dev.usermedia.MediaClock;
import dev.usermedia.linux.internal.pulse.libpulse.PaDeviceInfo;
import dev.usermedia.linux.internal.pulse.libpulse.PaSubscription;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What an open source does on its connection's thread, to which all of this belongs. */
final class Recording implements PulseConnection.Listener {
  private final String name;
  private final MediaClock clock;

  private @Nullable PulseConnection connection;
  private @Nullable PaDeviceInfo source;
  private boolean sourceChanged;
  private boolean sourceMuted;
  private @Nullable SourceException ended;

  private @Nullable Outlet outlet;
  private @Nullable Capture current;
  private @Nullable Successor next;

  /**
   * A stream that takes the place of the current one once it knows its time.
   *
   * @param wanted false once who asked for it has given up
   */
  private record Successor(Capture capture, AtomicBoolean wanted) {}

  Recording(String name, MediaClock clock) {
    this.name = name;
    this.clock = clock;
  }

  /** Looks the source up, and from then on at what befalls it. */
  CompletableFuture<PaDeviceInfo> attach(PulseConnection to) {
    connection = to;
    return to.subscribe(PaSubscription.MASK_SOURCE)
        .thenCompose(subscribed -> to.source(name))
        .thenApply(
            found -> {
              source = found;
              sourceMuted = found.muted();
              return found;
            });
  }

  /**
   * Records in a mode: first of all, or from where what is recorded now ends.
   *
   * @param wanted to be set to false when the answer is not waited for any more
   */
  CompletableFuture<Void> record(AudioMode mode, Outlet to, AtomicBoolean wanted) {
    if (ended != null) {
      return CompletableFuture.failedFuture(ended);
    }
    if (connection == null || source == null) {
      throw new IllegalStateException("not attached");
    }
    if (outlet != to) {
      closeCaptures(); // left over from a start that was given up
      outlet = to;
    }
    if (next != null) {
      next.capture().close();
    }
    next = new Successor(new Capture(connection, source, mode, clock), wanted);
    return next.capture().ready();
  }

  @Override
  public void event(int event, int index) {
    if (source == null || index != source.index()) {
      return;
    }
    switch (PaSubscription.type(event)) {
      case PaSubscription.TYPE_REMOVE -> ended = Failures.gone("pa_context_subscribe", name);
      case PaSubscription.TYPE_CHANGE -> sourceChanged = true;
      default -> {} // new: it is known already
    }
  }

  @Override
  public void observe() {
    if (sourceChanged && connection != null) {
      sourceChanged = false;
      var _ = connection.source(name).thenAccept(found -> sourceMuted = found.muted());
    }
    if (next != null) {
      if (next.wanted().get() && !next.capture().isRefused()) {
        next.capture().observe();
      } else {
        next.capture().close();
        next = null;
      }
    }
    if (current != null && ended == null) {
      ended = current.observe().orElse(null);
    }
  }

  @Override
  public void deliver() {
    if (outlet == null) {
      return;
    }
    try {
      if (ended != null) {
        throw ended;
      }
      changeOver(outlet);
      if (current != null) {
        outlet.muted(sourceMuted || current.isSuspended());
        current.deliver(outlet);
      }
    } catch (SourceException e) {
      outlet.ended(e);
    }
  }

  @Override
  public void lost(SourceException cause) {
    if (outlet != null) {
      outlet.ended(cause);
    }
  }

  @Override
  public void end() {
    closeCaptures();
  }

  /** Lets the next stream take over, at the first sample after the current one's last. */
  private void changeOver(Outlet to) throws SourceException {
    if (next == null || !next.capture().isReady()) {
      return;
    }
    if (current != null) {
      current.deliver(to);
      if (!next.capture().isTimed() || current.nextUs() < next.capture().nextUs()) {
        return;
      }
      current.flush(to);
      next.capture().skipUntil(current.nextUs());
      current.close();
    }
    current = next.capture();
    next = null;
  }

  private void closeCaptures() {
    if (current != null) {
      current.close();
      current = null;
    }
    if (next != null) {
      next.capture().close();
      next = null;
    }
  }
}
