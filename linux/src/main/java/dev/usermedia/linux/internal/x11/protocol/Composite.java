package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The <a
 * href="https://gitlab.freedesktop.org/xorg/proto/xorgproto/-/blob/master/compositeproto.txt">X
 * Composite Extension</a>: a window's pixels apart from those that cover it.
 */
public final class Composite {
  private static final int NAMES_PIXMAPS_SINCE_MINOR = 2;

  private final X11Connection connection;
  private final Core.Extension extension;

  private Composite(X11Connection connection, Core.Extension extension) {
    this.connection = connection;
    this.extension = extension;
  }

  /** The extension, if the server has it in a version that names the windows' pixmaps. */
  public static Optional<Composite> query(X11Connection connection)
      throws IOException, X11Exception {
    Optional<Core.Extension> extension = new Core(connection).extension("Composite");
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer version =
        connection.reply(
            connection
                .request("CompositeQueryVersion", extension.get().opcode(), 0)
                .card32(0)
                .card32(NAMES_PIXMAPS_SINCE_MINOR)
                .send());
    boolean names = version.getInt(8) > 0 || version.getInt(12) >= NAMES_PIXMAPS_SINCE_MINOR;
    return names ? Optional.of(new Composite(connection, extension.get())) : Optional.empty();
  }

  /** Has the server keep a window's pixels apart, and show them as before. */
  public void redirect(int window) throws IOException, X11Exception {
    connection.check(
        connection
            .request("CompositeRedirectWindow", extension.opcode(), 1)
            .card32(window)
            .card8(0) // automatic
            .send());
  }

  /**
   * The pixmap that a redirected, viewable window draws to, border included. It stays with the
   * window until that is resized or unmapped.
   */
  public int namePixmap(int window) throws IOException, X11Exception {
    int pixmap = connection.newResource();
    connection.check(
        connection
            .request("CompositeNameWindowPixmap", extension.opcode(), 6)
            .card32(window)
            .card32(pixmap)
            .send());
    return pixmap;
  }

  /** Lets a pixmap's name go. */
  public void freePixmap(int pixmap) throws IOException {
    var _ = connection.request("FreePixmap", 54, 0).card32(pixmap).send();
  }
}
