package dev.usermedia;

import dev.usermedia.constraints.MediaTrackCapabilities;
import java.util.function.Supplier;

/**
 * A camera or microphone as applications see it. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#input-specific-device-info">Media
 *     Capture and Streams, InputDeviceInfo</a>
 */
public final class InputDeviceInfo extends MediaDeviceInfo {
  private final Supplier<MediaTrackCapabilities> capabilities;

  InputDeviceInfo(
      String deviceId,
      MediaDeviceKind kind,
      String label,
      String groupId,
      Supplier<MediaTrackCapabilities> capabilities) {
    super(deviceId, kind, label, groupId);
    this.capabilities = capabilities;
  }

  /** What the device's first track could be constrained to; nothing if that may not be told. */
  public MediaTrackCapabilities getCapabilities() {
    return capabilities.get();
  }
}
