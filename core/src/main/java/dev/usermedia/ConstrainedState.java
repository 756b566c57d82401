package dev.usermedia;

import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.internal.pipeline.HubTrackSource;
import dev.usermedia.internal.pipeline.TrackShape;
import dev.usermedia.internal.pipeline.TrackSource;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.internal.select.Selected;
import dev.usermedia.internal.select.Selection;
import dev.usermedia.spi.SourceException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A track's capabilities, constraints and settings, and the algorithm that changes them together.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-applyconstraints-algorithm">Media
 *     Capture and Streams, ApplyConstraints algorithm</a>
 */
final class ConstrainedState {
  private final MediaContext context;
  private final MediaKind kind;
  private final Candidate candidate;
  private final MediaTrackCapabilities capabilities;
  private volatile Applied applied;

  /** Guarded by this; a leaf. The call before the next, so that calls keep their order. */
  private CompletableFuture<?> previous = CompletableFuture.completedFuture(null);

  private record Applied(MediaTrackConstraints constraints, MediaTrackSettings settings) {}

  ConstrainedState(
      MediaContext context,
      MediaKind kind,
      Candidate candidate,
      MediaTrackConstraints constraints,
      MediaTrackSettings settings) {
    this.context = context;
    this.kind = kind;
    this.candidate = candidate;
    this.capabilities = SelectSettings.capabilities(candidate);
    this.applied = new Applied(constraints, settings);
  }

  /** For a clone. */
  ConstrainedState copy() {
    Applied now = applied;
    return new ConstrainedState(context, kind, candidate, now.constraints, now.settings);
  }

  MediaTrackCapabilities capabilities() {
    return capabilities;
  }

  MediaTrackConstraints constraints() {
    return applied.constraints;
  }

  MediaTrackSettings settings() {
    return applied.settings;
  }

  /** The pipeline's part of the settings. */
  static TrackShape shape(MediaKind kind, MediaTrackSettings settings) {
    return kind == MediaKind.AUDIO
        ? TrackShape.NATIVE
        : new TrackShape(
            Math.toIntExact(settings.width().orElse(0)),
            Math.toIntExact(settings.height().orElse(0)),
            settings.frameRate().orElse(0),
            false);
  }

  /** Completes on the event loop. */
  CompletableFuture<Void> apply(MediaTrackConstraints constraints, TrackLink link) {
    CompletableFuture<Void> mine;
    synchronized (this) {
      mine = previous.handle((done, failed) -> null).thenCompose(x -> step(constraints, link));
      previous = mine;
    }
    return mine.whenCompleteAsync((done, failed) -> {}, context.loop()::queue);
  }

  private CompletableFuture<Void> step(MediaTrackConstraints constraints, TrackLink link) {
    // 1.-3. SelectSettings on the source that the track has; failure leaves all as it was.
    Selection selection = SelectSettings.selectSettings(List.of(candidate), constraints, kind);
    return switch (selection) {
      case Selection.Failed failed ->
          CompletableFuture.failedFuture(Overconstrained.error(failed, constraints));
      case Selection.Ranked ranked -> {
        Selected chosen = ranked.best();
        // 4. In a single operation: the source, the constraints and the settings.
        yield reshape(link.source(), chosen)
            .handle(
                (done, failure) -> {
                  if (failure != null) {
                    throw translated(failure);
                  }
                  applied = new Applied(constraints, chosen.settings());
                  return null;
                });
      }
    };
  }

  private CompletableFuture<@Nullable Void> reshape(TrackSource source, Selected chosen) {
    return source instanceof HubTrackSource device
        ? device.hub().reshape(device.endpoint(), chosen.source(), shape(kind, chosen.settings()))
        : CompletableFuture.completedFuture(null);
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
