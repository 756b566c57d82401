package dev.usermedia.linux.internal.x11;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.spi.SourceException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Takes pictures of a surface, one when asked. Used by one thread at a time but for {@link #size}.
 */
final class Grabber {
  private final X11Connection connection;
  private final boolean local;
  private final Surface surface;
  private final Pointer pointer;
  private Optional<View> view = Optional.empty();
  private volatile Optional<Size> size = Optional.empty();
  private boolean lookAgain = true;
  private Optional<Pictures> pictures = Optional.empty();
  private long lastTimestampUs = Long.MIN_VALUE;

  /**
   * A grabber.
   *
   * @param local whether the server runs on this machine
   */
  Grabber(X11Connection connection, boolean local, Surface surface)
      throws IOException, X11Exception {
    this.connection = connection;
    this.local = local;
    this.surface = surface;
    this.pointer = new Pointer(connection);
    connection.onEvent(event -> lookAgain |= surface.isChangedBy(event));
  }

  /**
   * Looks where the surface is, if that may have changed.
   *
   * @return whether there are pixels to be had
   */
  boolean look() throws IOException, X11Exception, SourceException {
    if (lookAgain || view.isEmpty()) {
      lookAgain = false; // what changes while looking is seen the next time
      view = surface.look();
      view.ifPresent(v -> size = Optional.of(new Size(v.width(), v.height())));
    }
    return view.isPresent();
  }

  /** The surface's size when it was last seen, if it was. May be called from any thread. */
  Optional<Size> size() {
    return size;
  }

  /**
   * Gets memory ready for the next picture.
   *
   * @return whether there is some; consumers may hold all
   */
  boolean prepare(VideoLayout layout) throws IOException, X11Exception {
    if (pictures.isEmpty() || !pictures.get().layout().equals(layout)) {
      close();
      pictures = Optional.of(Pictures.of(connection, local, layout));
    }
    return pictures.get().acquire();
  }

  /**
   * Takes the picture that was prepared, of what {@link #look} found. The server reads all pixels
   * at one go.
   *
   * @param nowUs the present time, which the picture is stamped with: that of just before
   * @throws X11Exception if the surface changed in the meantime
   */
  VideoFrame grab(CaptureSettings settings, long nowUs) throws IOException, X11Exception {
    Pictures memory = pictures.orElseThrow();
    long timestampUs = Math.max(nowUs, lastTimestampUs + 1);
    boolean read = false;
    try {
      read(settings, memory, timestampUs);
      read = true;
    } finally {
      if (!read) {
        lookAgain = true;
        memory.acquired().discard();
      }
    }
    lastTimestampUs = timestampUs;
    return memory.acquired().publish(timestampUs, settings.intervalUs());
  }

  /** Frees the memory of the pictures once the last is let go. */
  void close() throws IOException {
    if (pictures.isPresent()) {
      pictures.get().close();
      pictures = Optional.empty();
    }
  }

  private void read(CaptureSettings settings, Pictures memory, long timestampUs)
      throws IOException, X11Exception {
    int width = settings.layout().codedWidth();
    int height = settings.layout().codedHeight();
    View part = view.orElseThrow().clipped(width, height);
    long pixels = memory.request(part.drawable(), part.x(), part.y(), part.width(), part.height());
    CursorCapture cursor = settings.cursor();
    if (cursor != CursorCapture.NEVER) {
      pointer.request(part);
    }
    memory.receive(pixels);
    MemorySegment plane = memory.acquired().plane(0);
    if (cursor != CursorCapture.NEVER) {
      pointer.draw(plane, part, cursor == CursorCapture.MOTION, timestampUs);
    }
    if (part.width() < width || part.height() < height) {
      Padding.spread(plane, part.width(), part.height(), settings.layout());
    }
  }
}
