package dev.usermedia.codecs.internal.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows our pictures to FFmpeg where they lie: an AVFrame whose planes are ours and whose reference
 * holds our frame open until FFmpeg lets go of it. Pictures are exported by one thread; FFmpeg may
 * let go on any.
 */
public final class PictureExport implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PictureExport.class.getName());
  private static final int READ_ONLY = 1; // AV_BUFFER_FLAG_READONLY

  private final Arena arena = Arena.ofShared();
  private final MemorySegment release;
  private final List<@Nullable VideoFrame> held = new ArrayList<>();
  private final ArrayDeque<Integer> freeSlots = new ArrayDeque<>();

  /** An exporter that holds nothing yet. */
  public PictureExport() {
    NativeCallback callback =
        (slot, _, _) -> {
          release((int) slot);
          return 0;
        };
    release = callback.stub(arena);
  }

  /**
   * Whether the visible part of such a picture begins at a sample of every plane, so that it can be
   * shown without being copied.
   */
  public static boolean fits(VideoLayout layout) {
    VideoRect visible = layout.visibleRect();
    return switch (layout.format()) {
      case I420, NV12 -> visible.x() % 2 == 0 && visible.y() % 2 == 0;
      case YUY2 -> visible.x() % 2 == 0;
      case RGBA, RGBX, BGRA, BGRX -> true;
    };
  }

  /**
   * Makes the empty target show a part of the picture, not turned by its rotation.
   *
   * @param kept a handle that was taken for this; closed once FFmpeg has let go of the target and
   *     of every reference it took, or now if that fails
   * @param part a part that begins at a sample of every plane, as the visible one does if the
   *     picture {@linkplain #fits fits}
   */
  public void show(VideoFrame kept, VideoRect part, NativeFrame target) throws FFmpegException {
    VideoLayout layout = kept.layout();
    VideoPixelFormat format = layout.format();
    for (int plane = 0; plane < format.planeCount(); plane++) {
      int stride = layout.strideBytes(plane);
      long row = part.y() * (long) format.rows(plane, 2) / 2;
      long start = row * stride + format.rowBytes(plane, part.x());
      target.data(plane, kept.plane(plane).address() + start, stride);
    }
    target.format(PixelFormats.toNative(format));
    target.size(part.width(), part.height());
    target.colors(ColorTags.of(layout.colorSpace()));
    target.buffer(reference(kept));
  }

  private long reference(VideoFrame kept) throws FFmpegException {
    MemorySegment plane = kept.plane(0);
    int slot = hold(kept);
    long reference;
    try {
      reference =
          (long)
              Linking.CREATE_BUFFER.invokeExact(
                  plane.address(), plane.byteSize(), release.address(), (long) slot, READ_ONLY);
    } catch (Throwable e) {
      throw new AssertionError(e); // a downcall throws nothing
    }
    if (reference == 0) {
      release(slot);
      throw new FFmpegException("av_buffer_create", "out of memory");
    }
    return reference;
  }

  private int hold(VideoFrame frame) {
    synchronized (held) {
      Integer free = freeSlots.pollLast();
      if (free != null) {
        held.set(free, frame);
        return free;
      }
      held.add(frame);
      return held.size() - 1;
    }
  }

  /** Called by FFmpeg when the last reference is gone. An exception here would end the process. */
  private void release(int slot) {
    try {
      VideoFrame frame;
      synchronized (held) {
        frame = held.set(slot, null);
        freeSlots.addLast(slot);
      }
      if (frame != null) {
        frame.close();
      }
    } catch (Throwable e) {
      LOG.log(System.Logger.Level.ERROR, "a picture could not be given back", e);
    }
  }

  /** Pictures that FFmpeg still refers to. */
  public int inUse() {
    synchronized (held) {
      return held.size() - freeSlots.size();
    }
  }

  /**
   * Takes back what FFmpeg calls to let go; to be called after everything that was shown pictures
   * is freed.
   *
   * @throws IllegalStateException if FFmpeg still refers to one; it then stays usable
   */
  @Override
  public void close() {
    if (inUse() > 0) {
      throw new IllegalStateException(inUse() + " pictures are still shown to FFmpeg");
    }
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }

  /**
   * Looked up once, when the libraries are there; compiled code calls a constant handle directly.
   */
  private static final class Linking {
    static final MethodHandle CREATE_BUFFER =
        FFmpeg.function(
            "av_buffer_create",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT));

    private Linking() {}
  }
}
