package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Requests of the core protocol that ask about windows, and that give one the focus. */
public final class Core {
  /** Events of a window's own: mapped, moved, resized, destroyed. */
  public static final int STRUCTURE_NOTIFY = 1 << 17;

  /** The same of a window's children. */
  public static final int SUBSTRUCTURE_NOTIFY = 1 << 19;

  /** What is asked of a window's children comes to this client instead: a window manager's. */
  public static final int SUBSTRUCTURE_REDIRECT = 1 << 20;

  /** A window's properties changed. */
  public static final int PROPERTY_CHANGE = 1 << 22;

  /** Codes of events, in their first byte. */
  public static final int CREATE_NOTIFY = 16;

  public static final int DESTROY_NOTIFY = 17;
  public static final int UNMAP_NOTIFY = 18;
  public static final int MAP_NOTIFY = 19;
  public static final int REPARENT_NOTIFY = 21;
  public static final int CONFIGURE_NOTIFY = 22;
  public static final int PROPERTY_NOTIFY = 28;
  public static final int CLIENT_MESSAGE = 33;

  /** Images row after row, all bits of a pixel together. */
  static final int Z_PIXMAP = 2;

  static final int ALL_PLANES = -1;

  private static final int EVENT_MASK = 1 << 11;
  private static final int LONGEST_PROPERTY_WORDS = 1 << 16;
  private static final int STACK_MODE = 1 << 6;
  private static final int ABOVE = 0;
  private static final int REVERT_TO_POINTER_ROOT = 1;
  private static final int CURRENT_TIME = 0;
  private static final int INPUT_OUTPUT = 1;
  private static final int VIEWABLE = 2;

  private final X11Connection connection;

  /** Where a drawable lies in its parent, and its size without its border. */
  public record Geometry(
      int root, int depth, int x, int y, int width, int height, int borderWidth) {}

  /** How a window shows. */
  public record Attributes(int visual, boolean viewable, boolean hasPixels) {}

  /** An extension that the server has. */
  record Extension(int opcode, int firstEvent) {}

  /** Requests over a connection. */
  public Core(X11Connection connection) {
    this.connection = connection;
  }

  public Geometry geometry(int drawable) throws IOException, X11Exception {
    ByteBuffer reply =
        connection.reply(connection.request("GetGeometry", 14, 0).card32(drawable).send());
    return new Geometry(
        reply.getInt(8),
        reply.get(1),
        reply.getShort(12),
        reply.getShort(14),
        Short.toUnsignedInt(reply.getShort(16)),
        Short.toUnsignedInt(reply.getShort(18)),
        Short.toUnsignedInt(reply.getShort(20)));
  }

  public Attributes attributes(int window) throws IOException, X11Exception {
    ByteBuffer reply =
        connection.reply(connection.request("GetWindowAttributes", 3, 0).card32(window).send());
    return new Attributes(
        reply.getInt(8), reply.get(26) == VIEWABLE, reply.getShort(12) == INPUT_OUTPUT);
  }

  /** A window's children, the lowest first. */
  public int[] children(int window) throws IOException, X11Exception {
    ByteBuffer reply =
        connection.reply(connection.request("QueryTree", 15, 0).card32(window).send());
    int[] children = new int[Short.toUnsignedInt(reply.getShort(16))];
    for (int i = 0; i < children.length; i++) {
      children[i] = reply.getInt(32 + 4 * i);
    }
    return children;
  }

  /** Where a window's upper left corner, within its border, lies in another window. */
  public Geometry placeIn(int window, int other) throws IOException, X11Exception {
    Geometry own = geometry(window);
    ByteBuffer reply =
        connection.reply(
            connection
                .request("TranslateCoordinates", 40, 0)
                .card32(window)
                .card32(other)
                .card32(0)
                .send());
    return new Geometry(
        own.root,
        own.depth,
        reply.getShort(12),
        reply.getShort(14),
        own.width,
        own.height,
        own.borderWidth);
  }

