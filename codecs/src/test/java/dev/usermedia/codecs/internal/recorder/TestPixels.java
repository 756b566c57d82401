package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;

/** Writes colours into buffers of any format, by the recommendations' formulas. */
public final class TestPixels {
  private TestPixels() {}

  /** Sets a pixel to 0xRRGGBB; of subsampled chroma, the last pixel of a sample counts. */
  public static void set(VideoFrameBuffer buffer, int x, int y, int rgb) {
    VideoLayout layout = buffer.layout();
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    int[] yuv = toYuv(layout.colorSpace(), red, green, blue);
    switch (layout.format()) {
      case I420 -> {
        put(buffer, 0, x, y, yuv[0]);
        put(buffer, 1, x / 2, y / 2, yuv[1]);
        put(buffer, 2, x / 2, y / 2, yuv[2]);
      }
      case NV12 -> {
        put(buffer, 0, x, y, yuv[0]);
        put(buffer, 1, x / 2 * 2, y / 2, yuv[1]);
        put(buffer, 1, x / 2 * 2 + 1, y / 2, yuv[2]);
      }
      case YUY2 -> {
        put(buffer, 0, 2 * x, y, yuv[0]);
        put(buffer, 0, x / 2 * 4 + 1, y, yuv[1]);
        put(buffer, 0, x / 2 * 4 + 3, y, yuv[2]);
      }
      case RGBA, RGBX -> put4(buffer, x, y, red, green, blue);
      case BGRA, BGRX -> put4(buffer, x, y, blue, green, red);
    }
  }

  private static int[] toYuv(VideoColorSpace colors, int red, int green, int blue) {
    boolean hd = colors.matrix().equals("bt709");
    double kr = hd ? 0.2126 : 0.299;
    double kb = hd ? 0.0722 : 0.114;
    double luma = kr * red + (1 - kr - kb) * green + kb * blue;
    double cb = (blue - luma) / (2 * (1 - kb));
    double cr = (red - luma) / (2 * (1 - kr));
    boolean full = colors.fullRange();
    return new int[] {
      (int) Math.round(full ? luma : 16 + luma * 219 / 255),
      (int) Math.round(128 + (full ? cb : cb * 224 / 255)),
      (int) Math.round(128 + (full ? cr : cr * 224 / 255)),
    };
  }

  private static void put4(VideoFrameBuffer buffer, int x, int y, int a, int b, int c) {
    put(buffer, 0, 4 * x, y, a);
    put(buffer, 0, 4 * x + 1, y, b);
    put(buffer, 0, 4 * x + 2, y, c);
    put(buffer, 0, 4 * x + 3, y, 0xff);
  }

  private static void put(VideoFrameBuffer buffer, int plane, int x, int y, int value) {
    long at = (long) y * buffer.layout().strideBytes(plane) + x;
    buffer.plane(plane).set(JAVA_BYTE, at, (byte) value);
  }
}
