package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;
import java.util.Optional;

/**
 * The <a href="https://www.x.org/releases/current/doc/xextproto/shm.html">MIT shared memory
 * extension</a>: the server writes images into memory of this process.
 */
public final class MitShm {
  private final X11Connection connection;
  private final Core.Extension extension;

  private MitShm(X11Connection connection, Core.Extension extension) {
    this.connection = connection;
    this.extension = extension;
  }

  /** The extension, if the server has it. */
  public static Optional<MitShm> query(X11Connection connection) throws IOException, X11Exception {
    return new Core(connection)
        .extension("MIT-SHM")
        .map(extension -> new MitShm(connection, extension));
  }

  /**
   * Has the server map a segment.
   *
   * @param sharedMemoryId the segment's number in the kernel
   * @return the segment's name in further requests
   */
  public int attach(int sharedMemoryId) throws IOException, X11Exception {
    int segment = connection.newResource();
    connection.check(
        connection
            .request("ShmAttach", extension.opcode(), 1)
            .card32(segment)
            .card32(sharedMemoryId)
            .card32(0) // to be written
            .send());
    return segment;
  }

  /** Has the server unmap a segment, in its own time. */
  public void detach(int segment) throws IOException {
    var _ = connection.request("ShmDetach", extension.opcode(), 2).card32(segment).send();
  }

  /**
   * Asks for a rectangle's pixels at the beginning of a segment, row after row without padding.
   * They are there once the reply is.
   */
  public long getImage(int drawable, int x, int y, int width, int height, int segment)
      throws IOException {
    return connection
        .request("ShmGetImage", extension.opcode(), 4)
        .card32(drawable)
        .card16(x)
        .card16(y)
        .card16(width)
        .card16(height)
        .card32(Core.ALL_PLANES)
        .card8(Core.Z_PIXMAP)
        .card8(0)
        .card16(0)
        .card32(segment)
        .card32(0) // offset
        .send();
  }
}
