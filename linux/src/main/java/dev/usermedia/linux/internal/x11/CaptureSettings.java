package dev.usermedia.linux.internal.x11;

import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.Map;
import java.util.Optional;

/** Settings that were found to be ones that the device has. */
record CaptureSettings(VideoLayout layout, double frameRate, CursorCapture cursor) {
  static final String CURSOR = "cursor";

  private static final String OPERATION = "settings";
  private static final double US_PER_SECOND = 1e6;

  /** Time between pictures. */
  long intervalUs() {
    return Math.round(US_PER_SECOND / frameRate);
  }

  /**
   * Reads settings.
   *
   * @param current the surface's size at present, which may be asked for beside the listed one
   * @param cursorBefore what holds if they say nothing of the pointer
   */
  static CaptureSettings of(
      SourceSettings settings,
      SourceDevice device,
      Optional<Size> current,
      CursorCapture cursorBefore)
      throws SourceException {
    if (!(settings.mode() instanceof VideoMode mode)
        || mode.format() != VideoPixelFormat.BGRX
        || mode.minFrameRate() != mode.maxFrameRate()
        || mode.minFrameRate() < Surfaces.MIN_FRAME_RATE
        || mode.maxFrameRate() > Surfaces.MAX_FRAME_RATE) {
      throw refused(device, "it does not deliver as " + settings.mode());
    }
    Size asked = new Size(mode.width(), mode.height());
    boolean listed =
        device.modes().stream().anyMatch(m -> m instanceof VideoMode v && asked.equals(Size.of(v)));
    if (!listed && !current.equals(Optional.of(asked))) {
      throw refused(device, "it is not " + asked + " in size");
    }
    for (Map.Entry<String, Object> control : settings.controls().entrySet()) {
      if (!(device.capabilities().get(control.getKey()) instanceof Capability.Choice choice)
          || !choice.values().contains(control.getValue())) {
        throw refused(device, "no " + control.getKey() + " " + control.getValue());
      }
    }
    return new CaptureSettings(
        VideoLayout.packed(VideoPixelFormat.BGRX, mode.width(), mode.height()),
        mode.maxFrameRate(),
        settings.controls().get(CURSOR) instanceof String cursor
            ? CursorCapture.of(cursor)
            : cursorBefore);
  }

  /** Whether the pointer shows unless something else is asked for. */
  static CursorCapture defaultCursor(SourceDevice device) {
    return device.capabilities().get(CURSOR) instanceof Capability.Choice choice
            && choice.values().getFirst() instanceof String first
        ? CursorCapture.of(first)
        : CursorCapture.NEVER;
  }

  private static SourceException refused(SourceDevice device, String message) {
    return Failures.failed(OPERATION, device.hardwareId(), message);
  }
}
