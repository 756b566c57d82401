package dev.usermedia.linux.internal.x11;

import dev.usermedia.frame.VideoLayout;
import java.lang.foreign.MemorySegment;

/** Makes a picture smaller than its frame fill it: black to the right and below. */
final class Padding {
  private static final int BYTES_PER_PIXEL = 4;

  private Padding() {}

  /**
   * Spreads rows in place.
   *
   * @param plane begins with {@code height} rows of {@code width} pixels, without padding
   */
  static void spread(MemorySegment plane, int width, int height, VideoLayout layout) {
    long rowBytes = (long) width * BYTES_PER_PIXEL;
    long stride = layout.strideBytes(0);
    long usedBytes = layout.format().rowBytes(0, layout.codedWidth());
    if (rowBytes < usedBytes) {
      // from the last: a row's new place never overlaps one that is still to be moved
      for (long row = height - 1L; row >= 0; row--) {
        MemorySegment.copy(plane, row * rowBytes, plane, row * stride, rowBytes);
        plane.asSlice(row * stride + rowBytes, usedBytes - rowBytes).fill((byte) 0);
      }
    }
    for (long row = height; row < layout.codedHeight(); row++) {
      plane.asSlice(row * stride, usedBytes).fill((byte) 0);
    }
  }
}
