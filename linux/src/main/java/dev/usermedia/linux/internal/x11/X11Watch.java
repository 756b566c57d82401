package dev.usermedia.linux.internal.x11;

import dev.usermedia.Registration;
import dev.usermedia.linux.internal.x11.protocol.Core;
import dev.usermedia.linux.internal.x11.protocol.ServerSetup;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/**
 * Tells of monitors and windows that come, go or change, from a thread and a connection of its own;
 * of the server's end, too, which is the last that it tells.
 */
final class X11Watch implements Registration {
  private final X11Connection connection;
  private final Monitors monitors;
  private final int clientList;
  private final Runnable changed;
  private volatile boolean closed;
  private boolean relevant;

  private X11Watch(X11Connection connection, Runnable changed) throws IOException, X11Exception {
    this.connection = connection;
    this.monitors = Monitors.of(connection);
    this.clientList = new Core(connection).atom("_NET_CLIENT_LIST");
    this.changed = changed;
  }

  /** Watches over a new connection; misses nothing that happens after it returns. */
  static X11Watch over(X11Connection connection, Runnable changed)
      throws IOException, X11Exception {
    X11Watch watch = new X11Watch(connection, changed);
    connection.onEvent(watch::note);
    for (ServerSetup.Screen screen : connection.setup().screens()) {
      watch.monitors.selectChanges(screen.root(), Core.SUBSTRUCTURE_NOTIFY | Core.PROPERTY_CHANGE);
    }
    Thread.ofPlatform().daemon().name("usermedia x11 watch").start(watch::run);
    return watch;
  }

  @Override
  public void close() {
    closed = true;
    connection.close();
  }

  private void run() {
    try {
      while (true) {
        connection.awaitEvent();
        if (relevant) {
          relevant = false;
          tell();
        }
      }
    } catch (IOException e) {
      if (!closed) {
        log().log(Level.DEBUG, "the X server went away", e);
        tell();
      }
    } finally {
      connection.close();
    }
  }

  private void note(ByteBuffer event) {
    int code = event.get(0) & 0x7F;
    relevant |=
        switch (code) {
          case Core.MAP_NOTIFY, Core.UNMAP_NOTIFY -> true;
          // of a root window itself, not of the windows that are moved about on it
          case Core.CONFIGURE_NOTIFY -> event.getInt(4) == event.getInt(8);
          case Core.PROPERTY_NOTIFY -> event.getInt(8) == clientList;
          default -> monitors.isChange(code);
        };
  }

  private void tell() {
    try {
      if (!closed) {
        changed.run();
      }
    } catch (RuntimeException | Error e) {
      log().log(Level.ERROR, "what watches for devices threw", e);
    }
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.x11");
  }
}
