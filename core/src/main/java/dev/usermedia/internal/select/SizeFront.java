package dev.usermedia.internal.select;

import java.util.Arrays;

/**
 * Finds, for many modes at once, the least distance of the sizes that can be cropped and scaled
 * from any of them where an aspect ratio couples width and height, and tells which of them reach
 * it: those into which one of the smallest of the nearest sizes fits. One pass over the heights
 * serves all modes, since together they allow each height up to some width.
 */
final class SizeFront {
  private final SizeDistance distances;
  private final SizeRange range;
  private final double resizeDistance;
  private final int[] widths = new int[SizeDistance.MOST_WIDTHS];

  /** For each height, the width of the widest mode that is as high. */
  private final int[] widest;

  /** For each height, the lowest width of the nearest sizes up to that height. */
  private final int[] lowest;

  private double rateDistance;
  private double distance;

  /** The width that {@link #searchRow} found last. */
  private int lowestOfRow;

  SizeFront(SizeDistance distances, SizeRange range, double resizeDistance) {
    this.distances = distances;
    this.range = range;
    this.resizeDistance = resizeDistance;
    this.widest = new int[range.maxHeight() + 1];
    this.lowest = new int[range.maxHeight() + 1];
  }

  /**
   * Allows what can be made of a mode.
   *
   * @return whether that was not allowed already
   */
  boolean add(int width, int height) {
    int w = Math.min(width, range.maxWidth());
    int h = Math.min(height, range.maxHeight());
    if (widest[h] >= w) {
      return false;
    }
    widest[h] = w;
    return true;
  }

  /** The least distance of what is allowed, at a distance of the frame rate. */
  double search(double rateDistance) {
    this.rateDistance = rateDistance;
    this.distance = Double.POSITIVE_INFINITY;
    // A mode as wide and higher will do too.
    for (int h = range.maxHeight() - 1; h >= 0; h--) {
      widest[h] = Math.max(widest[h], widest[h + 1]);
    }
    double least = distances.least(range, rateDistance, resizeDistance);
    for (double likely : range.likelyHeights(distances)) {
      searchRow((int) Math.clamp(likely, range.minHeight(), range.maxHeight()), Integer.MAX_VALUE);
    }
    int high = highestNear();
    for (int h = lowestNear(); h <= high && distance > least; h++) {
      searchRow(h, Integer.MAX_VALUE);
    }
    return distance;
  }

  /** Notes the smallest of the sizes at the distance that was found. */
  void findSmallest() {
    Arrays.fill(lowest, Integer.MAX_VALUE);
    int low = Integer.MAX_VALUE;
    int high = highestNear();
    for (int h = lowestNear(); h <= high; h++) {
      lowestOfRow = Integer.MAX_VALUE;
      searchRow(h, low - 1);
      low = Math.min(low, lowestOfRow);
      lowest[h] = low;
    }
    Arrays.fill(lowest, high + 1, lowest.length, low);
  }

  /** Heights from here to {@link #highestNear} can be as near as the best so far. */
  private int lowestNear() {
    return distances.lowestNear(range, distance, rateDistance, resizeDistance);
  }

  private int highestNear() {
    return distances.highestNear(range, distance, rateDistance, resizeDistance);
  }

  /** Whether a mode reaches the distance that was found. */
  boolean isReached(int width, int height) {
    return width >= lowest[Math.min(height, range.maxHeight())];
  }

  private void searchRow(int h, int below) {
    if (!range.mayHave(h)) {
      return;
    }
    int low = range.lowestWidth(h);
    int high = Math.min(Math.min(range.highestWidth(h), widest[h]), below);
    if (low > high
        || distances.leastOfRow(h, low, high, rateDistance, resizeDistance)
            > distance + SizeDistance.ROUNDING) {
      return;
    }
    int count = distances.widths(h, low, high, widths);
    for (int i = 0; i < count; i++) {
      consider(widths[i], h);
    }
    for (int w = low; count < 0 && w <= high; w++) {
      consider(w, h);
    }
  }

  private void consider(int w, int h) {
    double candidate = distances.of(w, h, Numbers.aspectRatio(w, h), rateDistance, resizeDistance);
    if (candidate < distance) {
      distance = candidate;
      lowestOfRow = w;
    } else if (candidate == distance) {
      lowestOfRow = Math.min(lowestOfRow, w);
    }
  }
}
