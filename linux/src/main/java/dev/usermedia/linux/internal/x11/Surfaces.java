package dev.usermedia.linux.internal.x11;

import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.linux.internal.x11.SurfaceId.MonitorId;
import dev.usermedia.linux.internal.x11.SurfaceId.WindowId;
import dev.usermedia.linux.internal.x11.protocol.Composite;
import dev.usermedia.linux.internal.x11.protocol.Core;
import dev.usermedia.linux.internal.x11.protocol.DisplayName;
import dev.usermedia.linux.internal.x11.protocol.RandR;
import dev.usermedia.linux.internal.x11.protocol.ServerSetup.Screen;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.linux.internal.x11.protocol.XFixes;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.VideoMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a display has to be captured: monitors, the primary one first, then windows. */
final class Surfaces {
  static final double MIN_FRAME_RATE = 1;
  static final double MAX_FRAME_RATE = 60;

  /** Numbers of types that the protocol fixes. */
  private static final int XA_STRING = 31;

  private static final int XA_WINDOW = 33;
  private static final int XA_WM_NAME = 39;

  private final DisplayName display;
  private final X11Connection connection;
  private final Core core;
  private final Capability.Choice cursors;

  Surfaces(DisplayName display, X11Connection connection) throws IOException, X11Exception {
    this.display = display;
    this.connection = connection;
    this.core = new Core(connection);
    this.cursors =
        new Capability.Choice(
            XFixes.query(connection).isPresent()
                ? CursorCapture.VALUES
                : List.of(CursorCapture.NEVER.value()));
  }

  List<SourceDevice> list() throws IOException, X11Exception {
    List<Screen> screens = connection.setup().screens();
    int preferred = display.screen() < screens.size() ? display.screen() : 0;
    List<SourceDevice> devices = new ArrayList<>();
    addMonitors(preferred, devices);
    for (int screen = 0; screen < screens.size(); screen++) {
      if (screen != preferred) {
        addMonitors(screen, devices);
      }
    }
    if (Composite.query(connection).isPresent()) {
      int netWmName = core.atom("_NET_WM_NAME");
      int utf8String = core.atom("UTF8_STRING");
      for (Screen screen : screens) {
        for (int window : topLevels(screen.root())) {
          windowDevice(window, screen.root(), netWmName, utf8String).ifPresent(devices::add);
        }
      }
    }
    return devices;
  }

  private void addMonitors(int screen, List<SourceDevice> devices)
      throws IOException, X11Exception {
    for (RandR.Monitor m :
        Monitors.of(connection).on(connection.setup().screens().get(screen).root())) {
      devices.add(
          device(
              new MonitorId(screen, m.name()),
              SourceKind.SCREEN,
              m.name(),
              devices.isEmpty(),
              new VideoRect(m.x(), m.y(), m.width(), m.height())));
    }
  }

  /** The windows that a window manager calls its clients, or else all that lie on the screen. */
  private List<Integer> topLevels(int root) throws IOException, X11Exception {
    List<Integer> windows = new ArrayList<>();
    Optional<ByteBuffer> clients = core.property(root, core.atom("_NET_CLIENT_LIST"), XA_WINDOW);
    if (clients.isPresent()) {
      while (clients.get().hasRemaining()) {
        windows.add(clients.get().getInt());
      }
    } else {
      for (int child : core.children(root)) {
        windows.add(child);
      }
    }
    Collections.reverse(windows); // the newest, or uppermost, first
    return windows;
  }

  /** A window that shows and has a name. */
  private Optional<SourceDevice> windowDevice(int window, int root, int netWmName, int utf8String)
      throws IOException, X11Exception {
    try {
      Core.Attributes attributes = core.attributes(window);
      if (!attributes.viewable() || !attributes.hasPixels()) {
        return Optional.empty();
      }
      String title = text(core.property(window, netWmName, utf8String), StandardCharsets.UTF_8);
      if (title.isEmpty()) {
        title = text(core.property(window, XA_WM_NAME, XA_STRING), StandardCharsets.ISO_8859_1);
      }
      if (title.isEmpty()) {
        return Optional.empty();
      }
      Core.Geometry g = core.placeIn(window, root);
      return Optional.of(
          device(
              new WindowId(window),
              SourceKind.WINDOW,
              title,
              false,
              new VideoRect(g.x(), g.y(), g.width(), g.height())));
    } catch (X11Exception e) {
      if (e.isGone()) {
        return Optional.empty(); // it was closed in the meantime
      }
      throw e;
    }
  }

  private SourceDevice device(
      SurfaceId id, SourceKind kind, String label, boolean systemDefault, VideoRect bounds) {
    VideoMode mode =
        new VideoMode(
            VideoPixelFormat.BGRX, bounds.width(), bounds.height(), MIN_FRAME_RATE, MAX_FRAME_RATE);
    String displaySurface = kind == SourceKind.SCREEN ? "monitor" : "window";
    return new SourceDevice(
        Failures.BACKEND,
        id.on(display.toString()),
        kind,
        label,
        "",
        systemDefault,
        List.of(mode),
        Map.of(
            CaptureSettings.CURSOR,
            cursors,
            "displaySurface",
            new Capability.Choice(List.of(displaySurface)),
            "logicalSurface",
            new Capability.Choice(List.of(true))),
        Optional.of(bounds));
  }

  private static String text(Optional<ByteBuffer> property, Charset charset) {
    return property.map(bytes -> charset.decode(bytes).toString().strip()).orElse("");
  }
}
