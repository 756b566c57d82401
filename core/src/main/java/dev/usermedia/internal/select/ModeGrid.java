package dev.usermedia.internal.select;

import java.util.function.IntPredicate;

/** Finds modes by size without looking at all of them: each is in the cell of its size. */
final class ModeGrid {
  private static final int CELLS = 32;

  private final int cellWidth;
  private final int cellHeight;

  /** The modes, ordered by cell. */
  private final int[] modes;

  /** Where each cell starts among them; one more for the end. */
  private final int[] starts = new int[CELLS * CELLS + 1];

  ModeGrid(int[] widths, int[] heights, int largestWidth, int largestHeight) {
    cellWidth = largestWidth / CELLS + 1;
    cellHeight = largestHeight / CELLS + 1;
    modes = new int[widths.length];
    int[] next = new int[CELLS * CELLS];
    for (int mode = 0; mode < widths.length; mode++) {
      starts[cell(widths[mode], heights[mode]) + 1]++;
    }
    for (int cell = 0; cell < next.length; cell++) {
      starts[cell + 1] += starts[cell];
      next[cell] = starts[cell];
    }
    for (int mode = 0; mode < widths.length; mode++) {
      modes[next[cell(widths[mode], heights[mode])]++] = mode;
    }
  }

  private int cell(int width, int height) {
    return width / cellWidth * CELLS + height / cellHeight;
  }

  /**
   * A mode that a predicate holds for, among those with sizes between two and some more; -1 if
   * there is none.
   *
   * @param maxWidth no larger than the largest
   * @param maxHeight no larger than the largest
   */
  int find(int minWidth, int maxWidth, int minHeight, int maxHeight, IntPredicate predicate) {
    for (int column = minWidth / cellWidth; column <= maxWidth / cellWidth; column++) {
      int first = column * CELLS + minHeight / cellHeight;
      int last = column * CELLS + maxHeight / cellHeight;
      for (int i = starts[first]; i < starts[last + 1]; i++) {
        if (predicate.test(modes[i])) {
          return modes[i];
        }
      }
    }
    return -1;
  }
}
