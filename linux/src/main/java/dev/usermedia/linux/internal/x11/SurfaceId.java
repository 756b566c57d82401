package dev.usermedia.linux.internal.x11;

import java.util.Optional;

/** What a hardware id names on a display. */
sealed interface SurfaceId {
  /**
   * A monitor of a screen, as {@code ":0/HDMI-1"} or, past the first screen, {@code ":0.1/DP-2"}.
   */
  record MonitorId(int screen, String name) implements SurfaceId {}

  /** A window, as {@code ":0/window/0x3a00007"}. */
  record WindowId(int window) implements SurfaceId {}

  String WINDOW_PREFIX = "window/0x";

  /** The hardware id. */
  default String on(String display) {
    return switch (this) {
      case MonitorId m -> display + (m.screen == 0 ? "" : "." + m.screen) + "/" + m.name;
      case WindowId w -> display + "/" + WINDOW_PREFIX + Integer.toHexString(w.window);
    };
  }

  /** What a hardware id names, if it is one of the display's. */
  static Optional<SurfaceId> parse(String hardwareId, String display) {
    int slash = hardwareId.indexOf('/', display.length());
    if (!hardwareId.startsWith(display) || slash < 0) {
      return Optional.empty();
    }
    String screen = hardwareId.substring(display.length(), slash);
    String name = hardwareId.substring(slash + 1);
    try {
      if (screen.isEmpty() && name.startsWith(WINDOW_PREFIX)) {
        String window = name.substring(WINDOW_PREFIX.length());
        return Optional.of(new WindowId(Integer.parseUnsignedInt(window, 16)));
      }
      if (screen.isEmpty()) {
        return Optional.of(new MonitorId(0, name));
      }
      return screen.charAt(0) == '.'
          ? Optional.of(new MonitorId(Integer.parseInt(screen.substring(1)), name))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
