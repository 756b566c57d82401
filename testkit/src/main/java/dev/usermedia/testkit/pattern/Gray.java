package dev.usermedia.testkit.pattern;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * One byte of each pixel of an image, and where in it the picture lies that is to be read, parts of
 * which may have been cut off.
 *
 * @param offset of the first pixel's byte
 * @param left where the whole picture begins, in pixels of the image, negative if that was cut off
 * @param pictureWidth of the whole picture, in pixels of the image
 */
record Gray(
    MemorySegment memory,
    long offset,
    int width,
    int height,
    int strideBytes,
    int pixelBytes,
    double left,
    double top,
    double pictureWidth,
    double pictureHeight) {

  /** An image that is the whole picture. */
  static Gray of(
      MemorySegment memory, long offset, int width, int height, int strideBytes, int pixelBytes) {
    return new Gray(memory, offset, width, height, strideBytes, pixelBytes, 0, 0, width, height);
  }

  /** The same image as what is left of a picture of the given width to height. */
  Gray uncropped(double aspect) {
    double whole = Math.max(width, height * aspect);
    double high = Math.max(height, width / aspect);
    return new Gray(
        memory,
        offset,
        width,
        height,
        strideBytes,
        pixelBytes,
        (width - whole) / 2,
        (height - high) / 2,
        whole,
        high);
  }

  /** The mean of a rectangle given in parts of the picture, at least of the pixel in its middle. */
  double mean(double x0, double y0, double x1, double y1) {
    int fromX = pixel(left + x0 * pictureWidth, left + x1 * pictureWidth, width);
    int fromY = pixel(top + y0 * pictureHeight, top + y1 * pictureHeight, height);
    int toX = Math.clamp(Math.round(left + x1 * pictureWidth), fromX + 1, width);
    int toY = Math.clamp(Math.round(top + y1 * pictureHeight), fromY + 1, height);
    long sum = 0;
    for (int y = fromY; y < toY; y++) {
      long row = offset + (long) y * strideBytes;
      for (int x = fromX; x < toX; x++) {
        sum += memory.get(ValueLayout.JAVA_BYTE, row + (long) x * pixelBytes) & 0xFF;
      }
    }
    return (double) sum / ((long) (toX - fromX) * (toY - fromY));
  }

  /** The first pixel of a range, or the one in the middle of a range that is less than a pixel. */
  private static int pixel(double from, double to, int size) {
    long first = Math.round(to) > Math.round(from) ? Math.round(from) : (long) ((from + to) / 2);
    return Math.clamp(first, 0, size - 1);
  }
}
