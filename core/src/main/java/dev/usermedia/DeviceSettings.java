package dev.usermedia;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.internal.pipeline.TrackShape;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.internal.select.Selected;
import dev.usermedia.internal.select.Selection;
import dev.usermedia.internal.sound.SoundConverter;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceSettings;
import java.util.List;

/** The settings of a device's tracks: what was selected is what the track is set to. */
final class DeviceSettings implements ConstrainableSource {
  private final MediaKind kind;
  private final Candidate candidate;
  private final MediaTrackCapabilities capabilities;

  DeviceSettings(MediaKind kind, Candidate candidate) {
    this.kind = kind;
    this.candidate = candidate;
    this.capabilities = SelectSettings.capabilities(candidate);
  }

  @Override
  public MediaTrackCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public Choice select(MediaTrackConstraints constraints) {
    return switch (SelectSettings.selectSettings(List.of(candidate), constraints, kind)) {
      case Selection.Failed failed -> throw Overconstrained.error(failed, constraints);
      case Selection.Ranked ranked -> choice(kind, ranked.best());
    };
  }

  /**
   * Controls are the device's, whichever track or person turned them. So is the latency, which the
   * conversion of this track's sound adds to.
   */
  @Override
  public MediaTrackSettings actual(MediaTrackSettings settings, SourceSettings running) {
    MediaTrackSettings.Builder actual = settings.toBuilder();
    SelectSettings.initialControls(candidate)
        .forEach(
            (control, initial) ->
                actual.set(control, running.controls().getOrDefault(control.webName(), initial)));
    if (running.mode() instanceof AudioMode mode) {
      int rateHz = Math.toIntExact(settings.sampleRate().orElse(mode.sampleRateHz()));
      actual.set(
          ConstrainableProperty.LATENCY,
          mode.minLatencySeconds() + SoundConverter.latencySeconds(mode.sampleRateHz(), rateHz));
    }
    return actual.build();
  }

  @Override
  public MediaTrackSettings current(MediaTrackSettings chosen) {
    return chosen;
  }

  /** What SelectSettings answered, with the pipeline's part of it. */
  static Choice choice(MediaKind kind, Selected selected) {
    MediaTrackSettings settings = selected.settings();
    TrackShape shape =
        kind == MediaKind.AUDIO
            ? TrackShape.ofSound(
                Math.toIntExact(settings.sampleRate().orElse(0)),
                Math.toIntExact(settings.channelCount().orElse(0)))
            : new TrackShape(
                Math.toIntExact(settings.width().orElse(0)),
                Math.toIntExact(settings.height().orElse(0)),
                settings.frameRate().orElse(0));
    return new Choice(selected.source(), shape, settings);
  }
}
