package dev.usermedia.internal.select;

import dev.usermedia.spi.SourceDevice;

/**
 * A device that may be chosen, with the ids under which the application knows it.
 *
 * @param index what selections search; the same for all candidates of a device
 * @param deviceId the setting {@code deviceId}
 * @param groupId the setting {@code groupId}
 */
public record Candidate(DeviceIndex index, String deviceId, String groupId) {

  /** A device that nobody keeps the index of. */
  public Candidate(SourceDevice device, String deviceId, String groupId) {
    this(new DeviceIndex(device), deviceId, groupId);
  }

  /** The device. */
  public SourceDevice device() {
    return index.device();
  }
}
