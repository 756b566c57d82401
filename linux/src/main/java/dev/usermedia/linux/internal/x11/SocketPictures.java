package dev.usermedia.linux.internal.x11;

import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.linux.internal.x11.protocol.Core;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import java.io.IOException;
import java.util.Optional;

/** Pictures that come through the connection, where no memory is shared with the server. */
final class SocketPictures implements Pictures {
  private final X11Connection connection;
  private final Core core;
  private final VideoFramePool pool;
  private Optional<VideoFrameBuffer> acquired = Optional.empty();

  SocketPictures(X11Connection connection, VideoLayout layout) {
    this.connection = connection;
    this.core = new Core(connection);
    this.pool = new VideoFramePool(layout, CAPACITY);
  }

  @Override
  public VideoLayout layout() {
    return pool.layout();
  }

  @Override
  public boolean acquire() {
    acquired = pool.acquire();
    return acquired.isPresent();
  }

  @Override
  public VideoFrameBuffer acquired() {
    return acquired.orElseThrow();
  }

  @Override
  public long request(int drawable, int x, int y, int width, int height) throws IOException {
    return core.getImage(drawable, x, y, width, height);
  }

  @Override
  public void receive(long sequence) throws IOException, X11Exception {
    connection.replyInto(sequence, acquired().plane(0).asByteBuffer());
  }

  @Override
  public void close() {
    pool.close();
  }
}
