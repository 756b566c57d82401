package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;
import static dev.usermedia.constraints.VideoResizeModeEnum.CROP_AND_SCALE;
import static dev.usermedia.constraints.VideoResizeModeEnum.NONE;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device with its modes in an order for searching, and what else all selections on it have in
 * common. Whoever keeps the device keeps this too, so that only the first selection pays for it; a
 * device whose modes change is another device with another index.
 *
 * <p>Safe for use from any thread: nothing of it changes once it is made.
 */
public final class DeviceIndex {
  private final SourceDevice device;

  /** Made when first needed; threads that come at once may each make the same. */
  private volatile @Nullable Contents contents;

  /**
   * What is the same for all selections.
   *
   * @param dimensions all values of each property but the ids
   * @param initialControls what properties are that do not depend on the mode, if nobody asks for
   *     anything
   * @param capabilities the capabilities but the ids
   */
  record Contents(
      ModeSpace modes,
      Map<ConstrainableProperty, Dimension> dimensions,
      Map<ConstrainableProperty, Object> initialControls,
      MediaTrackCapabilities capabilities) {}

  public DeviceIndex(SourceDevice device) {
    this.device = device;
  }

  /** The device. */
  public SourceDevice device() {
    return device;
  }

  /**
   * What is the same for all selections.
   *
   * @throws IllegalArgumentException if the driver tells a capability of the wrong type
   */
  Contents contents() {
    Contents made = contents;
    if (made == null) {
      made = make();
      contents = made;
    }
    return made;
  }

  private Contents make() {
    MediaKind kind = device.kind().isVideo() ? MediaKind.VIDEO : MediaKind.AUDIO;
    Map<ConstrainableProperty, Capability> capabilities = Capabilities.of(device, kind);
    ModeSpace modes =
        kind == MediaKind.AUDIO
            ? new AudioModes(device.modes())
            : new VideoModes(device.modes(), device.kind() == SourceKind.CAMERA);
    Map<ConstrainableProperty, Dimension> dimensions = new EnumMap<>(ConstrainableProperty.class);
    modes.given().forEach(property -> dimensions.put(property, Dimension.Interval.UNBOUNDED));
    capabilities.forEach((property, capability) -> dimensions.put(property, dimension(capability)));
    Map<ConstrainableProperty, Object> initialControls = new EnumMap<>(ConstrainableProperty.class);
    dimensions.forEach(
        (property, dimension) -> {
          if (dimension instanceof Dimension.Free free) {
            initialControls.put(property, free.best(null));
          }
        });
    if (kind == MediaKind.VIDEO) {
      dimensions.put(
          RESIZE_MODE, new Dimension.Choice(List.of(NONE.value(), CROP_AND_SCALE.value())));
    }
    return new Contents(
        modes,
        dimensions,
        Collections.unmodifiableMap(initialControls),
        Capabilities.dictionary(device, capabilities));
  }

  private static Dimension dimension(Capability capability) {
    return switch (capability) {
      case Capability.Choice choice -> new Dimension.Choice(choice.values());
      case Capability.Range range ->
          Dimension.Steps.of(range.min(), range.max(), range.step(), range.initial());
    };
  }
}
