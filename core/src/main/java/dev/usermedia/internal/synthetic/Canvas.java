package dev.usermedia.internal.synthetic;

import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fills rectangles in pictures of one layout, whatever its format, by copying rows that were inked
 * beforehand: filling allocates nothing. Used by one thread.
 */
final class Canvas {
  /**
   * Pixels that share bytes: one of luma, a square of four for halved chroma, a pair in YUY2.
   *
   * @param bytes what the group takes in the plane
   */
  private record Group(int width, int height, int bytes) {}

  private final VideoLayout layout;
  private final Group[] groups;
  private final int pixelBytes; // of a pixel's grey in the first plane
  private final List<Map<Ink, MemorySegment>> rows = new ArrayList<>(); // by plane

  Canvas(VideoLayout layout) {
    this.layout = layout;
    this.groups =
        switch (layout.format()) {
          case I420 -> new Group[] {new Group(1, 1, 1), new Group(2, 2, 1), new Group(2, 2, 1)};
          case NV12 -> new Group[] {new Group(1, 1, 1), new Group(2, 2, 2)};
          case YUY2 -> new Group[] {new Group(2, 1, 4)};
          case RGBA, RGBX, BGRA, BGRX -> new Group[] {new Group(1, 1, 4)};
        };
    this.pixelBytes = groups[0].bytes / groups[0].width;
    for (int plane = 0; plane < groups.length; plane++) {
      Map<Ink, MemorySegment> inked = new EnumMap<>(Ink.class);
      for (Ink ink : Ink.values()) {
        byte[] pattern = pattern(layout.format(), plane, ink);
        byte[] row = new byte[layout.format().rowBytes(plane, layout.codedWidth())];
        for (int i = 0; i < row.length; i++) {
          row[i] = pattern[i % pattern.length];
        }
        inked.put(ink, MemorySegment.ofArray(row));
      }
      rows.add(inked);
    }
  }

  private static byte[] pattern(VideoPixelFormat format, int plane, Ink ink) {
    return switch (format) {
      case I420 -> new byte[] {plane == 0 ? ink.y() : plane == 1 ? ink.u() : ink.v()};
      case NV12 -> plane == 0 ? new byte[] {ink.y()} : new byte[] {ink.u(), ink.v()};
      case YUY2 -> new byte[] {ink.y(), ink.u(), ink.y(), ink.v()};
      case RGBA, RGBX -> new byte[] {ink.red(), ink.green(), ink.blue(), (byte) 255};
      case BGRA, BGRX -> new byte[] {ink.blue(), ink.green(), ink.red(), (byte) 255};
    };
  }

  int width() {
    return layout.codedWidth();
  }

  int height() {
    return layout.codedHeight();
  }

  /** Fills with a colour, in all planes. Edges that chroma is shared across belong to the fill. */
  void fill(VideoFrameBuffer buffer, int x, int y, int width, int height, Ink ink) {
    for (int plane = 0; plane < groups.length; plane++) {
      Group group = groups[plane];
      int left = x / group.width;
      int top = y / group.height;
      int bytes = (Math.ceilDiv(x + width, group.width) - left) * group.bytes;
      int lines = Math.ceilDiv(y + height, group.height) - top;
      fillPlane(buffer, plane, left * group.bytes, top, bytes, lines, ink);
    }
  }

  /** Fills with a grey where grey was, to the pixel: chroma, where there is any, stays as it is. */
  void fillGray(VideoFrameBuffer buffer, int x, int y, int width, int height, Ink ink) {
    fillPlane(buffer, 0, x * pixelBytes, y, width * pixelBytes, height, ink);
  }

  /** Cells side by side, black or white by the bits, the leftmost in the highest, like fillGray. */
  void fillCells(VideoFrameBuffer buffer, int[] edges, int y, int height, int bits) {
    int cells = edges.length - 1;
    // the first row of pixels cell by cell, the others as its copies
    for (int cell = 0; cell < cells; cell++) {
      Ink ink = (bits >>> (cells - 1 - cell) & 1) == 1 ? Ink.WHITE : Ink.BLACK;
      fillGray(buffer, edges[cell], y, edges[cell + 1] - edges[cell], 1, ink);
    }
    MemorySegment plane = buffer.plane(0);
    int stride = layout.strideBytes(0);
    long bytes = (long) (edges[cells] - edges[0]) * pixelBytes;
    long first = (long) y * stride + (long) edges[0] * pixelBytes;
    for (int row = 1; row < height; row++) {
      MemorySegment.copy(plane, first, plane, first + (long) row * stride, bytes);
    }
  }

  private void fillPlane(
      VideoFrameBuffer buffer, int plane, int left, int top, int bytes, int lines, Ink ink) {
    MemorySegment row = Objects.requireNonNull(rows.get(plane).get(ink));
    MemorySegment memory = buffer.plane(plane);
    int stride = layout.strideBytes(plane);
    long offset = (long) top * stride + left;
    for (int line = 0; line < lines; line++) {
      MemorySegment.copy(row, 0, memory, offset, bytes);
      offset += stride;
    }
  }
}
