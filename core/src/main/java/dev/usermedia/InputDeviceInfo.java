package dev.usermedia;

import dev.usermedia.constraints.MediaTrackCapabilities;

/**
 * A camera or microphone as applications see it. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#input-specific-device-info">Media
 *     Capture and Streams, InputDeviceInfo</a>
 */
public final class InputDeviceInfo extends MediaDeviceInfo {
  private final MediaTrackCapabilities capabilities;

  InputDeviceInfo(
      String deviceId,
      MediaDeviceKind kind,
      String label,
      String groupId,
      MediaTrackCapabilities capabilities) {
    super(deviceId, kind, label, groupId);
    this.capabilities = capabilities;
  }

  /** What the device's first track could be constrained to. */
  public MediaTrackCapabilities getCapabilities() {
    return capabilities;
  }
}
