package dev.usermedia.linux.internal.x11;

import dev.usermedia.linux.internal.x11.SurfaceId.MonitorId;
import dev.usermedia.linux.internal.x11.protocol.Core;
import dev.usermedia.linux.internal.x11.protocol.RandR;
import dev.usermedia.linux.internal.x11.protocol.ServerSetup;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.spi.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A monitor: the part of its screen's root window that it shows, wherever that moves. */
final class MonitorSurface implements Surface {
  private final MonitorId id;
  private final String hardwareId;
  private final int root;
  private final Monitors monitors;

  MonitorSurface(X11Connection connection, MonitorId id, String hardwareId)
      throws IOException, X11Exception, SourceException {
    this.id = id;
    this.hardwareId = hardwareId;
    if (id.screen() >= connection.setup().screens().size()) {
      throw gone();
    }
    ServerSetup.Screen screen = connection.setup().screens().get(id.screen());
    this.root = screen.root();
    String refusal = connection.setup().refusal(screen.rootDepth(), screen.rootVisual());
    if (!refusal.isEmpty()) {
      throw Failures.failed("GetImage", hardwareId, refusal);
    }
    this.monitors = Monitors.of(connection);
    monitors.selectChanges(root, 0);
  }

  @Override
  public Optional<View> look() throws IOException, X11Exception, SourceException {
    RandR.Monitor monitor =
        monitors.on(root).stream()
            .filter(m -> m.name().equals(id.name()))
            .findFirst()
            .orElseThrow(this::gone);
    return Optional.of(
        new View(
            root,
            monitor.x(),
            monitor.y(),
            monitor.width(),
            monitor.height(),
            root,
            monitor.x(),
            monitor.y()));
  }

  @Override
  public boolean isChangedBy(ByteBuffer event) {
    int code = event.get(0) & 0x7F;
    return code == Core.CONFIGURE_NOTIFY || monitors.isChange(code);
  }

  private SourceException gone() {
    return Failures.notFound("RRGetMonitors", hardwareId, "the monitor is not connected");
  }
}
