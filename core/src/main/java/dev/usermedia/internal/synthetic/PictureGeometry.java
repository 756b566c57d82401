package dev.usermedia.internal.synthetic;

import dev.usermedia.spi.SourceKind;

/** Where things are in a picture of 24 columns and 18 rows. */
final class PictureGeometry {
  static final int COLUMNS = 24;
  static final int ROWS = 18;

  // everything that is read lies in the middle three quarters, which the usual crops leave
  static final int CODE_LEFT = 3;
  static final int CODE_TOP = 3;
  static final int FLASH_LEFT = 3;
  static final int FLASH_RIGHT = 21;
  static final int FLASH_TOP = 9;
  static final int FLASH_BOTTOM = 15;
  static final int STRIP_TOP = 15;

  private final int width;
  private final int height;

  PictureGeometry(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The narrowest picture: cells of two pixels, and room for the pointer where there is one. */
  static int minWidth(SourceKind kind) {
    return kind == SourceKind.SCREEN ? 8 * COLUMNS : 2 * COLUMNS;
  }

  /** The lowest picture. */
  static int minHeight(SourceKind kind) {
    return kind == SourceKind.SCREEN ? 8 * ROWS : 2 * ROWS;
  }

  /** The left edge of a column, in pixels. */
  int x(int column) {
    return edge(column, COLUMNS, width);
  }

  /** The top edge of a row, in pixels. */
  int y(int row) {
    return edge(row, ROWS, height);
  }

  private static int edge(int cell, int cells, int size) {
    return (int) Math.round((double) cell * size / cells);
  }

  /** Edges of the code's cells, with the column of sync cells on either side. */
  int[] codeEdges() {
    int[] edges = new int[PictureCode.COLUMNS + 3];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = x(CODE_LEFT + i);
    }
    return edges;
  }

  /** The left edge of the moving box: one crossing each second. */
  int boxX(long timeUs) {
    return along(0, width - boxWidth(), Math.floorMod(timeUs, 1_000_000L), 1_000_000);
  }

  int boxWidth() {
    return x(2);
  }

  /** The pointer's tip: crosses the flash in three seconds of four, then rests. */
  int pointerX(long timeUs) {
    return along(x(4), x(19), Math.floorMod(timeUs, 4_000_000L), 3_000_000);
  }

  int pointerY() {
    return y(12);
  }

  static boolean pointerMoves(long timeUs) {
    return Math.floorMod(timeUs, 4_000_000L) < 3_000_000;
  }

  private static int along(int from, int to, long elapsed, long whole) {
    return (int) (from + (to - from) * Math.min(elapsed, whole) / whole);
  }
}
