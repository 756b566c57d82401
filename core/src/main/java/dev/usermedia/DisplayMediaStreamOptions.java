package dev.usermedia;

import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.Optional;

/**
 * What {@code getDisplayMedia} is asked for.
 *
 * @param video constraints for the picture, which is always captured
 * @param audio constraints for the sound of the display, if it is wanted and there is any
 * @see <a href="https://www.w3.org/TR/screen-capture/#displaymediastreamoptions">Screen Capture,
 *     DisplayMediaStreamOptions</a>
 */
public record DisplayMediaStreamOptions(
    MediaTrackConstraints video, Optional<MediaTrackConstraints> audio) {
  /** A screen as it is, without sound. */
  public static final DisplayMediaStreamOptions DEFAULT =
      new DisplayMediaStreamOptions(MediaTrackConstraints.EMPTY, Optional.empty());

  /** A picture shaped by constraints, without sound. */
  public static DisplayMediaStreamOptions video(MediaTrackConstraints video) {
    return new DisplayMediaStreamOptions(video, Optional.empty());
  }
}
