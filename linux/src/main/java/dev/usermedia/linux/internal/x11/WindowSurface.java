package dev.usermedia.linux.internal.x11;

import dev.usermedia.linux.internal.x11.SurfaceId.WindowId;
import dev.usermedia.linux.internal.x11.protocol.Composite;
import dev.usermedia.linux.internal.x11.protocol.Core;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.spi.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A window, whatever covers it and wherever it lies: its pixels are read from where the window
 * draws them, so that no other window's are ever among them.
 */
final class WindowSurface implements Surface {
  private final int window;
  private final String hardwareId;
  private final Core core;
  private final Composite composite;
  private Optional<Integer> pixmap = Optional.empty();

  WindowSurface(X11Connection connection, WindowId id, String hardwareId)
      throws IOException, X11Exception, SourceException {
    this.window = id.window();
    this.hardwareId = hardwareId;
    this.core = new Core(connection);
    this.composite =
        Composite.query(connection)
            .orElseThrow(
                () ->
                    Failures.failed(
                        "CompositeQueryVersion",
                        hardwareId,
                        "the server lacks the Composite extension, which capturing windows takes"));
    try {
      String refusal =
          connection
              .setup()
              .refusal(core.geometry(window).depth(), core.attributes(window).visual());
      if (!refusal.isEmpty()) {
        throw Failures.failed("GetImage", hardwareId, refusal);
      }
      core.selectEvents(window, Core.STRUCTURE_NOTIFY);
      composite.redirect(window);
    } catch (X11Exception e) {
      throw goneOr(e);
    }
  }

  @Override
  public Optional<View> look() throws IOException, X11Exception, SourceException {
    if (pixmap.isPresent()) {
      // its size is that of before
      composite.freePixmap(pixmap.get());
      pixmap = Optional.empty();
    }
    try {
      if (!core.attributes(window).viewable()) {
        return Optional.empty();
      }
      pixmap = Optional.of(composite.namePixmap(window));
      Core.Geometry whole = core.geometry(pixmap.get());
      int border = core.geometry(window).borderWidth();
      return Optional.of(
          new View(
              pixmap.get(),
              border,
              border,
              whole.width() - 2 * border,
              whole.height() - 2 * border,
              window,
              0,
              0));
    } catch (X11Exception e) {
      throw goneOr(e);
    }
  }

  @Override
  public boolean isChangedBy(ByteBuffer event) {
    int code = event.get(0) & 0x7F;
    return code >= Core.DESTROY_NOTIFY && code <= Core.CONFIGURE_NOTIFY;
  }

  /** The exception itself, unless it says that the window is gone. */
  private X11Exception goneOr(X11Exception error) throws SourceException {
    if (error.isGone()) {
      throw Failures.caused(
          Failures.notFound(error.request(), hardwareId, "the window was closed"), error);
    }
    return error;
  }
}
