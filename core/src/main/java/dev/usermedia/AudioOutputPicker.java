package dev.usermedia;

import java.util.List;
import java.util.Optional;

/**
 * Lets somebody choose the device that {@code selectAudioOutput} answers. Called on a thread of its
 * own, which it may block for as long as a person thinks.
 */
@FunctionalInterface
public interface AudioOutputPicker {
  /**
   * The choice among at least one device; none is a refusal and becomes {@code NotAllowedError}.
   *
   * @param outputs the device that the application asked for first, then the system's default
   */
  Optional<MediaDeviceInfo> pick(List<MediaDeviceInfo> outputs);
}
