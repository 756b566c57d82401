package dev.usermedia.javascript.internal.picture;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * A picture that can be painted on: RGBA of 8 bits each, not multiplied with alpha, rows without
 * padding, off the heap and freed by the collector. A pixel as an {@code int} has red in its lowest
 * byte. Begins transparent black. Used by one thread.
 */
public final class Raster {
  private static final ValueLayout.OfInt PIXEL =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int ALIGNMENT_BYTES = 64;

  private final int width;
  private final int height;
  private final MemorySegment pixels;

  /** A transparent picture; one without pixels is allowed. */
  public Raster(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = Arena.ofAuto().allocate((long) width * height * Integer.BYTES, ALIGNMENT_BYTES);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** All bytes of the picture. */
  public MemorySegment pixels() {
    return pixels;
  }

  int get(int x, int y) {
    return pixels.get(PIXEL, offset(x, y));
  }

  void read(int x, int y, int count, int[] into) {
    MemorySegment.copy(pixels, PIXEL, offset(x, y), into, 0, count);
  }

  void write(int x, int y, int count, int[] from) {
    MemorySegment.copy(from, 0, pixels, PIXEL, offset(x, y), count);
  }

  private long offset(int x, int y) {
    return ((long) y * width + x) * Integer.BYTES;
  }

  /** Copies a rectangle between pictures; what is outside of either is left out. */
  public static void copy(
      Raster from, int x, int y, Raster to, int toX, int toY, int width, int height) {
    int left = Math.max(0, Math.max(-x, -toX));
    int top = Math.max(0, Math.max(-y, -toY));
    int right = Math.min(width, Math.min(from.width - x, to.width - toX));
    int bottom = Math.min(height, Math.min(from.height - y, to.height - toY));
    for (int row = top; row < bottom && left < right; row++) {
      MemorySegment.copy(
          from.pixels,
          from.offset(x + left, y + row),
          to.pixels,
          to.offset(toX + left, toY + row),
          (long) (right - left) * Integer.BYTES);
    }
  }

  /** The same picture in memory of its own. */
  public Raster copy() {
    Raster copy = new Raster(width, height);
    copy.pixels.copyFrom(pixels);
    return copy;
  }

  /** A quarter of the pixels, each the mean of four. */
  Raster halved() {
    Raster half = new Raster(Math.max(1, width / 2), Math.max(1, height / 2));
    for (int y = 0; y < half.height; y++) {
      for (int x = 0; x < half.width; x++) {
        int right = Math.min(2 * x + 1, width - 1);
        int below = Math.min(2 * y + 1, height - 1);
        half.pixels.set(
            PIXEL,
            half.offset(x, y),
            Pixels.mean(
                get(2 * x, 2 * y), get(right, 2 * y), get(2 * x, below), get(right, below)));
      }
    }
    return half;
  }

  /**
   * The picture as a frame in memory of its own, for the caller to close.
   *
   * @throws IllegalStateException if the picture has no pixels
   */
  public VideoFrame toFrame(long timestampUs) {
    VideoLayout layout = VideoLayout.packed(VideoPixelFormat.RGBA, width, height);
    try (VideoFramePool own = new VideoFramePool(layout, 1)) { // freed with the frame
      VideoFrameBuffer buffer = own.acquire().orElseThrow();
      buffer.plane(0).copyFrom(pixels);
      try (VideoFrame published = buffer.publish(timestampUs, 0)) {
        return published.clone();
      }
    }
  }
}
