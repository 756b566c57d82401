package dev.usermedia.codecs.internal.ffmpeg;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;

/**
 * Converts pictures of one shape to another: size, pixel format, YCbCr matrix and range. Primaries
 * and transfer function stay what they are. Used by one thread at a time.
 */
public final class PictureScaler implements AutoCloseable {
  /** A factor of 1 in the library's fixed-point numbers. */
  private static final int UNITY = 1 << 16;

  private static final int FAST = swscale.SWS_BILINEAR;
  private static final int FINE =
      swscale.SWS_BICUBIC
          | swscale.SWS_ACCURATE_RND
          | swscale.SWS_FULL_CHR_H_INT
          | swscale.SWS_FULL_CHR_H_INP;

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
    context = swscale.sws_alloc_context();
    context.src_w(from.width());
    context.src_h(from.height());
    context.src_format(from.format());
    context.src_range(fullRange(from)); // now: between equal sizes it chooses the way to go
    context.dst_w(to.width());
    context.dst_h(to.height());
    context.dst_format(to.format());
    context.dst_range(fullRange(to));
    context.flags(fine ? FINE : FAST);
    int result = swscale.sws_init_context(context, null, null);
    if (result < 0) {
      close();
      throw new FFmpegException("sws_init_context", "cannot convert " + from + " to " + to);
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
