package dev.usermedia.linux.internal.x11;

import dev.usermedia.linux.internal.x11.protocol.Core;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Gives a window the focus: through the window manager, which may bring it to this workspace and
 * open what is folded up; without one, by raising it and directing the keyboard to it.
 *
 * @see <a href="https://specifications.freedesktop.org/wm-spec/latest/">Extended Window Manager
 *     Hints, _NET_ACTIVE_WINDOW</a>
 */
final class WindowFocus {
  private static final int XA_ATOM = 4;

  /** The request comes from a person's choice, and not from the window's own program. */
  private static final int SOURCE_PAGER = 2;

  private WindowFocus() {}

  static void give(X11Connection connection, int window) throws IOException, X11Exception {
    Core core = new Core(connection);
    int root = core.geometry(window).root();
    int activeWindow = core.atom("_NET_ACTIVE_WINDOW");
    if (isSupported(core, root, activeWindow)) {
      core.askWindowManager(root, window, activeWindow, SOURCE_PAGER);
    } else {
      core.raise(window);
      core.focus(window);
    }
  }

  private static boolean isSupported(Core core, int root, int hint)
      throws IOException, X11Exception {
    ByteBuffer hints =
        core.property(root, core.atom("_NET_SUPPORTED"), XA_ATOM).orElse(ByteBuffer.allocate(0));
    while (hints.remaining() >= Integer.BYTES) {
      if (hints.getInt() == hint) {
        return true;
      }
    }
    return false;
  }
}
