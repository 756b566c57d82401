package dev.usermedia.internal.select;

/**
 * Finds the size with the least fitness distance to which a mode's pictures can be cropped and
 * scaled. Of several it takes the one that keeps the most of the picture's detail, then of its
 * field of view, then the wider.
 *
 * <p>Without aspect ratios width and height are independent. With them it goes through the heights,
 * leaves out those that cannot be better, and looks at the few widths that can be best.
 */
final class SizeSearch {
  private final SizeDistance distances;
  private final int[] widths = new int[SizeDistance.MOST_WIDTHS];

  private SizeRange range = SizeRange.EMPTY;
  private int modeWidth;
  private int modeHeight;
  private boolean isCropped;
  private double rateDistance;
  private double resizeDistance;

  private int width;
  private int height;
  private double distance;

  SizeSearch(SizeDistance distances) {
    this.distances = distances;
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
    this.range = range;
    this.modeWidth = modeWidth;
    this.modeHeight = modeHeight;
    this.isCropped = isCropped;
    this.rateDistance = rateDistance;
    this.resizeDistance = resizeDistance;
    this.distance = Double.POSITIVE_INFINITY;
    if (!isCropped) {
      searchKeepingAspect();
    } else if (distances.isCoupled(range)) {
      searchRows();
    } else {
      searchRectangle();
    }
  }

  private void searchKeepingAspect() {
    for (int side = KeptAspect.longestSide(range, modeWidth, modeHeight); side >= 1; side--) {
      int w = KeptAspect.width(side, modeWidth, modeHeight);
      int h = KeptAspect.height(side, modeWidth, modeHeight);
      if (range.contains(w, h)) {
        consider(w, h);
      }
    }
  }

  private void searchRows() {
    double least = distances.least(range, rateDistance, resizeDistance);
    // What is likely to be near makes all that is far quick to leave out.
    for (double likely : range.likelyHeights(distances)) {
      searchRow((int) Math.clamp(likely, range.minHeight(), range.maxHeight()), least);
    }
    int low = distances.lowestNear(range, distance, rateDistance, resizeDistance);
    int high = distances.highestNear(range, distance, rateDistance, resizeDistance);
    for (int h = high; h >= low; h--) {
      searchRow(h, least);
    }
  }

  private void searchRow(int h, double least) {
    // Where nothing can be nearer, a row would have to keep more detail.
    if ((distance == least && (long) h * modeWidth < kept(width, height)) || !range.mayHave(h)) {
      return;
    }
    int low = range.lowestWidth(h);
    int high = range.highestWidth(h);
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
    int keepingAspect = ceilDiv((long) h * modeWidth, modeHeight);
    if (keepingAspect > low && keepingAspect < high) {
      consider(keepingAspect, h);
    }
  }

  private void searchRectangle() {
    int lowWidth =
        fixed(range.minWidth(), range.maxWidth(), distances.idealWidth, range.minWidth());
    int highWidth =
        fixed(range.minWidth(), range.maxWidth(), distances.idealWidth, range.maxWidth());
    int lowHeight =
        fixed(range.minHeight(), range.maxHeight(), distances.idealHeight, range.minHeight());
    int highHeight =
        fixed(range.minHeight(), range.maxHeight(), distances.idealHeight, range.maxHeight());
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

  private void consider(int w, int h) {
    double aspect =
        isCropped ? Numbers.aspectRatio(w, h) : Numbers.aspectRatio(modeWidth, modeHeight);
    double candidate = distances.of(w, h, aspect, rateDistance, resizeDistance);
    if (candidate < distance || (candidate == distance && isBetter(w, h))) {
      distance = candidate;
      width = w;
      height = h;
    }
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

  private static int ceilDiv(long dividend, long divisor) {
    return (int) Math.ceilDiv(dividend, divisor);
  }
}
