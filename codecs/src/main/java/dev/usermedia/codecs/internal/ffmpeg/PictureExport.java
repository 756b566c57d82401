package dev.usermedia.codecs.internal.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Shows our pictures to FFmpeg where they lie: an AVFrame whose planes are ours, and whose buffer
 * counts FFmpeg's references. Our frame is held open until {@link #collect} finds none left, so
 * that FFmpeg never calls back. Used by one thread at a time; FFmpeg may let go on any.
 */
public final class PictureExport implements AutoCloseable {
  private final List<Slot> slots = new ArrayList<>();

  /** An exporter that holds nothing yet. */
  public PictureExport() {}

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
    Slot slot;
    try {
      slot = free();
      slot.describe(kept, part);
      FFmpegException.check(
          avutil.av_frame_ref(target.struct(), slot.picture.struct()), "av_frame_ref");
    } catch (FFmpegException e) {
      kept.close();
      throw e;
    }
    slot.held = kept;
  }

  private Slot free() throws FFmpegException {
    collect();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).held == null) {
        return slots.get(i);
      }
    }
    Slot slot = new Slot();
    slots.add(slot);
    return slot;
  }

  /** Closes the frames that FFmpeg has let go of. */
  public void collect() {
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).collect();
    }
  }

  /** Pictures that FFmpeg still refers to. */
  public int inUse() {
    collect();
    return (int) slots.stream().filter(slot -> slot.held != null).count();
  }

  /**
   * Closes the last frames; to be called after everything that was shown pictures is freed.
   *
   * @throws IllegalStateException if FFmpeg still refers to one; it then stays usable
   */
  @Override
  public void close() {
    if (inUse() > 0) {
      throw new IllegalStateException(inUse() + " pictures are still shown to FFmpeg");
    }
    slots.forEach(slot -> slot.picture.close());
    slots.clear();
  }

  /** A picture of which FFmpeg gets references, besides the one that is kept here. */
  private static final class Slot {
    private static final long DATA = Loader.offsetof(AVBufferRef.class, "data");
    private static final long SIZE = Loader.offsetof(AVBufferRef.class, "size");

    final NativeFrame picture = new NativeFrame();
    private final MemorySegment reference;
    @Nullable VideoFrame held;

    Slot() throws FFmpegException {
      // a buffer to count the references; the memory that comes with it is not used
      picture.format(avutil.AV_PIX_FMT_GRAY8);
      picture.size(1, 1);
      picture.allocate();
      reference =
          MemorySegment.ofAddress(picture.buffer()).reinterpret(Loader.sizeof(AVBufferRef.class));
    }

    void describe(VideoFrame frame, VideoRect part) {
      VideoLayout layout = frame.layout();
      VideoPixelFormat format = layout.format();
      for (int plane = 0; plane < format.planeCount(); plane++) {
        int stride = layout.strideBytes(plane);
        long row = part.y() * (long) format.rows(plane, 2) / 2;
        long start = row * stride + format.rowBytes(plane, part.x());
        picture.data(plane, frame.plane(plane).address() + start, stride);
      }
      for (int plane = format.planeCount(); plane < 4; plane++) {
        picture.data(plane, 0, 0);
      }
      picture.format(PixelFormats.toNative(format));
      picture.size(part.width(), part.height());
      picture.colors(ColorTags.of(layout.colorSpace()));
      MemorySegment first = frame.plane(0);
      reference.set(JAVA_LONG, DATA, first.address());
      reference.set(JAVA_LONG, SIZE, first.byteSize());
    }

    void collect() {
      if (held != null && avutil.av_frame_is_writable(picture.struct()) > 0) {
        held.close();
        held = null;
      }
    }
  }
}
