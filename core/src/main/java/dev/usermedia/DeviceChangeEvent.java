package dev.usermedia;

import java.util.List;

/**
 * Devices came, went or changed their order.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#devicechangeevent">Media Capture and
 *     Streams, DeviceChangeEvent</a>
 */
public final class DeviceChangeEvent extends Event {
  private final List<MediaDeviceInfo> devices;
  private final List<MediaDeviceInfo> userInsertedDevices;

  /** An event about no devices. */
  public DeviceChangeEvent(String type) {
    this(type, DeviceChangeEventInit.DEFAULT);
  }

  /** An event about devices, none of which a person inserted. */
  public DeviceChangeEvent(String type, DeviceChangeEventInit eventInitDict) {
    super(type);
    this.devices = eventInitDict.devices();
    this.userInsertedDevices = List.of();
  }

  /** What is fired. */
  DeviceChangeEvent(
      MediaDevices target,
      List<MediaDeviceInfo> devices,
      List<MediaDeviceInfo> userInsertedDevices) {
    super("devicechange", target);
    this.devices = List.copyOf(devices);
    this.userInsertedDevices = List.copyOf(userInsertedDevices);
  }

  /** What {@link MediaDevices#enumerateDevices} answered when the event was made. */
  public List<MediaDeviceInfo> devices() {
    return devices;
  }

  /** Those of {@link #devices} that were not there before. */
  public List<MediaDeviceInfo> userInsertedDevices() {
    return userInsertedDevices;
  }
}
