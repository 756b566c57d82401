package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.InputDeviceInfo;
import dev.usermedia.MediaDeviceInfo;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A device as a script may see it. */
public final class DeviceHost {
  private final MediaDeviceInfo info;
  private final Trees trees;

  DeviceHost(MediaDeviceInfo info, Trees trees) {
    this.info = info;
    this.trees = trees;
  }

  @Export
  public String deviceId() {
    return info.deviceId();
  }

  @Export
  public String kind() {
    return info.kind().value();
  }

  @Export
  public String label() {
    return info.label();
  }

  @Export
  public String groupId() {
    return info.groupId();
  }

  @Export
  public boolean isInput() {
    return info instanceof InputDeviceInfo;
  }

  /** MediaTrackCapabilities; nothing of an output. */
  @Export
  public Value getCapabilities() {
    return trees.object(
        info instanceof InputDeviceInfo input
            ? input.getCapabilities().toMap()
            : java.util.Map.of());
  }
}