  public int atom(String name) throws IOException, X11Exception {
    byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
    return connection
        .reply(
            connection
                .request("InternAtom", 16, 0)
                .card16(text.length)
                .card16(0)
                .bytes(text)
                .send())
        .getInt(8);
  }

  public String atomName(int atom) throws IOException, X11Exception {
    ByteBuffer reply =
        connection.reply(connection.request("GetAtomName", 17, 0).card32(atom).send());
    byte[] text = new byte[Short.toUnsignedInt(reply.getShort(8))];
    reply.get(32, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** A window's property of a type; empty if it has none such. */
  public Optional<ByteBuffer> property(int window, int property, int type)
      throws IOException, X11Exception {
    ByteBuffer reply =
        connection.reply(
            connection
                .request("GetProperty", 20, 0)
                .card32(window)
                .card32(property)
                .card32(type)
                .card32(0)
                .card32(LONGEST_PROPERTY_WORDS)
                .send());
    boolean there = reply.getInt(8) == type;
    int bytes = reply.getInt(16) * (reply.get(1) / 8);
    return there ? Optional.of(reply.slice(32, bytes).order(reply.order())) : Optional.empty();
  }

  /** Has a window's events sent to this client. */
  public void selectEvents(int window, int mask) throws IOException, X11Exception {
    connection.check(
        connection
            .request("ChangeWindowAttributes", 2, 0)
            .card32(window)
            .card32(EVENT_MASK)
            .card32(mask)
            .send());
  }

  /** Puts a window above its siblings. */
  public void raise(int window) throws IOException, X11Exception {
    connection.check(
        connection
            .request("ConfigureWindow", 12, 0)
            .card32(window)
            .card32(STACK_MODE)
            .card32(ABOVE)
            .send());
  }

  /** Directs the keyboard to a window, which has to show. */
  public void focus(int window) throws IOException, X11Exception {
    connection.check(
        connection
            .request("SetInputFocus", 42, REVERT_TO_POINTER_ROOT)
            .card32(window)
            .card32(CURRENT_TIME)
            .send());
  }

  /** Sends the window manager a message about a window, with one number. */
  public void askWindowManager(int root, int window, int message, int number)
      throws IOException, X11Exception {
    connection.check(
        connection
            .request("SendEvent", 25, 0)
            .card32(root)
            .card32(SUBSTRUCTURE_NOTIFY | SUBSTRUCTURE_REDIRECT)
            .card8(CLIENT_MESSAGE)
            .card8(32) // bits of each number
            .card16(0)
            .card32(window)
            .card32(message)
            .card32(number)
            .card32(CURRENT_TIME)
            .card32(0)
            .card32(0)
            .card32(0)
            .send());
  }

  /**
   * Asks for the pointer's place in a window. In the reply: whether it is on that window's screen
   * (byte 1), and its place in the window (2 x 16 bits from byte 20).
   */
  public long queryPointer(int window) throws IOException {
    return connection.request("QueryPointer", 38, 0).card32(window).send();
  }

  /** Asks for a rectangle's pixels, row after row without padding, to follow the reply. */
  public long getImage(int drawable, int x, int y, int width, int height) throws IOException {
    return connection
        .request("GetImage", 73, Z_PIXMAP)
        .card32(drawable)
        .card16(x)
        .card16(y)
        .card16(width)
        .card16(height)
        .card32(ALL_PLANES)
        .send();
  }

  Optional<Extension> extension(String name) throws IOException, X11Exception {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer reply =
        connection.reply(
            connection
                .request("QueryExtension", 98, 0)
                .card16(text.length)
                .card16(0)
                .bytes(text)
                .send());
    return reply.get(8) == 0
        ? Optional.empty()
        : Optional.of(
            new Extension(Byte.toUnsignedInt(reply.get(9)), Byte.toUnsignedInt(reply.get(10))));
  }
}
