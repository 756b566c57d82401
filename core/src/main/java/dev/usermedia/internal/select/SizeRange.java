package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.HEIGHT;
import static dev.usermedia.constraints.ConstrainableProperty.WIDTH;

/**
 * The sizes that a region allows: a rectangle of widths and heights, and in it the wedge between
 * two aspect ratios, both as the settings are: whole numbers, and their quotient to the tenth
 * decimal.
 */
record SizeRange(
    int minWidth, int maxWidth, int minHeight, int maxHeight, double minAspect, double maxAspect) {

  /** No size. */
  static final SizeRange EMPTY =
      new SizeRange(1, 0, 1, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * What of a region is not larger than a size.
   *
   * @param aspect the aspect ratios that width and height are to have
   */
  static SizeRange of(Region region, int maxWidth, int maxHeight, Dimension.Interval aspect) {
    Dimension.Interval width = region.interval(WIDTH);
    Dimension.Interval height = region.interval(HEIGHT);
    return new SizeRange(
        lowest(width),
        highest(width, maxWidth),
        lowest(height),
        highest(height, maxHeight),
        aspect.min(),
        aspect.max());
  }

  private static int lowest(Dimension.Interval side) {
    return (int) Math.clamp(Math.ceil(side.min()), 1, Integer.MAX_VALUE);
  }

  private static int highest(Dimension.Interval side, int max) {
    return (int) Math.min(max, Math.floor(side.max()));
  }

  /** The same, not larger than a size. */
  SizeRange within(int width, int height) {
    return new SizeRange(
        minWidth,
        Math.min(maxWidth, width),
        minHeight,
        Math.min(maxHeight, height),
        minAspect,
        maxAspect);
  }

  boolean hasAspect() {
    return minAspect != Double.NEGATIVE_INFINITY || maxAspect != Double.POSITIVE_INFINITY;
  }

  /** Whether it contains a size, were it not for the aspect ratio. */
  boolean containsSides(int width, int height) {
    return width >= minWidth && width <= maxWidth && height >= minHeight && height <= maxHeight;
  }

  boolean contains(int width, int height) {
    if (!containsSides(width, height)) {
      return false;
    }
    if (!hasAspect()) {
      return true;
    }
    double aspect = Numbers.aspectRatio(width, height);
    return aspect >= minAspect && aspect <= maxAspect;
  }

  /** The lowest width of sizes of a height; may be above {@link #highestWidth}. */
  int lowestWidth(int height) {
    double exact = minAspect * height;
    if (!(exact > minWidth)) {
      return minWidth;
    }
    if (exact > maxWidth + 1.0) {
      return Integer.MAX_VALUE;
    }
    int width = (int) Math.max(minWidth, Math.ceil(exact - slack(height)));
    while (Numbers.aspectRatio(width, height) < minAspect) {
      width++;
    }
    return width;
  }

  /** The highest width of sizes of a height; may be below {@link #lowestWidth}. */
  int highestWidth(int height) {
    double exact = maxAspect * height;
    if (!(exact < maxWidth)) {
      return maxWidth;
    }
    int width = (int) Math.min(maxWidth, Math.floor(exact + slack(height)));
    while (width > 0 && Numbers.aspectRatio(width, height) > maxAspect) {
      width--;
    }
    return width;
  }

  /** By how much rounding an aspect ratio at the tenth decimal may move a width. */
  private static double slack(int height) {
    return height * 1e-10 + 1e-9;
  }

  /** Whether sizes of a height are worth a look; quick, and never false of one that exists. */
  boolean mayHave(int height) {
    double slack = slack(height);
    double low = Math.max(minWidth, Math.ceil(minAspect * height - slack));
    return low <= Math.min(maxWidth, Math.floor(maxAspect * height + slack));
  }

  /**
   * The size that is the smallest in both directions, as a {@link #pack packed} size; -1 if the
   * range is empty. There is such a size: the lowest width does not fall as the height grows.
   */
  long smallest() {
    if (minWidth > maxWidth || minHeight > maxHeight || !(minAspect <= maxAspect)) {
      return -1;
    }
    if (!hasFraction()) {
      return -1;
    }
    int lastHeight = lastHeight();
    for (int height = firstHeight(); height <= lastHeight; height++) {
      if (mayHave(height)) {
        int width = lowestWidth(height);
        if (width <= highestWidth(height)) {
          return pack(width, height);
        }
      }
    }
    return -1;
  }

  /** Heights at which the nearest sizes are likely; not always within the range. */
  double[] likelyHeights(SizeDistance distances) {
    double aspect = distances.idealAspect;
    double byWidth = Double.isNaN(distances.idealWidth) ? maxWidth : distances.idealWidth;
    return new double[] {
      Double.isNaN(distances.idealHeight) ? maxHeight : distances.idealHeight,
      aspect > 0 ? Math.floor(byWidth / aspect) : maxHeight,
      aspect > 0 ? Math.ceil(byWidth / aspect) : maxHeight
    };
  }

  /**
   * Whether any two whole numbers have an aspect ratio in the wedge, and are small enough: the
   * simplest fraction between two numbers has both the least numerator and the least denominator,
   * and the expansion of either number as a continued fraction leads to it.
   */
  private boolean hasFraction() {
    double slack = 1e-10;
    double low = minAspect - slack;
    double high = maxAspect + slack;
    if (low <= 0) {
      return true;
    }
    long numerator = 1;
    long denominator = 0;
    long lastNumerator = 0;
    long lastDenominator = 1;
    while (numerator <= maxWidth && denominator <= maxHeight) {
      double whole = Math.ceil(low);
      boolean isFound = whole <= high;
      long term = (long) (isFound ? whole : whole - 1);
      if (term > Math.max(maxWidth, maxHeight)) {
        return false;
      }
      long nextNumerator = term * numerator + lastNumerator;
      long nextDenominator = term * denominator + lastDenominator;
      lastNumerator = numerator;
      lastDenominator = denominator;
      numerator = nextNumerator;
      denominator = nextDenominator;
      if (isFound) {
        break;
      }
      double above = 1 / (low - term);
      low = 1 / (high - term);
      high = above;
    }
    return numerator <= maxWidth && denominator <= maxHeight;
  }

  /** A height below which even the lowest width is too wide. */
  private int firstHeight() {
    double exact = Math.floor(minWidth / maxAspect) - 1;
    return exact > minHeight ? (int) Math.min(exact, maxHeight) : minHeight;
  }

  /** A height above which even the lowest width is too wide. */
  private int lastHeight() {
    double exact = Math.ceil((maxWidth + 1.0) / minAspect) + 1;
    return minAspect > 0 && exact < maxHeight ? (int) exact : maxHeight;
  }

  static long pack(int width, int height) {
    return ((long) width << Integer.SIZE) | height;
  }

  static int width(long packed) {
    return (int) (packed >> Integer.SIZE);
  }

  static int height(long packed) {
    return (int) packed;
  }
}
