package dev.usermedia.linux.internal.x11;

import dev.usermedia.linux.internal.x11.protocol.Core;
import dev.usermedia.linux.internal.x11.protocol.RandR;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The monitors of a screen, with or without an extension that knows them. */
final class Monitors {
  /** What the whole screen is called where the server knows no monitors. */
  private static final String WHOLE_SCREEN = "screen";

  private final Core core;
  private final Optional<RandR> randr;

  private Monitors(Core core, Optional<RandR> randr) {
    this.core = core;
    this.randr = randr;
  }

  static Monitors of(X11Connection connection) throws IOException, X11Exception {
    return new Monitors(new Core(connection), RandR.query(connection));
  }

  /** The parts of a root window that monitors show, the primary one first; at least one. */
  List<RandR.Monitor> on(int root) throws IOException, X11Exception {
    // a monitor may reach past its screen, whose pixels alone can be read
    Core.Geometry screen = core.geometry(root);
    List<RandR.Monitor> found = new ArrayList<>();
    if (randr.isPresent()) {
      for (RandR.Monitor m : randr.get().monitors(root)) {
        int x = Math.max(0, m.x());
        int y = Math.max(0, m.y());
        int width = Math.min(m.x() + m.width(), screen.width()) - x;
        int height = Math.min(m.y() + m.height(), screen.height()) - y;
        if (width > 0 && height > 0) {
          found.add(
              found.size() > 0 && m.primary() ? 0 : found.size(),
              new RandR.Monitor(m.name(), m.primary(), x, y, width, height));
        }
      }
    }
    if (found.isEmpty()) {
      found.add(new RandR.Monitor(WHOLE_SCREEN, true, 0, 0, screen.width(), screen.height()));
    }
    return found;
  }

  /** Has changes of a screen's monitors and size, and further events, sent to this client. */
  void selectChanges(int root, int furtherEvents) throws IOException, X11Exception {
    core.selectEvents(root, Core.STRUCTURE_NOTIFY | furtherEvents);
    if (randr.isPresent()) {
      randr.get().selectChanges(root);
    }
  }

  /** Whether an event's code is that of a change of the monitors. */
  boolean isChange(int eventCode) {
    return randr.isPresent() && randr.get().isChange(eventCode);
  }
}
