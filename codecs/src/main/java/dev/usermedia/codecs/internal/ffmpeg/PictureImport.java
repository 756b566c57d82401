package dev.usermedia.codecs.internal.ffmpeg;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Hands FFmpeg's pictures out as ours where they lie: a frame whose buffer holds FFmpeg's reference
 * until the last handle on it is closed. FFmpeg draws its pictures from a pool, so that the same
 * addresses come back; the wrappers of an address are used again, and the heap sees one frame
 * object a picture. Pictures are adopted by one thread; handles may be closed on any.
 */
public final class PictureImport implements AutoCloseable {
  /** Wrappers that wait for their address; a decoder's pool is smaller. */
  private static final int MAX_IDLE = 64;

  private final int rotation;
  private final ArrayDeque<Slot> idle = new ArrayDeque<>();
  private @Nullable VideoLayout lastLayout; // guarded by idle, as what follows
  private int inUse;
  private boolean closed;

  /**
   * An importer.
   *
   * @param rotation clockwise degrees that every picture is to be turned by before it is shown
   */
  public PictureImport(int rotation) {
    this.rotation = rotation;
  }

  /** Whether such pictures can be handed out as they are, without being converted. */
  public static boolean fits(NativeFrame picture) {
    return PixelFormats.fromNative(picture.format())
        .map(format -> rowsFollowInOrder(picture, format))
        .orElse(false);
  }

  private static boolean rowsFollowInOrder(NativeFrame picture, VideoPixelFormat format) {
    for (int plane = 0; plane < format.planeCount(); plane++) {
      if (picture.lineSizeBytes(plane) < format.rowBytes(plane, picture.width())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Moves the picture out of FFmpeg's frame, which is empty afterwards, into one of ours. The frame
   * is to be closed by the caller, as every frame of a {@link VideoFrameBuffer}.
   *
   * @param picture one that {@linkplain #fits fits}
   */
  public VideoFrame adopt(NativeFrame picture, long timestampUs, long durationUs) {
    Slot slot = take(picture);
    avutil.av_frame_move_ref(slot.reference.struct(), picture.struct());
    return slot.buffer.publish(timestampUs, durationUs);
  }

  private Slot take(NativeFrame picture) {
    synchronized (idle) {
      if (closed) {
        throw new IllegalStateException("the importer is closed");
      }
      inUse++;
      for (Slot slot : idle) {
        if (slot.matches(picture)) {
          idle.remove(slot);
          return slot;
        }
      }
    }
    return new Slot(picture);
  }

  /** The same object for all pictures that are alike. */
  private VideoLayout shared(VideoLayout layout) {
    synchronized (idle) {
      VideoLayout last = lastLayout;
      if (last != null && last.equals(layout)) {
        return last;
      }
      lastLayout = layout;
      return layout;
    }
  }

  /** Pictures that were adopted and are still open. */
  public int inUse() {
    synchronized (idle) {
      return inUse;
    }
  }

  /** Frees the wrappers; those of frames that are still open follow when they are closed. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(slot -> slot.reference.close());
      idle.clear();
    }
  }

  /** The wrapper of one address. */
  private final class Slot {
    final NativeFrame reference = new NativeFrame();
    final VideoFrameBuffer buffer;
    private final VideoLayout layout;
    private final ColorTags colors;
    private final long[] addresses;

    Slot(NativeFrame picture) {
      VideoPixelFormat format =
          PixelFormats.fromNative(picture.format())
              .orElseThrow(() -> new IllegalArgumentException("format " + picture.format()));
      int[] strides = new int[format.planeCount()];
      addresses = new long[strides.length];
      for (int plane = 0; plane < strides.length; plane++) {
        strides[plane] = picture.lineSizeBytes(plane);
        addresses[plane] = picture.data(plane);
      }
      colors = picture.colors();
      layout =
          shared(
              new VideoLayout(
                  format,
                  picture.width(),
                  picture.height(),
                  new VideoRect(0, 0, picture.width(), picture.height()),
                  rotation,
                  colors.toColorSpace(),
                  strides));
      MemorySegment[] planes = new MemorySegment[strides.length];
      for (int plane = 0; plane < planes.length; plane++) {
        planes[plane] =
            MemorySegment.ofAddress(addresses[plane]).reinterpret(layout.planeBytes(plane));
      }
      buffer = new VideoFrameBuffer(layout, planes, ignored -> giveBack());
    }

    boolean matches(NativeFrame picture) {
      for (int plane = 0; plane < addresses.length; plane++) {
        if (picture.data(plane) != addresses[plane]
            || picture.lineSizeBytes(plane) != layout.strideBytes(plane)) {
          return false;
        }
      }
      return picture.width() == layout.codedWidth()
          && picture.height() == layout.codedHeight()
          && PixelFormats.fromNative(picture.format()).orElse(null) == layout.format()
          && picture.hasColors(colors);
    }

    private void giveBack() {
      reference.unref();
      synchronized (idle) {
        inUse--;
        if (closed || idle.size() == MAX_IDLE) {
          reference.close();
        } else {
          idle.addLast(this);
        }
      }
    }
  }
}
