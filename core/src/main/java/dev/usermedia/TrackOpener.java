package dev.usermedia;

import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.internal.pipeline.HubTrackSource;
import dev.usermedia.internal.pipeline.SourceHub;
import dev.usermedia.internal.pipeline.TrackEndpoint;
import dev.usermedia.internal.privacy.Privacy;
import dev.usermedia.internal.select.Selected;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.spi.SourceException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Opens devices and makes tracks of them, on a thread that may block. */
final class TrackOpener {
  private TrackOpener() {}

  /**
   * A track on the first of the devices that opens: one that is busy, or gone since it was listed,
   * leaves the turn to the next.
   *
   * @throws DOMException what the first device failed with, if none opens
   */
  static MediaStreamTrack openFirst(
      MediaContext context,
      MediaKind kind,
      MediaTrackConstraints constraints,
      List<GetUserMedia.Opening> choices) {
    DOMException first = null;
    for (GetUserMedia.Opening choice : choices) {
      try {
        return open(context, kind, constraints, choice);
      } catch (DOMException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    throw first == null ? new DOMException("no device", "NotFoundError") : first;
  }

  private static MediaStreamTrack open(
      MediaContext context,
      MediaKind kind,
      MediaTrackConstraints constraints,
      GetUserMedia.Opening choice) {
    SourceHub hub = choice.known().hub();
    Selected selected = choice.selected();
    ConstrainableSource.Choice chosen = DeviceSettings.choice(kind, selected);
    String label = hub.device().label();
    Privacy privacy = context.privacy();
    TrackLink.Capture capture =
        hub.device().kind().isDisplay()
            ? new TrackLink.Capture(
                privacy.displays(), PermissionName.DISPLAY_CAPTURE, choice.known().deviceId())
            : new TrackLink.Capture(
                privacy.captures(), PermissionName.of(kind), choice.known().deviceId());
    TrackLink link =
        new TrackLink(
            label, new TrackLink.Home(context.mediaDevices().links(), kind, Optional.of(capture)));
    try {
      TrackEndpoint endpoint = hub.attach(chosen.source(), chosen.shape(), link).get();
      link.connect(new HubTrackSource(hub, endpoint));
      link.muted(hub.isMuted());
    } catch (InterruptedException e) {
      link.stop();
      Thread.currentThread().interrupt();
      throw new DOMException("opening " + label + " was interrupted", "AbortError", e);
    } catch (ExecutionException e) {
      link.stop();
      if (e.getCause() instanceof DOMException refused) {
        throw refused;
      }
      throw e.getCause() instanceof SourceException cause
          ? SourceErrors.toDomException(cause)
          : new DOMException("opening " + label + " failed", "AbortError", e);
    }
    ConstrainedState state =
        new ConstrainedState(
            context.loop(),
            new DeviceSettings(kind, selected.candidate()),
            constraints,
            chosen.settings());
    return track(context, kind, label, state, link);
  }

  /** The track at the end of a link that is connected. */
  static MediaStreamTrack track(
      MediaContext context, MediaKind kind, String label, ConstrainedState state, TrackLink link) {
    MediaStreamTrack track = new MediaStreamTrack(context.loop(), kind, label, true, state, link);
    link.attach(track);
    return track;
  }
}
