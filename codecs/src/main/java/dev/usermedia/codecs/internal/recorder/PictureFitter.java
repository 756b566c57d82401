package dev.usermedia.codecs.internal.recorder;

import dev.usermedia.codecs.internal.ffmpeg.ColorTags;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import dev.usermedia.codecs.internal.ffmpeg.PictureScaler;
import dev.usermedia.codecs.internal.ffmpeg.PictureShape;
import dev.usermedia.codecs.internal.ffmpeg.UprightPicture;
import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Makes every picture one that the encoder was opened for: I420 of one size and one set of colours.
 * A picture that is that already is passed on where it lies; others are converted, and scaled with
 * black beside them where their shape is another. Used by the thread of one lane.
 */
final class PictureFitter implements AutoCloseable {
  private static final int BLACK_Y = 16;
  private static final int NEUTRAL_CHROMA = 128;

  private final PictureShape wanted;
  private final UprightPicture source = new UprightPicture();
  private final NativeFrame own = new NativeFrame();
  private final NativeFrame window = new NativeFrame();
  private @Nullable PictureScaler scaler;

  /** Pictures of this layout need nothing done; sources use one object for all that are alike. */
  private @Nullable VideoLayout fitting;

  PictureFitter(int width, int height, ColorTags colors) throws FFmpegException {
    wanted = new PictureShape(avutil.AV_PIX_FMT_YUV420P, width, height, colors);
    own.format(wanted.format());
    own.size(width, height);
    own.colors(colors);
    own.allocate();
    blacken();
  }

  /**
   * The colours to encode pictures of such a layout in: their own, but limited in range and with a
   * matrix, since players of VP8 count on both.
   */
  static ColorTags colorsFor(VideoLayout layout) {
    VideoColorSpace given = layout.colorSpace();
    boolean hasMatrix = !given.matrix().isEmpty() && !given.matrix().equals("rgb");
    return ColorTags.of(
        new VideoColorSpace(
            given.primaries(), given.transfer(), hasMatrix ? given.matrix() : "smpte170m", false));
  }

  /**
   * The picture as the encoder wants it, valid until the next call.
   *
   * @param kept a handle that was taken for this; closed here
   */
  @SuppressWarnings("ReferenceEquality") // a layout that is equal is looked at again, no more
  NativeFrame fit(VideoFrame kept) throws FFmpegException {
    VideoLayout layout = kept.layout();
    NativeFrame shown = source.show(kept);
    if (layout == fitting || PictureShape.of(shown).withMatrix().equals(wanted)) {
      fitting = layout;
      return shown;
    }
    scale(shown);
    source.release();
    return own;
  }

  /** A black picture, valid until the next call. */
  NativeFrame black() throws FFmpegException {
    source.release();
    makeWritable();
    blacken();
    return own;
  }

  private void scale(NativeFrame shown) throws FFmpegException {
    PictureShape from = PictureShape.of(shown);
    makeWritable();
    if (scaler == null || !scaler.from().equals(from)) {
      if (scaler != null) {
        scaler.close();
      }
      scaler = new PictureScaler(from, within(from), false);
    }
    int x = (wanted.width() - scaler.to().width()) / 4 * 2;
    int y = (wanted.height() - scaler.to().height()) / 4 * 2;
    if (x > 0 || y > 0) {
      blacken();
    }
    for (int plane = 0; plane < 3; plane++) {
      int half = plane == 0 ? 1 : 2;
      int stride = own.lineSizeBytes(plane);
      window.data(plane, own.data(plane) + (long) (y / half) * stride + x / half, stride);
    }
    scaler.scale(shown, window);
  }

  /** The largest shape of the picture's proportions that fits. */
  private PictureShape within(PictureShape from) {
    long across = (long) wanted.width() * from.height();
    long down = (long) wanted.height() * from.width();
    int width = wanted.width();
    int height = wanted.height();
    if (across > down) {
      width = Math.max(2, (int) (down / from.height()));
    } else if (down > across) {
      height = Math.max(2, (int) (across / from.width()));
    }
    return new PictureShape(wanted.format(), width, height, wanted.colors());
  }

  private void makeWritable() throws FFmpegException {
    FFmpegException.check(avutil.av_frame_make_writable(own.struct()), "av_frame_make_writable");
  }

  private void blacken() {
    fill(0, BLACK_Y);
    fill(1, NEUTRAL_CHROMA);
    fill(2, NEUTRAL_CHROMA);
  }

  private void fill(int plane, int value) {
    int rows = VideoPixelFormat.I420.rows(plane, wanted.height());
    MemorySegment.ofAddress(own.data(plane))
        .reinterpret((long) own.lineSizeBytes(plane) * rows)
        .fill((byte) value);
  }

  @Override
  public void close() {
    source.close();
    own.close();
    window.close();
    if (scaler != null) {
      scaler.close();
    }
  }
}
