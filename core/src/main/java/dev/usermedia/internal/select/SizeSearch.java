package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.ASPECT_RATIO;
import static dev.usermedia.constraints.ConstrainableProperty.FRAME_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.HEIGHT;
import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.WIDTH;

/**
 * Finds the size with the least fitness distance to which a mode's pictures can be cropped and
 * scaled. Of several it takes the one that keeps the most of the picture's detail, then of its
 * field of view, then the wider.
 *
 * <p>Without aspect ratios width and height are independent. With them it goes through the heights
 * and looks at the few widths that can be best for each: between two neighbouring ideals the sum of
 * the distances is concave, beyond them it rises, so that only ideals and ends matter.
 */
final class SizeSearch {
  /** How near, relatively, two rising and falling distances must be for their sum to look level. */
  private static final double LEVEL = 1e-3;

  private final Ideals ideals;
  private final double idealWidth;
  private final double idealHeight;
  private final double idealAspect;

  private int modeWidth;
  private int modeHeight;
  private boolean isCropped;
  private double rateDistance;
  private double resizeDistance;

  private int width;
  private int height;
  private double distance;

  /** The lowest width, and height, of the sizes that are as near as the one found. */
  private int lowestWidth;

  private int lowestHeight;

  /** Whether one of them has both. */
  private boolean isLowest;

  SizeSearch(Ideals ideals) {
    this.ideals = ideals;
    this.idealWidth = ideals.of(WIDTH);
    this.idealHeight = ideals.of(HEIGHT);
    this.idealAspect = ideals.of(ASPECT_RATIO);
  }

  /** The width that was found. */
  int width() {
    return width;
  }

  /** The height that was found. */
  int height() {
    return height;
  }

  /** The fitness distance of what was found; infinite if there is no such size. */
  double distance() {
    return distance;
  }

  /** The width of the smallest of the sizes that are as near; 0 if none is smallest both ways. */
  int leastWidth() {
    return isLowest ? lowestWidth : 0;
  }

  /** The height of the smallest of the sizes that are as near; 0 if none is smallest both ways. */
  int leastHeight() {
    return isLowest ? lowestHeight : 0;
  }

  /** Whether width and height depend on each other. */
  boolean isCoupled(SizeRange range) {
    // Any aspect ratio is as far from 0 as any other.
    return range.hasAspect() || !(Double.isNaN(idealAspect) || idealAspect == 0);
  }

  /**
   * The fitness distance of a size; the sum in the dictionary's order.
   *
   * @param aspect the setting {@code aspectRatio}
   * @param rateDistance the distance of the frame rate
   * @param resizeDistance the distance of the resize mode
   */
  double distance(
      int width, int height, double aspect, double rateDistance, double resizeDistance) {
    return sum(
        distance(width, idealWidth),
        distance(height, idealHeight),
        distance(aspect, idealAspect),
        rateDistance,
        resizeDistance);
  }

  /** A distance that no size in the range falls below, and that is exact without aspect ratios. */
  double leastDistance(SizeRange range, double rateDistance, double resizeDistance) {
    return sum(
        least(range.minWidth(), range.maxWidth(), idealWidth),
        least(range.minHeight(), range.maxHeight(), idealHeight),
        0,
        rateDistance,
        resizeDistance);
  }

  /**
   * Finds the best size in a range that is no larger than the mode.
   *
   * @param isCropped whether the picture may be cropped; if not, it keeps its aspect ratio, and
   *     sizes differ from it only by the nearest pixel
   */
  void search(
      SizeRange range,
      int modeWidth,
      int modeHeight,
      boolean isCropped,
      double rateDistance,
      double resizeDistance) {
    this.modeWidth = modeWidth;
    this.modeHeight = modeHeight;
    this.isCropped = isCropped;
    this.rateDistance = rateDistance;
    this.resizeDistance = resizeDistance;
    this.distance = Double.POSITIVE_INFINITY;
    if (!isCropped) {
      searchKeepingAspect(range);
    } else if (isCoupled(range)) {
      searchRows(range);
    } else {
      searchRectangle(range);
    }
  }

  private void searchKeepingAspect(SizeRange range) {
    for (int side = KeptAspect.longestSide(range, modeWidth, modeHeight); side >= 1; side--) {
      int w = KeptAspect.width(side, modeWidth, modeHeight);
      int h = KeptAspect.height(side, modeWidth, modeHeight);
      if (range.contains(w, h)) {
        consider(w, h);
      }
    }
  }

  private void searchRows(SizeRange range) {
    for (int h = range.minHeight(); h <= range.maxHeight(); h++) {
      if (range.mayHave(h) && leastDistance(h) <= distance) {
        int low = range.lowestWidth(h);
        int high = range.highestWidth(h);
        if (low <= high) {
          searchRow(h, low, high);
        }
      }
    }
  }

