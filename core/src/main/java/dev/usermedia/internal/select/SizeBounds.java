package dev.usermedia.internal.select;

import java.util.ArrayList;
import java.util.List;

/**
 * Spares most modes the search for their best size where an aspect ratio couples width and height.
 * What is best of the largest width and height of all modes bounds them all, and a mode reaches it
 * if the smallest of the best sizes fits into it; what was best of a mode bounds all smaller ones.
 */
final class SizeBounds {
  private static final int MOST_SEARCHED = 32;

  /** More than what rounding makes of sums and differences of distances. */
  private static final double ROUNDING = 1e-12;

  private final double leastRateDistance;
  private final double bound;
  private final int leastWidth;
  private final int leastHeight;
  private final List<Searched> searched = new ArrayList<>();

  private record Searched(int width, int height, double rateDistance, double distance) {}

  /**
   * Searches the sizes of all modes.
   *
   * @param leastRateDistance the least distance of any mode's frame rate
   */
  SizeBounds(
      SizeSearch search,
      SizeRange sizes,
      VideoModes modes,
      double leastRateDistance,
      double resizeDistance) {
    this.leastRateDistance = leastRateDistance;
    search.search(
        sizes,
        modes.largestWidth(),
        modes.largestHeight(),
        true,
        leastRateDistance,
        resizeDistance);
    this.bound = search.distance();
    this.leastWidth = search.leastWidth();
    this.leastHeight = search.leastHeight();
  }

  /** Whether the best size of a range is as near as any mode's could be. */
  boolean isReached(SizeRange range, double rateDistance) {
    return hasLeast() && rateDistance == leastRateDistance && containsLeast(range);
  }

  /** A distance that no size in a range falls below. */
  double least(SizeRange range, double rateDistance) {
    double least = hasLeast() && !containsLeast(range) ? Math.nextUp(bound) : bound;
    least = Math.max(least, bound + (rateDistance - leastRateDistance) - ROUNDING);
    for (Searched other : searched) {
      if (other.distance > least
          && other.rateDistance <= rateDistance
          && other.width >= range.maxWidth()
          && other.height >= range.maxHeight()) {
        least = other.distance;
      }
    }
    return least;
  }

  /** Notes the distance of the best size in a range. */
  void add(SizeRange range, double rateDistance, double distance) {
    if (searched.size() < MOST_SEARCHED) {
      searched.add(new Searched(range.maxWidth(), range.maxHeight(), rateDistance, distance));
    }
  }

  private boolean hasLeast() {
    return leastWidth > 0;
  }

  private boolean containsLeast(SizeRange range) {
    return range.maxWidth() >= leastWidth && range.maxHeight() >= leastHeight;
  }
}
