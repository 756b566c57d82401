package dev.usermedia;

import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.spi.SourceMode;
import java.util.List;
import java.util.Optional;

/**
 * What SelectSettings makes of one device: the settings that it would choose, or why it can choose
 * none.
 *
 * @param capabilities what the device can do, constraint by constraint
 * @param settings what would be chosen; empty if the device is ruled out
 * @param refused which required constraints rule out the device or modes of it; modes may be ruled
 *     out though others fit
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings">SelectSettings</a>
 */
public record DeviceFit(
    String deviceId,
    MediaDeviceKind kind,
    String label,
    MediaTrackCapabilities capabilities,
    Optional<MediaTrackSettings> settings,
    List<Refused> refused) {

  /**
   * Something that a required constraint rules out.
   *
   * @param mode one mode; empty if the constraint rules out every mode of the device alike
   * @param constraint the name of the first constraint, in the dictionary's order, that cannot be
   *     satisfied together with those before it
   */
  public record Refused(Optional<SourceMode> mode, String constraint) {}

  public DeviceFit {
    refused = List.copyOf(refused);
  }
}
