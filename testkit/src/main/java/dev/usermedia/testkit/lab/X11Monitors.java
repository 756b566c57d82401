package dev.usermedia.testkit.lab;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Changes what monitors a screen has and how large it is. Used by its painter's thread. */
public final class X11Monitors {
  private static final int UNROTATED = 1;

  private final X11Client client;

  X11Monitors(X11Client client) {
    this.client = client;
  }

  /** Makes a part of the screen a monitor of its own, by a name that none has. */
  public void add(String name, int x, int y, int width, int height) throws IOException {
    int randr = client.extension("RANDR");
    int nameAtom = client.atom(name);
    client
        .request(randr, 43) // RRSetMonitor, not primary, of no output
        .int32(client.root(), nameAtom)
        .int8(0, 0, 0, 0)
        .int16(x, y, width, height)
        .int32(width, height) // millimetres
        .send();
    client.sync();
  }

  /** Takes a monitor away that was {@linkplain #add added}. */
  public void remove(String name) throws IOException {
    int randr = client.extension("RANDR");
    int nameAtom = client.atom(name);
    client.request(randr, 44).int32(client.root(), nameAtom).send(); // RRDeleteMonitor
    client.sync();
  }

  /** Gives the screen and its one output another size, at most the one that it was started with. */
  public void resize(int width, int height) throws IOException {
    int randr = client.extension("RANDR");
    ByteBuffer resources = client.request(randr, 8).int32(client.root()).reply();
    int timestamp = resources.getInt(8);
    int configTimestamp = resources.getInt(12);
    int crtc = resources.getInt(32);
    int output = resources.getInt(32 + 4 * resources.getShort(16));
    String name = width + "x" + height + " of " + configTimestamp;
    int mode =
        client
            .request(randr, 16) // RRCreateMode
            .int32(client.root(), 0)
            .int16(width, height)
            .int32(width * height * 60)
            .int16(width, width, width, 0, height, height, height, name.length())
            .int32(0)
            .text(name)
            .reply()
            .getInt(8);
    client.request(randr, 18).int32(output, mode).send(); // RRAddOutputMode
    // off, resized, on again: a screen is never smaller than what its outputs show
    var _ =
        client
            .request(randr, 21) // RRSetCrtcConfig
            .int32(crtc, timestamp, configTimestamp)
            .int16(0, 0)
            .int32(0)
            .int16(UNROTATED, 0)
            .reply();
    client
        .request(randr, 7) // RRSetScreenSize
        .int32(client.root())
        .int16(width, height)
        .int32(width, height) // millimetres
        .send();
    ByteBuffer done =
        client
            .request(randr, 21)
            .int32(crtc, 0, configTimestamp)
            .int16(0, 0)
            .int32(mode)
            .int16(UNROTATED, 0)
            .int32(output)
            .reply();
    if (done.get(1) != 0) {
      throw new IOException("the output does not take the size: status " + done.get(1));
    }
  }
}
