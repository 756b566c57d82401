package dev.usermedia.internal.privacy;

import dev.usermedia.MediaKind;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a context may be told about devices: nothing but whether there are any, until it has
 * captured.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#device-information-exposure">Media
 *     Capture and Streams, device information exposure</a>
 */
public final class DeviceExposure {
  private final PermissionTable permissions;
  private final Predicate<MediaKind> liveLocalDevice;
  private final boolean trusted;

  /** [[canExposeCameraInfo]] and [[canExposeMicrophoneInfo]]; guarded by itself, a leaf. */
  private final Map<MediaKind, Boolean> canExpose = new EnumMap<>(MediaKind.class);

  /**
   * @param liveLocalDevice whether a live track of the context stands on a camera or microphone
   * @param trusted whether the host exposes everything from the start
   */
  public DeviceExposure(
      PermissionTable permissions, Predicate<MediaKind> liveLocalDevice, boolean trusted) {
    this.permissions = permissions;
    this.liveLocalDevice = liveLocalDevice;
    this.trusted = trusted;
  }

  /** Camera (or microphone) information can be exposed. */
  public boolean informationCanBeExposed(MediaKind kind) {
    // 1. a live track of the kind; 2. the slot
    if (trusted || liveLocalDevice.test(kind)) {
      return true;
    }
    synchronized (canExpose) {
      return canExpose.getOrDefault(kind, false);
    }
  }

  /** Device information can be exposed. */
  public boolean deviceInformationCanBeExposed() {
    return informationCanBeExposed(MediaKind.VIDEO) || informationCanBeExposed(MediaKind.AUDIO);
  }

  /** Set the device information exposure. */
  public void setDeviceInformationExposure(Set<MediaKind> requestedTypes, boolean value) {
    for (MediaKind kind : requestedTypes) {
      MediaKind other = kind == MediaKind.VIDEO ? MediaKind.AUDIO : MediaKind.VIDEO;
      boolean extended = value && deviceExposureCanBeExtended(PermissionName.of(other));
      synchronized (canExpose) {
        canExpose.put(kind, value);
        if (extended) {
          canExpose.put(other, true);
        }
      }
    }
  }

  /** Device exposure can be extended: to a kind that is granted too. */
  private boolean deviceExposureCanBeExtended(PermissionName deviceType) {
    return permissions.state(deviceType) == PermissionState.GRANTED;
  }
}
