package dev.usermedia;

import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.internal.pipeline.TrackShape;
import dev.usermedia.spi.SourceSettings;

/** What a track's source lends itself to. */
interface ConstrainableSource {
  /** What {@code getCapabilities} answers. */
  MediaTrackCapabilities capabilities();

  /**
   * SelectSettings on the source alone.
   *
   * @throws OverconstrainedError if nothing satisfies the constraints
   */
  Choice select(MediaTrackConstraints constraints);

  /**
   * Settings that were chosen for a track, or that it had, as they are while the source runs in one
   * way for all of its tracks: the same, where a source leaves its tracks to themselves.
   */
  default MediaTrackSettings actual(MediaTrackSettings settings, SourceSettings running) {
    return settings;
  }

  /** What {@code getSettings} answers of a live track for which these settings were chosen. */
  MediaTrackSettings current(MediaTrackSettings chosen);

  /**
   * What was selected.
   *
   * @param source how the source is to run
   * @param shape what the pipeline makes of it
   * @param settings what the application is told
   */
  record Choice(SourceSettings source, TrackShape shape, MediaTrackSettings settings) {}
}
