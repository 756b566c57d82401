package dev.usermedia.internal.select;

import java.util.function.IntPredicate;

/** Finds modes by size without looking at all of them: each is in the cell of its size. */
final class ModeGrid {
  /** So many modes are looked at faster than cells. */
  private static final int FEW = 64;

  private static final int CELL_BITS = 5;

  private final int cellBits;

  /** By how many bits a width, or height, is shifted to give its column, or row. */
  private final int widthShift;

  private final int heightShift;

  /** The modes, ordered by cell. */
  private final int[] modes;

  /** Where each cell starts among them; one more for the end. */
  private final int[] starts;

  /** For each cell, the highest frame rate of its modes. */
  private final double[] maxRates;

  ModeGrid(int[] widths, int[] heights, double[] modeRates, int largestWidth, int largestHeight) {
    cellBits = widths.length <= FEW ? 0 : CELL_BITS;
    widthShift = shift(largestWidth, cellBits);
    heightShift = shift(largestHeight, cellBits);
    int[] next = new int[1 << (2 * cellBits)];
    starts = new int[next.length + 1];
    maxRates = new double[next.length];
    modes = new int[widths.length];
    for (int mode = 0; mode < widths.length; mode++) {
      starts[cell(widths[mode], heights[mode]) + 1]++;
    }
    for (int cell = 0; cell < next.length; cell++) {
      starts[cell + 1] += starts[cell];
      next[cell] = starts[cell];
    }
    for (int mode = 0; mode < widths.length; mode++) {
      int cell = cell(widths[mode], heights[mode]);
      modes[next[cell]++] = mode;
      maxRates[cell] = Math.max(maxRates[cell], modeRates[mode]);
    }
  }

  private static int shift(int largest, int cellBits) {
    return Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(largest) - cellBits);
  }

  private int cell(int width, int height) {
    return (width >> widthShift << cellBits) + (height >> heightShift);
  }

  /**
   * A mode that a predicate holds for, among those with sizes between two and some more; -1 if
   * there is none. It holds for none whose highest rate is below {@code minRate}.
   *
   * @param maxWidth no larger than the largest
   * @param maxHeight no larger than the largest
   */
  int find(
      int minWidth,
      int maxWidth,
      int minHeight,
      int maxHeight,
      double minRate,
      IntPredicate predicate) {
    for (int column = minWidth >> widthShift; column <= maxWidth >> widthShift; column++) {
      int first = (column << cellBits) + (minHeight >> heightShift);
      int last = (column << cellBits) + (maxHeight >> heightShift);
      for (int cell = first; cell <= last; cell++) {
        if (maxRates[cell] < minRate) {
          continue;
        }
        for (int i = starts[cell]; i < starts[cell + 1]; i++) {
          if (predicate.test(modes[i])) {
            return modes[i];
          }
        }
      }
    }
    return -1;
  }
}