  private void searchRectangle(SizeRange range) {
    int lowWidth = fixed(range.minWidth(), range.maxWidth(), idealWidth, range.minWidth());
    int highWidth = fixed(range.minWidth(), range.maxWidth(), idealWidth, range.maxWidth());
    int lowHeight = fixed(range.minHeight(), range.maxHeight(), idealHeight, range.minHeight());
    int highHeight = fixed(range.minHeight(), range.maxHeight(), idealHeight, range.maxHeight());
    // As large as can be, then less of the direction of which there is more than the other can use.
    long wide = (long) highWidth * modeHeight;
    long high = (long) highHeight * modeWidth;
    if (wide >= high) {
      consider(Math.max(lowWidth, ceilDiv(high, modeHeight)), highHeight);
    } else {
      consider(highWidth, Math.max(lowHeight, ceilDiv(wide, modeWidth)));
    }
  }

  /** The one best value, if the ideal tells one, else the given end. */
  private static int fixed(int min, int max, double ideal, int end) {
    return Double.isNaN(ideal) || ideal == 0 ? end : (int) Math.clamp(ideal, min, max);
  }

  private void searchRow(int h, int low, int high) {
    consider(low, h);
    consider(high, h);
    considerWithin(ceilDiv((long) h * modeWidth, modeHeight), h, low, high);
    if (!Double.isNaN(idealWidth)) {
      considerWithin(idealWidth, h, low, high);
    }
    if (!Double.isNaN(idealAspect)) {
      double exact = Math.floor(idealAspect * h);
      for (int i = -1; i <= 2; i++) {
        considerWithin(exact + i, h, low, high);
      }
      // Towards a negative ideal the distance rises with the width: against a falling distance of
      // the width it can be level but for rounding, which only looking at all of it brings out.
      double mirrored = -idealAspect * h;
      if (mirrored > 0 && Math.abs(mirrored - idealWidth) <= LEVEL * idealWidth) {
        for (int w = low; w <= high; w++) {
          consider(w, h);
        }
      }
    }
  }

  private void considerWithin(double w, int h, int low, int high) {
    if (w >= low && w <= high) {
      consider((int) w, h);
    }
  }

  private void consider(int w, int h) {
    double aspect =
        isCropped ? Numbers.aspectRatio(w, h) : Numbers.aspectRatio(modeWidth, modeHeight);
    double candidate = distance(w, h, aspect, rateDistance, resizeDistance);
    if (candidate <= distance) {
      noteLowest(w, h, candidate < distance);
    }
    if (candidate < distance || (candidate == distance && isBetter(w, h))) {
      distance = candidate;
      width = w;
      height = h;
    }
  }

  private void noteLowest(int w, int h, boolean isFirst) {
    isLowest =
        isFirst
            || (w <= lowestWidth && h <= lowestHeight)
            || (isLowest && w >= lowestWidth && h >= lowestHeight);
    lowestWidth = isFirst ? w : Math.min(w, lowestWidth);
    lowestHeight = isFirst ? h : Math.min(h, lowestHeight);
  }

  /** Whether a size of equal distance is to be preferred to the one found so far. */
  private boolean isBetter(int w, int h) {
    int byDetail = Long.compare(kept(w, h), kept(width, height));
    if (byDetail != 0) {
      return byDetail > 0;
    }
    int byView = Long.compare(covering(w, h), covering(width, height));
    return byView != 0 ? byView < 0 : w > width;
  }

  /** The scale at which all of the mode's picture fits into a size, in units of 1 / its area. */
  private long kept(int w, int h) {
    return Math.min((long) w * modeHeight, (long) h * modeWidth);
  }

  /** The scale at which the mode's picture covers a size, in units of 1 / its area. */
  private long covering(int w, int h) {
    return Math.max((long) w * modeHeight, (long) h * modeWidth);
  }

  private double leastDistance(int h) {
    return sum(0, distance(h, idealHeight), 0, rateDistance, resizeDistance);
  }

  private double sum(
      double width, double height, double aspect, double rateDistance, double resizeDistance) {
    double sum = width + height + aspect + rateDistance;
    sum = ideals.add(sum, FRAME_RATE, RESIZE_MODE) + resizeDistance;
    return ideals.addAfter(sum, RESIZE_MODE);
  }

  private static double least(int min, int max, double ideal) {
    return Double.isNaN(ideal) ? 0 : Numbers.distance(Math.clamp(ideal, min, max), ideal);
  }

  private static double distance(double actual, double ideal) {
    return Double.isNaN(ideal) ? 0 : Numbers.distance(actual, ideal);
  }

  private static int ceilDiv(long dividend, long divisor) {
    return (int) Math.ceilDiv(dividend, divisor);
  }
}
