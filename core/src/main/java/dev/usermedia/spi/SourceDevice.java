package dev.usermedia.spi;

import dev.usermedia.frame.VideoRect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A device as its driver sees it.
 *
 * @param driver the {@link MediaDriver#name} of its driver
 * @param hardwareId names the device among its driver's, the same after unplugging, replugging and
 *     restarting; never shown to applications as it is
 * @param label what a person calls it
 * @param group devices of one piece of hardware share it; empty for a device of its own
 * @param systemDefault whether the system prefers it among its kind
 * @param modes every way in which it delivers, best first; none for a speaker
 * @param capabilities further constrainable properties by their names in the specifications, such
 *     as {@code "cursor"}, {@code "facingMode"} or {@code "zoom"}
 * @param bounds where a screen or window lies on the desktop
 */
public record SourceDevice(
    String driver,
    String hardwareId,
    SourceKind kind,
    String label,
    String group,
    boolean systemDefault,
    List<SourceMode> modes,
    Map<String, Capability> capabilities,
    Optional<VideoRect> bounds) {
  public SourceDevice {
    modes = List.copyOf(modes);
    capabilities = Map.copyOf(capabilities);
  }

  /** A device without further capabilities or bounds. */
  public SourceDevice(
      String driver,
      String hardwareId,
      SourceKind kind,
      String label,
      String group,
      boolean systemDefault,
      List<SourceMode> modes) {
    this(driver, hardwareId, kind, label, group, systemDefault, modes, Map.of(), Optional.empty());
  }
}
