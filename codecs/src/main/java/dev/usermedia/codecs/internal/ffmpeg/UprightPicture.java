package dev.usermedia.codecs.internal.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Shows FFmpeg what of a picture is to be seen, as it is to be seen: the visible part, turned by
 * the rotation. Upright pictures are shown where they lie; those that are turned, or whose visible
 * part begins inside a chroma sample, are converted to RGB first. Used by one thread at a time.
 */
public final class UprightPicture implements AutoCloseable {
  private static final int RGB = avutil.AV_PIX_FMT_RGB0;

  private final PictureExport export = new PictureExport();
  private final NativeFrame shown = new NativeFrame();
  private final NativeFrame pixels = new NativeFrame();
  private final NativeFrame turned = new NativeFrame();
  private @Nullable PictureScaler toRgb;

  /**
   * Shows a picture until the next one is shown, or {@link #release}.
   *
   * @param kept a handle that was taken for this; closed when it is no longer shown
   */
  public NativeFrame show(VideoFrame kept) throws FFmpegException {
    release();
    VideoLayout layout = kept.layout();
    boolean fits = PictureExport.fits(layout);
    VideoRect part =
        fits
            ? layout.visibleRect()
            : new VideoRect(0, 0, layout.codedWidth(), layout.codedHeight());
    export.show(kept, part, shown);
    if (fits && layout.rotation() == 0) {
      return shown;
    }
    convert();
    shown.unref();
    if (!fits) {
      cut(layout.visibleRect());
    }
    if (layout.rotation() == 0) {
      return pixels;
    }
    turn(layout.rotation());
    return turned;
  }

  /** Lets the picture go that is shown. */
  public void release() {
    shown.unref();
    export.collect();
    pixels.unref();
    turned.unref();
  }

  private void convert() throws FFmpegException {
    PictureShape from = PictureShape.of(shown);
    if (toRgb == null || !toRgb.from().equals(from)) {
      if (toRgb != null) {
        toRgb.close();
      }
      VideoColorSpace given = from.colors().toColorSpace();
      PictureShape to =
          PictureShape.of(
              RGB,
              from.width(),
              from.height(),
              new VideoColorSpace(given.primaries(), given.transfer(), "rgb", true));
      toRgb = new PictureScaler(from, to, true);
    }
    allocate(pixels, toRgb.to());
    toRgb.scale(shown, pixels);
  }

  private static void allocate(NativeFrame frame, PictureShape shape) throws FFmpegException {
    frame.format(shape.format());
    frame.size(shape.width(), shape.height());
    frame.colors(shape.colors());
    frame.allocate();
  }

  private void cut(VideoRect visible) {
    int stride = pixels.lineSizeBytes(0);
    pixels.data(0, pixels.data(0) + (long) visible.y() * stride + 4L * visible.x(), stride);
    pixels.size(visible.width(), visible.height());
  }

  private void turn(int rotation) throws FFmpegException {
    int width = pixels.width();
    int height = pixels.height();
    boolean across = rotation % 180 != 0;
    PictureShape shape =
        new PictureShape(RGB, across ? height : width, across ? width : height, pixels.colors());
    allocate(turned, shape);
    MemorySegment source = memory(pixels);
    MemorySegment target = memory(turned);
    long targetStride = turned.lineSizeBytes(0);
    for (int y = 0; y < height; y++) {
      long from = (long) y * pixels.lineSizeBytes(0);
      // where the row's first pixel goes, and which way the row runs from there
      long to =
          switch (rotation) {
            case 90 -> 4L * (height - 1 - y);
            case 180 -> (height - 1 - y) * targetStride + 4L * (width - 1);
            default -> (width - 1) * targetStride + 4L * y;
          };
      long step =
          switch (rotation) {
            case 90 -> targetStride;
            case 180 -> -4;
            default -> -targetStride;
          };
      for (int x = 0; x < width; x++) {
        target.set(
            JAVA_INT_UNALIGNED, to + x * step, source.get(JAVA_INT_UNALIGNED, from + 4L * x));
      }
    }
  }

  private static MemorySegment memory(NativeFrame frame) {
    return MemorySegment.ofAddress(frame.data(0))
        .reinterpret((long) frame.lineSizeBytes(0) * frame.height());
  }

  @Override
  public void close() {
    release();
    shown.close();
    pixels.close();
    turned.close();
    if (toRgb != null) {
      toRgb.close();
    }
    export.close();
  }
}
