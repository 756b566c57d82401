package dev.usermedia;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A device as applications see it. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#device-info">Media Capture and Streams,
 *     MediaDeviceInfo</a>
 */
public sealed class MediaDeviceInfo permits InputDeviceInfo {
  private final String deviceId;
  private final MediaDeviceKind kind;
  private final String label;
  private final String groupId;

  MediaDeviceInfo(String deviceId, MediaDeviceKind kind, String label, String groupId) {
    this.deviceId = deviceId;
    this.kind = kind;
    this.label = label;
    this.groupId = groupId;
  }

  /** Names the device to this application, the same in later sessions. */
  public final String deviceId() {
    return deviceId;
  }

  public final MediaDeviceKind kind() {
    return kind;
  }

  /** What a person calls the device. */
  public final String label() {
    return label;
  }

  /** Shared by the devices of one piece of hardware, within one context. */
  public final String groupId() {
    return groupId;
  }

  /** The four members by their names. */
  public final Map<String, String> toJSON() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("deviceId", deviceId);
    members.put("kind", kind.value());
    members.put("label", label);
    members.put("groupId", groupId);
    return Collections.unmodifiableMap(members);
  }

  @Override
  public final boolean equals(Object o) {
    return o instanceof MediaDeviceInfo other
        && deviceId.equals(other.deviceId)
        && kind == other.kind
        && label.equals(other.label)
        && groupId.equals(other.groupId);
  }

  @Override
  public final int hashCode() {
    return deviceId.hashCode() * 31 + kind.hashCode();
  }

  @Override
  public final String toString() {
    return kind.value() + ": " + label + " id = " + deviceId;
  }
}
