package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.ASPECT_RATIO;
import static dev.usermedia.constraints.ConstrainableProperty.FRAME_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.HEIGHT;
import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.WIDTH;

/** The fitness distance of sizes, and which widths of a row can have the least. */
final class SizeDistance {
  /** More than what rounding makes of sums and differences of distances. */
  static final double ROUNDING = 1e-12;

  /** The most widths that {@link #widths} tells. */
  static final int MOST_WIDTHS = 7;

  /** How near, relatively, two rising and falling distances must be for their sum to look level. */
  private static final double LEVEL = 1e-3;

  private final Ideals ideals;
  final double idealWidth;
  final double idealHeight;
  final double idealAspect;

  SizeDistance(Ideals ideals) {
    this.ideals = ideals;
    this.idealWidth = ideals.of(WIDTH);
    this.idealHeight = ideals.of(HEIGHT);
    this.idealAspect = ideals.of(ASPECT_RATIO);
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
  double of(int width, int height, double aspect, double rateDistance, double resizeDistance) {
    return sum(
        distance(width, idealWidth),
        distance(height, idealHeight),
        distance(aspect, idealAspect),
        rateDistance,
        resizeDistance);
  }

  /** A distance that no size in the range falls below, and that is exact without aspect ratios. */
  double least(SizeRange range, double rateDistance, double resizeDistance) {
    return least(range, range.maxWidth(), range.maxHeight(), rateDistance, resizeDistance);
  }

  /** The same for what of the range is no larger than a size. */
  double least(SizeRange range, int width, int height, double rateDistance, double resizeDistance) {
    return sum(
        least(range.minWidth(), Math.min(range.maxWidth(), width), idealWidth),
        least(range.minHeight(), Math.min(range.maxHeight(), height), idealHeight),
        0,
        rateDistance,
        resizeDistance);
  }

  /** A distance that no size of a row falls below by more than {@link #ROUNDING}. */
  double leastOfRow(int height, int low, int high, double rateDistance, double resizeDistance) {
    double byAspect = 0;
    if (idealAspect > 0) {
      byAspect =
          least(Numbers.aspectRatio(low, height), Numbers.aspectRatio(high, height), idealAspect);
    } else if (idealAspect < 0) {
      byAspect = 1;
    }
    return sum(
        least(low, high, idealWidth),
        distance(height, idealHeight),
        byAspect,
        rateDistance,
        resizeDistance);
  }

  /** The lowest height of a range that alone is not further than a distance allows. */
  int lowestNear(SizeRange range, double distance, double rateDistance, double resizeDistance) {
    double spare = spareForHeight(range, distance, rateDistance, resizeDistance);
    return spare >= 1
        ? range.minHeight()
        : (int)
            Math.clamp(Math.floor(idealHeight * (1 - spare)), range.minHeight(), range.maxHeight());
  }

  /** The highest height of a range that alone is not further than a distance allows. */
  int highestNear(SizeRange range, double distance, double rateDistance, double resizeDistance) {
    double spare = spareForHeight(range, distance, rateDistance, resizeDistance);
    return spare >= 1
        ? range.maxHeight()
        : (int)
            Math.clamp(Math.ceil(idealHeight / (1 - spare)), range.minHeight(), range.maxHeight());
  }

  /** What a distance leaves for the height's; 1 if that tells nothing. */
  private double spareForHeight(
      SizeRange range, double distance, double rateDistance, double resizeDistance) {
    if (!(idealHeight > 0)) {
      return 1;
    }
    double rest =
        sum(
            least(range.minWidth(), range.maxWidth(), idealWidth),
            0,
            0,
            rateDistance,
            resizeDistance);
    // Twice: for the rest's and the sum's rounding.
    return Math.clamp(distance - rest + 2 * ROUNDING, 0, 1);
  }

  /**
   * The widths of a row of which one has the least distance, and one is the lowest that has it.
   * Between two neighbouring ideals the sum of the distances is concave, beyond them it rises, so
   * that only ideals and ends matter.
   *
   * @param into takes at most {@link #MOST_WIDTHS}
   * @return how many; -1 if the whole row has to be looked at
   */
  int widths(int height, int low, int high, int[] into) {
    int count = 0;
    into[count++] = low;
    into[count++] = high;
    if (idealWidth > low && idealWidth < high) {
      into[count++] = (int) idealWidth;
    }
    if (idealAspect > 0) {
      double exact = Math.floor(idealAspect * height);
      for (int i = -1; i <= 2; i++) {
        if (exact + i > low && exact + i < high) {
          into[count++] = (int) exact + i;
        }
      }
    } else if (idealAspect < 0) {
      // Towards a negative ideal the distance rises with the width: against a falling distance of
      // the width it can be level but for rounding, which only looking at all of it brings out.
      double mirrored = -idealAspect * height;
      if (Math.abs(mirrored - idealWidth) <= LEVEL * idealWidth) {
        return -1;
      }
    }
    return count;
  }

  private double sum(
      double width, double height, double aspect, double rateDistance, double resizeDistance) {
    double sum = width + height + aspect + rateDistance;
    sum = ideals.add(sum, FRAME_RATE, RESIZE_MODE) + resizeDistance;
    return ideals.addAfter(sum, RESIZE_MODE);
  }

  private static double least(double min, double max, double ideal) {
    return Double.isNaN(ideal) ? 0 : Numbers.distance(Math.clamp(ideal, min, max), ideal);
  }

  private static double distance(double actual, double ideal) {
    return Double.isNaN(ideal) ? 0 : Numbers.distance(actual, ideal);
  }
}
