package dev.usermedia;

import java.util.List;
import java.util.Optional;

/**
 * Lets somebody choose a camera or microphone for {@code getUserMedia}, or the device that {@code
 * selectAudioOutput} answers. Called on a thread of its own, which it may block for as long as a
 * person thinks.
 */
@FunctionalInterface
public interface DevicePicker {
  /**
   * The choice among at least one device; none is a refusal and becomes {@code NotAllowedError}.
   *
   * @param devices best first: by constraints for input, the one asked for and then the system's
   *     default for output. To be shown to the person only, never to the application
   */
  Optional<MediaDeviceInfo> pick(List<MediaDeviceInfo> devices);
}
