package dev.usermedia.linux.internal.x11;

import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.linux.internal.libc.ErrnoException;
import dev.usermedia.linux.internal.libc.SharedMemory;
import dev.usermedia.linux.internal.x11.protocol.MitShm;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that the server writes straight into memory shared with it, which the frames stand on.
 * Frames may be let go on any thread.
 */
final class SharedPictures implements Pictures {
  private static final int THIS_PROCESS_AND_THE_SERVER = 2;

  private final X11Connection connection;
  private final MitShm shm;
  private final VideoLayout layout;
  private final Arena arena = Arena.ofShared();
  private final List<Picture> all = new ArrayList<>(CAPACITY);
  private int capacity = CAPACITY;
  private @Nullable Picture acquired;

  // guarded by the list, whose lock is a leaf
  private final ArrayDeque<Picture> free = new ArrayDeque<>(CAPACITY);
  private int out;
  private boolean closed;

  private final class Picture {
    final int segment;
    final VideoFrameBuffer buffer;

    Picture(int segment, MemorySegment memory) {
      this.segment = segment;
      this.buffer = new VideoFrameBuffer(layout, new MemorySegment[] {memory}, b -> giveBack(this));
    }
  }

  private SharedPictures(X11Connection connection, MitShm shm, VideoLayout layout) {
    this.connection = connection;
    this.shm = shm;
    this.layout = layout;
  }

  /** Memory for pictures of the layout, if it can be shared with the server. */
  static Optional<SharedPictures> share(X11Connection connection, VideoLayout layout)
      throws IOException, X11Exception {
    Optional<MitShm> shm = MitShm.query(connection);
    if (shm.isEmpty()) {
      return Optional.empty();
    }
    SharedPictures pictures = new SharedPictures(connection, shm.get(), layout);
    Picture first = null;
    try {
      first = pictures.make();
    } finally {
      if (first == null) {
        pictures.close();
      }
    }
    if (first == null) {
      return Optional.empty();
    }
    pictures.free.addLast(first);
    return Optional.of(pictures);
  }

  @Override
  public VideoLayout layout() {
    return layout;
  }

  @Override
  public boolean acquire() throws IOException {
    Picture picture;
    synchronized (free) {
      picture = free.pollLast(); // the one that is warm in the cache
    }
    if (picture == null && all.size() < capacity) {
      picture = make();
      if (picture == null) {
        capacity = all.size();
      }
    }
    if (picture != null) {
      synchronized (free) {
        out++;
      }
    }
    acquired = picture;
    return picture != null;
  }

  @Override
  public VideoFrameBuffer acquired() {
    return Objects.requireNonNull(acquired).buffer;
  }

  @Override
  public long request(int drawable, int x, int y, int width, int height) throws IOException {
    int segment = Objects.requireNonNull(acquired).segment;
    return shm.getImage(drawable, x, y, width, height, segment);
  }

  @Override
  public void receive(long sequence) throws IOException, X11Exception {
    connection.reply(sequence);
  }

  @Override
  public void close() throws IOException {
    boolean now;
    synchronized (free) {
      now = !closed && out == 0;
      closed = true;
    }
    if (now) {
      arena.close();
    }
    for (Picture picture : all) {
      shm.detach(picture.segment);
    }
    all.clear();
  }

  private void giveBack(Picture picture) {
    boolean last;
    synchronized (free) {
      out--;
      free.addLast(picture);
      last = closed && out == 0;
    }
    if (last) {
      arena.close();
    }
  }

  /** One more picture, or null if there is no memory to be shared. */
  private @Nullable Picture make() throws IOException {
    try {
      SharedMemory memory = SharedMemory.create(layout.planeBytes(0), arena);
      int segment = shm.attach(memory.id());
      if (memory.mappings() < THIS_PROCESS_AND_THE_SERVER) {
        // in another container the number is that of other memory, or of none
        shm.detach(segment);
        log().log(Level.DEBUG, "the X server does not see this process's shared memory");
        return null;
      }
      Picture picture = new Picture(segment, memory.memory());
      all.add(picture);
      return picture;
    } catch (ErrnoException | X11Exception e) {
      log().log(Level.DEBUG, "no more memory can be shared with the X server", e);
      return null;
    }
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.x11");
  }
}
