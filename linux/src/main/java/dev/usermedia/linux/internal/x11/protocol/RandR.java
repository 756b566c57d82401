package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The <a href="https://gitlab.freedesktop.org/xorg/proto/xorgproto/-/blob/master/randrproto.txt">X
 * Resize, Rotate and Reflect Extension</a>: which monitors show a screen.
 */
public final class RandR {
  private static final int MONITORS_SINCE_MINOR = 5;
  private static final int SCREEN_CHANGES = 1;
  private static final int CRTC_CHANGES = 2;
  private static final int OUTPUT_CHANGES = 4;

  private final X11Connection connection;
  private final Core core;
  private final Core.Extension extension;

  /** A monitor's place on its screen. */
  public record Monitor(String name, boolean primary, int x, int y, int width, int height) {}

  private RandR(X11Connection connection, Core core, Core.Extension extension) {
    this.connection = connection;
    this.core = core;
    this.extension = extension;
  }

  /** The extension, if the server has it in a version that knows monitors. */
  public static Optional<RandR> query(X11Connection connection) throws IOException, X11Exception {
    Core core = new Core(connection);
    Optional<Core.Extension> extension = core.extension("RANDR");
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer version =
        connection.reply(
            connection
                .request("RRQueryVersion", extension.get().opcode(), 0)
                .card32(1)
                .card32(MONITORS_SINCE_MINOR)
                .send());
    boolean monitors = version.getInt(8) > 1 || version.getInt(12) >= MONITORS_SINCE_MINOR;
    return monitors ? Optional.of(new RandR(connection, core, extension.get())) : Optional.empty();
  }

  /** The monitors that show the screen of a root window at present. */
  public List<Monitor> monitors(int root) throws IOException, X11Exception {
    ByteBuffer reply =
        connection.reply(
            connection
                .request("RRGetMonitors", extension.opcode(), 42)
                .card32(root)
                .card8(1) // active ones
                .send());
    int[] atoms = new int[reply.getInt(12)];
    List<Monitor> nameless = new ArrayList<>();
    int at = 32;
    for (int i = 0; i < atoms.length; i++) {
      atoms[i] = reply.getInt(at);
      nameless.add(
          new Monitor(
              "",
              reply.get(at + 4) != 0,
              reply.getShort(at + 8),
              reply.getShort(at + 10),
              Short.toUnsignedInt(reply.getShort(at + 12)),
              Short.toUnsignedInt(reply.getShort(at + 14))));
      at += 24 + 4 * Short.toUnsignedInt(reply.getShort(at + 6));
    }
    List<Monitor> monitors = new ArrayList<>();
    for (int i = 0; i < atoms.length; i++) {
      Monitor m = nameless.get(i);
      String name = core.atomName(atoms[i]);
      monitors.add(new Monitor(name, m.primary, m.x, m.y, m.width, m.height));
    }
    return monitors;
  }

  /** Has changes of a screen's monitors and size sent to this client. */
  public void selectChanges(int root) throws IOException, X11Exception {
    connection.check(
        connection
            .request("RRSelectInput", extension.opcode(), 4)
            .card32(root)
            .card16(SCREEN_CHANGES | CRTC_CHANGES | OUTPUT_CHANGES)
            .send());
  }

  /** Whether an event's code is one of this extension's. */
  public boolean isChange(int eventCode) {
    return eventCode == extension.firstEvent() || eventCode == extension.firstEvent() + 1;
  }
}
