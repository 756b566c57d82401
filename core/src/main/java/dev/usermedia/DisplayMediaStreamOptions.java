package dev.usermedia;

import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.Optional;

/**
 * What {@code getDisplayMedia} is asked for. Immutable but for its controller.
 *
 * @param video constraints for the picture; nothing ({@code false} on the Web) is refused
 * @param audio constraints for the sound of the display, if it is wanted and there is any
 * @param controller is to have a say about the capture
 * @param selfBrowserSurface a hint, whether to offer the application's own surface
 * @param systemAudio a hint, whether to offer the system's sound with monitors
 * @param windowAudio a hint, which sound to offer with windows
 * @param surfaceSwitching a hint, whether to offer switching to another surface later
 * @param monitorTypeSurfaces a hint, whether to offer monitors
 * @param audioSelection a hint, whether to bring the choice of sound forward
 * @see <a href="https://www.w3.org/TR/screen-capture/#displaymediastreamoptions">Screen Capture,
 *     DisplayMediaStreamOptions</a>
 */
public record DisplayMediaStreamOptions(
    Optional<MediaTrackConstraints> video,
    Optional<MediaTrackConstraints> audio,
    Optional<CaptureController> controller,
    Optional<SelfCapturePreferenceEnum> selfBrowserSurface,
    Optional<SystemAudioPreferenceEnum> systemAudio,
    Optional<WindowAudioPreferenceEnum> windowAudio,
    Optional<SurfaceSwitchingPreferenceEnum> surfaceSwitching,
    Optional<MonitorTypeSurfacesEnum> monitorTypeSurfaces,
    Optional<AudioSelectionPreferenceEnum> audioSelection) {
  /** A screen as it is, without sound. */
  public static final DisplayMediaStreamOptions DEFAULT = builder().build();

  /** Collects the members; picture without sound to begin with. Not for use by several threads. */
  public static final class Builder {
    private Optional<MediaTrackConstraints> video = Optional.of(MediaTrackConstraints.EMPTY);
    private Optional<MediaTrackConstraints> audio = Optional.empty();
    private Optional<CaptureController> controller = Optional.empty();
    private Optional<SelfCapturePreferenceEnum> selfBrowserSurface = Optional.empty();
    private Optional<SystemAudioPreferenceEnum> systemAudio = Optional.empty();
    private Optional<WindowAudioPreferenceEnum> windowAudio = Optional.empty();
    private Optional<SurfaceSwitchingPreferenceEnum> surfaceSwitching = Optional.empty();
    private Optional<MonitorTypeSurfacesEnum> monitorTypeSurfaces = Optional.empty();
    private Optional<AudioSelectionPreferenceEnum> audioSelection = Optional.empty();

    private Builder() {}

    public Builder video(boolean wanted) {
      video = wanted ? Optional.of(MediaTrackConstraints.EMPTY) : Optional.empty();
      return this;
    }

    public Builder video(MediaTrackConstraints constraints) {
      video = Optional.of(constraints);
      return this;
    }

    public Builder audio(boolean wanted) {
      audio = wanted ? Optional.of(MediaTrackConstraints.EMPTY) : Optional.empty();
      return this;
    }

    public Builder audio(MediaTrackConstraints constraints) {
      audio = Optional.of(constraints);
      return this;
    }

    public Builder controller(CaptureController newController) {
      controller = Optional.of(newController);
      return this;
    }

    public Builder selfBrowserSurface(SelfCapturePreferenceEnum preference) {
      selfBrowserSurface = Optional.of(preference);
      return this;
    }

    public Builder systemAudio(SystemAudioPreferenceEnum preference) {
      systemAudio = Optional.of(preference);
      return this;
    }

    public Builder windowAudio(WindowAudioPreferenceEnum preference) {
      windowAudio = Optional.of(preference);
      return this;
    }

    public Builder surfaceSwitching(SurfaceSwitchingPreferenceEnum preference) {
      surfaceSwitching = Optional.of(preference);
      return this;
    }

    public Builder monitorTypeSurfaces(MonitorTypeSurfacesEnum preference) {
      monitorTypeSurfaces = Optional.of(preference);
      return this;
    }

    public Builder audioSelection(AudioSelectionPreferenceEnum preference) {
      audioSelection = Optional.of(preference);
      return this;
    }

    public DisplayMediaStreamOptions build() {
      return new DisplayMediaStreamOptions(
          video,
          audio,
          controller,
          selfBrowserSurface,
          systemAudio,
          windowAudio,
          surfaceSwitching,
          monitorTypeSurfaces,
          audioSelection);
    }
  }

  public static Builder builder() {
    return new Builder();
  }
}
