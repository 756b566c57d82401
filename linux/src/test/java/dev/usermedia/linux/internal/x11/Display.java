package dev.usermedia.linux.internal.x11;

import dev.usermedia.MediaClock;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.testkit.lab.X11Painter;
import dev.usermedia.testkit.lab.XvfbSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A server, a client that draws on it, and the driver that looks at it. */
record Display(XvfbSession server, X11Painter painter, X11Driver driver) implements AutoCloseable {
  static Display start(String... screens) throws Exception {
    return start(List.of(), screens);
  }

  static Display start(List<String> arguments, String... screens) throws Exception {
    XvfbSession server = XvfbSession.start(arguments, screens);
    return new Display(server, server.painter(), driver(server.display()));
  }

  static X11Driver driver(String display) {
    return new X11Driver(Map.of("DISPLAY", display));
  }

  SourceDevice device(String label) throws SourceException {
    return driver.devices().stream().filter(d -> d.label().equals(label)).findFirst().orElseThrow();
  }

  /** Opens and starts at 30 frames a second. */
  Source capture(SourceDevice device, String cursor, Shots shots) throws SourceException {
    return capture(device, cursor, shots, MediaClock.system());
  }

  Source capture(SourceDevice device, String cursor, Shots shots, MediaClock clock)
      throws SourceException {
    Source source = driver.open(device, clock);
    source.start(settings(device, cursor), shots);
    return source;
  }

  static SourceSettings settings(SourceDevice device, String cursor) {
    VideoMode mode = (VideoMode) device.modes().getFirst();
    return new SourceSettings(mode.at(30), Map.of("cursor", cursor));
  }

  @Override
  public void close() throws IOException {
    driver.close();
    painter.close();
    server.close();
  }
}
