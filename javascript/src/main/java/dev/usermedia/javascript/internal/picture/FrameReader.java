package dev.usermedia.javascript.internal.picture;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Turns frames into RGBA: the visible part, upright, in the colours that the frame means. */
public final class FrameReader {
  private static final int FRACTION_BITS = 16;
  private static final int HALF = 1 << (FRACTION_BITS - 1);

  private FrameReader() {}

  /**
   * The frame's picture.
   *
   * @param reused written if it is of the right size
   */
  public static Raster raster(VideoFrame frame, Optional<Raster> reused) {
    VideoRect visible = frame.visibleRect();
    Raster upright =
        reused
            .filter(it -> it.width() == visible.width() && it.height() == visible.height())
            .orElseGet(() -> new Raster(visible.width(), visible.height()));
    int[] row = new int[visible.width()];
    Lines lines = lines(frame);
    for (int y = 0; y < visible.height(); y++) {
      lines.read(visible.x(), visible.y() + y, row);
      upright.write(0, y, row.length, row);
    }
    return turned(upright, frame.layout().rotation());
  }

  private interface Lines {
    /** Reads as many pixels as there is room for. */
    void read(int x, int y, int[] into);
  }

  private static Lines lines(VideoFrame frame) {
    return switch (frame.format()) {
      case RGBA, RGBX, BGRA, BGRX -> rgb(frame);
      case I420, NV12, YUY2 -> yuv(frame);
    };
  }

  private static Lines rgb(VideoFrame frame) {
    MemorySegment plane = frame.plane(0);
    int stride = frame.layout().strideBytes(0);
    VideoPixelFormat format = frame.format();
    boolean opaque = format == VideoPixelFormat.RGBX || format == VideoPixelFormat.BGRX;
    int red = format == VideoPixelFormat.RGBA || format == VideoPixelFormat.RGBX ? 0 : 2;
    byte[] bytes = new byte[stride];
    return (x, y, into) -> {
      int count = into.length * 4;
      MemorySegment.copy(plane, ValueLayout.JAVA_BYTE, (long) y * stride + x * 4L, bytes, 0, count);
      for (int i = 0, at = 0; i < into.length; i++, at += 4) {
        into[i] =
            Pixels.of(
                bytes[at + red] & 255,
                bytes[at + 1] & 255,
                bytes[at + 2 - red] & 255,
                opaque ? 255 : bytes[at + 3] & 255);
      }
    };
  }

  private static Lines yuv(VideoFrame frame) {
    VideoPixelFormat format = frame.format();
    int width = frame.codedWidth();
    byte[][] rows = new byte[format.planeCount()][];
    for (int plane = 0; plane < rows.length; plane++) {
      rows[plane] = new byte[format.rowBytes(plane, width)];
    }
    Matrix matrix = Matrix.of(frame);
    return (x, y, into) -> {
      for (int plane = 0; plane < rows.length; plane++) {
        int line = format.rows(plane, frame.codedHeight()) == frame.codedHeight() ? y : y / 2;
        long at = (long) line * frame.layout().strideBytes(plane);
        MemorySegment.copy(
            frame.plane(plane), ValueLayout.JAVA_BYTE, at, rows[plane], 0, rows[plane].length);
      }
      for (int i = 0; i < into.length; i++) {
        int column = x + i;
        int pair = column / 2;
        into[i] =
            switch (format) {
              case I420 -> matrix.pixel(rows[0][column], rows[1][pair], rows[2][pair]);
              case NV12 -> matrix.pixel(rows[0][column], rows[1][2 * pair], rows[1][2 * pair + 1]);
              default ->
                  matrix.pixel(rows[0][2 * column], rows[0][4 * pair + 1], rows[0][4 * pair + 3]);
            };
      }
    };
  }

  /** From Y, U and V to red, green and blue, in fixed point. */
  private record Matrix(int offset, int luma, int vToRed, int uToGreen, int vToGreen, int uToBlue) {
    static Matrix of(VideoFrame frame) {
      boolean full = frame.colorSpace().fullRange();
      boolean hd = frame.colorSpace().matrix().equals("bt709");
      double kr = hd ? 0.2126 : 0.299;
      double kb = hd ? 0.0722 : 0.114;
      double kg = 1 - kr - kb;
      double chroma = full ? 1 : 255 / 224.0;
      return new Matrix(
          full ? 0 : 16,
          fixed(full ? 1 : 255 / 219.0),
          fixed(2 * (1 - kr) * chroma),
          fixed(-2 * (1 - kb) * kb / kg * chroma),
          fixed(-2 * (1 - kr) * kr / kg * chroma),
          fixed(2 * (1 - kb) * chroma));
    }

    private static int fixed(double value) {
      return (int) Math.round(value * (1 << FRACTION_BITS));
    }

    int pixel(byte y, byte u, byte v) {
      int base = ((y & 255) - offset) * luma + HALF;
      int cu = (u & 255) - 128;
      int cv = (v & 255) - 128;
      return Pixels.of(
          Pixels.clamp((base + cv * vToRed) >> FRACTION_BITS),
          Pixels.clamp((base + cu * uToGreen + cv * vToGreen) >> FRACTION_BITS),
          Pixels.clamp((base + cu * uToBlue) >> FRACTION_BITS),
          255);
    }
  }

  /** Turned clockwise. */
  private static Raster turned(Raster picture, int degrees) {
    if (degrees == 0) {
      return picture;
    }
    int width = picture.width();
    int height = picture.height();
    boolean upset = degrees % 180 != 0;
    Raster turned = new Raster(upset ? height : width, upset ? width : height);
    int[] row = new int[turned.width()];
    for (int y = 0; y < turned.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] =
            switch (degrees) {
              case 90 -> picture.get(y, height - 1 - x);
              case 180 -> picture.get(width - 1 - x, height - 1 - y);
              default -> picture.get(width - 1 - y, x);
            };
      }
      turned.write(0, y, row.length, row);
    }
    return turned;
  }
}
