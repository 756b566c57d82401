package dev.usermedia.app.internal.devices;

import dev.usermedia.DisplaySurface;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.spi.SourceMode;
import java.util.List;
import java.util.Map;

/**
 * What there is.
 *
 * @param devices as {@code enumerateDevices} answers, the default of each kind first
 * @param displays what {@code getDisplayMedia} could capture
 * @param modes by the ids of both
 * @param unavailable why there may be less than expected
 */
record DeviceList(
    List<MediaDeviceInfo> devices,
    List<DisplaySurface> displays,
    Map<String, List<SourceMode>> modes,
    List<String> unavailable) {

  static DeviceList of(MediaContext context) {
    List<MediaDeviceInfo> devices = context.mediaDevices().enumerateDevices();
    List<DisplaySurface> displays = context.displaySurfaces();
    return new DeviceList(devices, displays, context.modes(), context.unavailable());
  }

  /** Whether the device is taken when none of its kind is named. */
  boolean isDefault(MediaDeviceInfo device) {
    return devices.stream()
        .filter(it -> it.kind() == device.kind())
        .limit(1)
        .anyMatch(device::equals);
  }

  List<SourceMode> modesOf(String id) {
    return modes.getOrDefault(id, List.of());
  }
}
