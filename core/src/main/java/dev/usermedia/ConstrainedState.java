package dev.usermedia;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.pipeline.TrackSource;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceSettings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A track's capabilities, constraints and settings, and the algorithm that changes them together.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-applyconstraints-algorithm">Media
 *     Capture and Streams, ApplyConstraints algorithm</a>
 */
final class ConstrainedState {
  private final EventLoop loop;
  private final ConstrainableSource source;
  private volatile Applied applied;
  private volatile HintedDefaults defaults = HintedDefaults.NONE;

  /** Guarded by this; a leaf. The call before the next, so that calls keep their order. */
  private CompletableFuture<?> previous = CompletableFuture.completedFuture(null);

  private record Applied(MediaTrackConstraints constraints, MediaTrackSettings settings) {}

  ConstrainedState(
      EventLoop loop,
      ConstrainableSource source,
      MediaTrackConstraints constraints,
      MediaTrackSettings settings) {
    this.loop = loop;
    this.source = source;
    this.applied = new Applied(constraints, settings);
  }

  /** For a clone on an event loop. */
  ConstrainedState copy(EventLoop newLoop) {
    Applied now = applied;
    ConstrainedState copy = new ConstrainedState(newLoop, source, now.constraints, now.settings);
    copy.defaults = defaults;
    return copy;
  }

  MediaTrackCapabilities capabilities() {
    return source.capabilities();
  }

  MediaTrackConstraints constraints() {
    return applied.constraints;
  }

  /** Of a live track. */
  MediaTrackSettings settings() {
    return source.current(applied.settings);
  }

  /** Completes on the event loop. */
  CompletableFuture<Void> apply(MediaTrackConstraints constraints, TrackLink link) {
    return inOrder(() -> step(constraints, link.source()))
        .whenCompleteAsync((done, failed) -> {}, loop::queue);
  }

  /** Takes a hint's defaults and updates the track with them. */
  CompletableFuture<Void> hint(ContentHint hint, TrackLink link) {
    return inOrder(
        () -> {
          HintedDefaults before = defaults;
          defaults = before.with(hint);
          return hint == ContentHint.NONE || defaults.equals(before)
              ? CompletableFuture.completedFuture(null)
              : step(applied.constraints, link.source());
        });
  }

  /**
   * The first required constraint that holds and would not if the source ran so. The latency is not
   * held against others: an open microphone restricts nobody.
   */
  Optional<String> conflict(SourceSettings next) {
    Applied now = applied;
    MediaTrackSettings then = source.actual(now.settings, next);
    return now.constraints.members().keySet().stream()
        .filter(it -> it != ConstrainableProperty.LATENCY)
        .filter(it -> isSatisfied(now.constraints, it, now.settings))
        .filter(it -> !isSatisfied(now.constraints, it, then))
        .map(ConstrainableProperty::webName)
        .findFirst();
  }

  private static boolean isSatisfied(
      MediaTrackConstraints constraints,
      ConstrainableProperty property,
      MediaTrackSettings settings) {
    return SelectSettings.isSatisfied(constraints, property, settings.get(property));
  }

  /** Takes over how the source runs by now; false if the settings were the same before. */
  synchronized boolean update(TrackLink link) {
    MediaTrackSettings before = applied.settings;
    apply(applied.constraints, before, link.source());
    return !applied.settings.equals(before);
  }

  private synchronized void apply(
      MediaTrackConstraints constraints, MediaTrackSettings settings, TrackSource held) {
    SourceSettings running = held.running();
    applied =
        new Applied(constraints, running == null ? settings : source.actual(settings, running));
  }

  private CompletableFuture<Void> inOrder(Supplier<CompletableFuture<Void>> step) {
    synchronized (this) {
      CompletableFuture<Void> mine =
          previous.handle((done, failed) -> null).thenCompose(x -> step.get());
      previous = mine;
      return mine;
    }
  }

  private CompletableFuture<Void> step(MediaTrackConstraints constraints, TrackSource held) {
    // 1.-3. SelectSettings on the source that the track has; failure leaves all as it was.
    ConstrainableSource.Choice chosen;
    try {
      chosen = source.select(defaults.under(constraints));
    } catch (OverconstrainedError e) {
      return CompletableFuture.failedFuture(e);
    }
    // 4. In a single operation: the source, the constraints and the settings.
    return held.reshape(chosen.source(), chosen.shape())
        .handle(
            (done, failure) -> {
              if (failure != null) {
                throw translated(failure);
              }
              apply(constraints, chosen.settings(), held);
              return null;
            });
  }

  private static RuntimeException translated(Throwable failure) {
    Throwable root =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (root) {
      case SourceException e -> SourceErrors.toDomException(e);
      case RuntimeException e -> e;
      default -> new CompletionException(root);
    };
  }
}
