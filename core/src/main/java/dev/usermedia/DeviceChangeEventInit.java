package dev.usermedia;

import java.util.List;

/**
 * What a {@link DeviceChangeEvent} is made of.
 *
 * @param devices what there is
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-devicechangeeventinit">Media
 *     Capture and Streams, DeviceChangeEventInit</a>
 */
public record DeviceChangeEventInit(List<MediaDeviceInfo> devices) {
  /** No devices. */
  public static final DeviceChangeEventInit DEFAULT = new DeviceChangeEventInit(List.of());

  public DeviceChangeEventInit {
    devices = List.copyOf(devices);
  }
}
