package dev.usermedia.codecs.internal.ffmpeg;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Converts pictures of one shape to another: size, pixel format, YCbCr matrix and range. Primaries
 * and transfer function stay what they are. Used by one thread at a time.
 */
public final class PictureScaler implements AutoCloseable {
  /** {@link org.bytedeco.ffmpeg.global.swscale} weights. */
  private static final int UNITY = 1 << 16;

  private final PictureShape from;
  private final PictureShape to;
  private final SwsContext context;
  private boolean closed;

  /**
   * A scaler.
   *
   * @param fine whether to spend time on quality (photos) or not (video)
   */
  public PictureScaler(PictureShape from, PictureShape to, boolean fine) throws FFmpegException {
    this.from = from;
    this.to = to;
    int flags =
        fine
            ? swscale.SWS_BICUBIC
                | swscale.SWS_ACCURATE_RND
                | swscale.SWS_FULL_CHR_H_INT
                | swscale.SWS_FULL_CHR_H_INP
            : swscale.SWS_BILINEAR;
    context =
        swscale.sws_getContext(
            from.width(),
            from.height(),
            from.format(),
            to.width(),
            to.height(),
            to.format(),
            flags,
            (SwsFilter) null,
            null,
            (DoublePointer) null);
    if (context == null) {
      throw new FFmpegException("sws_getContext", "cannot convert " + from + " to " + to);
    }
    IntPointer fromMatrix = swscale.sws_getCoefficients(coefficients(from));
    IntPointer toMatrix = swscale.sws_getCoefficients(coefficients(to));
    // answers -1 where there is nothing to set, as between two RGB formats
    swscale.sws_setColorspaceDetails(
        context, fromMatrix, fullRange(from), toMatrix, fullRange(to), 0, UNITY, UNITY);
  }

  private static int coefficients(PictureShape shape) {
    return switch (shape.colors().matrix()) {
      case avutil.AVCOL_SPC_BT709 -> swscale.SWS_CS_ITU709;
      case avutil.AVCOL_SPC_BT2020_NCL -> swscale.SWS_CS_BT2020;
      default -> swscale.SWS_CS_ITU601;
    };
  }

  private static int fullRange(PictureShape shape) {
    return shape.colors().range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
  }

  /** What the scaler takes. */
  public PictureShape from() {
    return from;
  }

  /** What the scaler makes. */
  public PictureShape to() {
    return to;
  }

  /**
   * Converts a picture into the memory that the target has.
   *
   * @param source a picture of the shape that the scaler takes
   * @param target one with planes of the shape that the scaler makes
   */
  public void scale(NativeFrame source, NativeFrame target) throws FFmpegException {
    FFmpegException.check(
        swscale.sws_scale(
            context,
            source.planes(),
            source.lineSizes(),
            0,
            from.height(),
            target.planes(),
            target.lineSizes()),
        "sws_scale");
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      swscale.sws_freeContext(context);
    }
  }
}
