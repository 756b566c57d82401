package dev.usermedia.app.internal.options;

import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be captured.
 *
 * @param fake from synthetic devices instead of the machine's own
 * @param picture what is seen, if anything
 * @param sound what is heard, if anything
 */
public record SourceRequest(boolean fake, Optional<Picture> picture, Optional<Sound> sound) {
  /** How a file or URL as a device begins. */
  public static final String FILE_SCHEME = "file:";

  /** A source of pictures. */
  public sealed interface Picture {
    /** Names the device: an id, a part of its label or an address; none is the default device. */
    Optional<String> device();

    MediaTrackConstraints constraints();
  }

  /** A camera. */
  public record Camera(Optional<String> device, MediaTrackConstraints constraints)
      implements Picture {}

  /** A screen or window. */
  public record Screen(Optional<String> device, MediaTrackConstraints constraints)
      implements Picture {}

  /**
   * A microphone.
   *
   * @param device as for a {@link Picture}
   * @param asked whether the command line says that there is to be sound; if not, a missing
   *     microphone is no error
   */
  public record Sound(Optional<String> device, boolean asked, MediaTrackConstraints constraints) {}

  /** The addresses among the devices, each once. */
  public Stream<String> addresses() {
    return Stream.concat(
            picture.flatMap(Picture::device).stream(), sound.flatMap(Sound::device).stream())
        .filter(SourceRequest::isAddress)
        .distinct();
  }

  /** Whether nothing but files and URLs is asked for. */
  public boolean isAllAddresses() {
    return Stream.concat(picture.map(Picture::device).stream(), sound.map(Sound::device).stream())
        .allMatch(device -> device.filter(SourceRequest::isAddress).isPresent());
  }

  /** Whether a device's name is an address. */
  public static boolean isAddress(String device) {
    return device.startsWith(FILE_SCHEME);
  }
}
