package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;
import java.util.Optional;

/**
 * The <a href="https://gitlab.freedesktop.org/xorg/proto/xorgproto/-/blob/master/fixesproto.txt">X
 * Fixes extension</a>: what the pointer looks like.
 */
public final class XFixes {
  private final X11Connection connection;
  private final Core.Extension extension;

  private XFixes(X11Connection connection, Core.Extension extension) {
    this.connection = connection;
    this.extension = extension;
  }

  /** The extension, if the server has it. */
  public static Optional<XFixes> query(X11Connection connection) throws IOException, X11Exception {
    Optional<Core.Extension> extension = new Core(connection).extension("XFIXES");
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    // a server answers no other request before this one
    connection.reply(
        connection
            .request("XFixesQueryVersion", extension.get().opcode(), 0)
            .card32(1)
            .card32(0)
            .send());
    return Optional.of(new XFixes(connection, extension.get()));
  }

  /**
   * Asks for the pointer's picture. In the reply: place (2 × 16 bits from byte 8), size, hot spot,
   * and from byte 32 the pixels, 32 bits each, ARGB with the alpha multiplied in.
   */
  public long getCursorImage() throws IOException {
    return connection.request("XFixesGetCursorImage", extension.opcode(), 4).send();
  }
}
