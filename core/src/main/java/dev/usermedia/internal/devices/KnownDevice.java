package dev.usermedia.internal.devices;

import dev.usermedia.internal.pipeline.SourceHub;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.spi.SourceDevice;

/**
 * A device of a context with the ids that its application knows it by.
 *
 * @param candidate the device to those who choose, with what selections search
 * @param hub opens and shares it
 */
public record KnownDevice(Candidate candidate, SourceHub hub) {

  /** The device. */
  public SourceDevice device() {
    return candidate.device();
  }

  /** The device's id in the context. */
  public String deviceId() {
    return candidate.deviceId();
  }

  /** The id of the device's group. */
  public String groupId() {
    return candidate.groupId();
  }
}
