package dev.usermedia.linux.internal.x11;

import dev.usermedia.MediaClock;
import dev.usermedia.linux.internal.x11.SurfaceId.MonitorId;
import dev.usermedia.linux.internal.x11.SurfaceId.WindowId;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A monitor or window that was opened, with a connection of its own. */
final class X11Source implements Source {
  private final SourceDevice device;
  private final MediaClock clock;
  private final X11Connection connection;
  private final Grabber grabber;

  private final Object lock = new Object();
  private @Nullable Capture capture; // lock
  private boolean closed; // lock

  private X11Source(
      SourceDevice device, MediaClock clock, X11Connection connection, Grabber grabber) {
    this.device = device;
    this.clock = clock;
    this.connection = connection;
    this.grabber = grabber;
  }

  /**
   * Opens a device over a new connection, which the source then holds.
   *
   * @param local whether the server runs on this machine
   */
  static X11Source over(
      X11Connection connection, boolean local, SourceDevice device, SurfaceId id, MediaClock clock)
      throws IOException, X11Exception, SourceException {
    Surface surface =
        switch (id) {
          case MonitorId monitor -> new MonitorSurface(connection, monitor, device.hardwareId());
          case WindowId window -> new WindowSurface(connection, window, device.hardwareId());
        };
    Grabber grabber = new Grabber(connection, local, surface);
    grabber.look(); // that it is there
    return new X11Source(device, clock, connection, grabber);
  }

  @Override
  public void start(SourceSettings settings, SourceOutput output) throws SourceException {
    synchronized (lock) {
      if (closed || capture != null) {
        throw new IllegalStateException(closed ? "the source is closed" : "already started");
      }
      CaptureSettings accepted =
          CaptureSettings.of(
              settings, device, grabber.size(), CaptureSettings.defaultCursor(device));
      capture = new Capture(device.hardwareId(), connection, grabber, clock, accepted, output);
      capture.start();
    }
  }

  @Override
  public void reconfigure(SourceSettings settings) throws SourceException {
    synchronized (lock) {
      if (closed || capture == null) {
        throw new IllegalStateException(closed ? "the source is closed" : "not started");
      }
      capture.reconfigure(
          CaptureSettings.of(settings, device, grabber.size(), capture.settings().cursor()));
    }
  }

  @Override
  public void close() {
    Capture running;
    synchronized (lock) {
      closed = true;
      running = capture;
    }
    if (running == null) {
      connection.close();
    } else {
      running.stop();
    }
  }
}
