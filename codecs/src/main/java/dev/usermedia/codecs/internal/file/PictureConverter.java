package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.ColorTags;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import dev.usermedia.codecs.internal.ffmpeg.PictureImport;
import dev.usermedia.codecs.internal.ffmpeg.PictureScaler;
import dev.usermedia.codecs.internal.ffmpeg.PictureShape;
import dev.usermedia.codecs.internal.ffmpeg.PixelFormats;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.spi.VideoMode;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures that we have no format for, or that have another size than the device's mode, into
 * what the mode says. Range and matrix stay as they are. Used by one thread.
 */
final class PictureConverter implements AutoCloseable {
  private static final int ALIGNMENT_BYTES = 64;

  private final VideoMode mode;
  private final int rotation;
  private final int maxPictures;
  private final NativeFrame target = new NativeFrame();
  private @Nullable PictureScaler scaler;
  private @Nullable VideoFramePool pool;

  /**
   * A converter.
   *
   * @param rotation clockwise degrees that pictures are to be turned by before they are shown
   * @param maxPictures converted pictures that may be in use at a time
   */
  PictureConverter(VideoMode mode, int rotation, int maxPictures) {
    this.mode = mode;
    this.rotation = rotation;
    this.maxPictures = maxPictures;
  }

  /**
   * FFmpeg's old full-range formats say so by their name only, and gray is full range unless it
   * says otherwise.
   */
  static void noteFullRange(NativeFrame picture) {
    switch (picture.format()) {
      case avutil.AV_PIX_FMT_YUVJ420P,
          avutil.AV_PIX_FMT_YUVJ422P,
          avutil.AV_PIX_FMT_YUVJ444P,
          avutil.AV_PIX_FMT_YUVJ440P,
          avutil.AV_PIX_FMT_YUVJ411P,
          avutil.AV_PIX_FMT_GRAY8,
          avutil.AV_PIX_FMT_GRAY10LE,
          avutil.AV_PIX_FMT_GRAY12LE,
          avutil.AV_PIX_FMT_GRAY16LE -> {
        ColorTags colors = picture.colors();
        if (colors.range() == avutil.AVCOL_RANGE_UNSPECIFIED) {
          picture.colors(
              new ColorTags(
                  colors.primaries(), colors.transfer(), colors.matrix(), avutil.AVCOL_RANGE_JPEG));
        }
      }
      default -> {}
    }
  }

  /** Whether the picture is as the mode says, and can be handed out where it lies. */
  boolean isAsTheModeSays(NativeFrame picture) {
    return picture.width() == mode.width()
        && picture.height() == mode.height()
        && PixelFormats.fromNative(picture.format()).orElse(null) == mode.format()
        && PictureImport.fits(picture);
  }

  /**
   * Converts a picture.
   *
   * @return a buffer to be published; empty if all are in use
   */
  Optional<VideoFrameBuffer> convert(NativeFrame picture) throws FFmpegException {
    if (scaler == null || pool == null || !takes(scaler.from(), picture)) {
      close();
      VideoLayout layout = layout(picture.colors());
      PictureShape from = PictureShape.of(picture);
      PictureShape to =
          new PictureShape(
              PixelFormats.toNative(mode.format()), mode.width(), mode.height(), from.colors());
      scaler = new PictureScaler(from, to, false);
      pool = new VideoFramePool(layout, maxPictures);
    }
    Optional<VideoFrameBuffer> free = pool.acquire();
    if (free.isPresent()) {
      VideoFrameBuffer buffer = free.get();
      for (int plane = 0; plane < mode.format().planeCount(); plane++) {
        target.data(plane, buffer.plane(plane).address(), buffer.layout().strideBytes(plane));
      }
      try {
        scaler.scale(picture, target);
      } catch (FFmpegException e) {
        buffer.discard();
        throw e;
      }
    }
    return free;
  }

  private static boolean takes(PictureShape shape, NativeFrame picture) {
    return shape.format() == picture.format()
        && shape.width() == picture.width()
        && shape.height() == picture.height()
        && picture.hasColors(shape.colors());
  }

  private VideoLayout layout(ColorTags colors) {
    VideoPixelFormat format = mode.format();
    int[] strides = new int[format.planeCount()];
    for (int plane = 0; plane < strides.length; plane++) {
      strides[plane] = -(-format.rowBytes(plane, mode.width()) & -ALIGNMENT_BYTES);
    }
    return new VideoLayout(
        format,
        mode.width(),
        mode.height(),
        new VideoRect(0, 0, mode.width(), mode.height()),
        rotation,
        colors.toColorSpace(),
        strides);
  }

  /** Lets the memory go; that of pictures in use follows with them. */
  @Override
  public void close() {
    if (scaler != null) {
      scaler.close();
      scaler = null;
    }
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }
}
