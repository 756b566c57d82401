package dev.usermedia.linux.internal.x11;

import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import java.io.IOException;
import java.util.Optional;

/** The memory of a source's pictures and how pixels get there. Used by the capture thread. */
sealed interface Pictures extends AutoCloseable permits SharedPictures, SocketPictures {
  /** Most pictures that consumers may hold at a time; made as they are needed. */
  int CAPACITY = 16;

  VideoLayout layout();

  /**
   * Has a buffer ready to be read into, to be published or discarded before the next.
   *
   * @return whether there is one; consumers may hold all
   */
  boolean acquire() throws IOException;

  /** The buffer that is ready. */
  VideoFrameBuffer acquired();

  /** Asks for a rectangle's pixels for the buffer that is ready. */
  long request(int drawable, int x, int y, int width, int height) throws IOException;

  /** Waits for the pixels that were asked for; they lie in the buffer without padding. */
  void receive(long sequence) throws IOException, X11Exception;

  /** Frees the memory once the last picture is let go. */
  @Override
  void close() throws IOException;

  /**
   * Memory for pictures of a layout: shared with the server if that can be had.
   *
   * @param local whether the server runs on this machine
   */
  static Pictures of(X11Connection connection, boolean local, VideoLayout layout)
      throws IOException, X11Exception {
    if (local) {
      Optional<SharedPictures> shared = SharedPictures.share(connection, layout);
      if (shared.isPresent()) {
        return shared.get();
      }
    }
    return new SocketPictures(connection, layout);
  }
}
