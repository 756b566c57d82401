package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.ASPECT_RATIO;
import static dev.usermedia.constraints.ConstrainableProperty.FRAME_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.HEIGHT;
import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.WIDTH;
import static dev.usermedia.constraints.VideoResizeModeEnum.CROP_AND_SCALE;
import static dev.usermedia.constraints.VideoResizeModeEnum.NONE;

import dev.usermedia.constraints.MediaTrackSettings;

/**
 * Finds the best settings of a device's video modes in a region: of the least fitness distance,
 * from the most usual mode, its own before cropped and scaled ones. Then it finds the mode that
 * gives these settings with the least waste.
 */
final class VideoSearch {
  /** Of a size whose distance is known before the size is. */
  private static final int UNKNOWN = 0;

  private final VideoModes modes;
  private final VideoQuery query;
  private final double idealRate;
  private final double noneDistance;
  private final double cropDistance;
  private final SizeDistance distances;
  private final SizeSearch sizes;
  private final boolean isCoupled;

  private int best = -1;
  private double distance = Double.POSITIVE_INFINITY;
  private double unusual = Double.POSITIVE_INFINITY;
  private int width;
  private int height;
  private double rate;

  VideoSearch(VideoModes modes, VideoQuery query, Ideals ideals) {
    this.modes = modes;
    this.query = query;
    this.idealRate = ideals.of(FRAME_RATE);
    this.noneDistance = ideals.distance(RESIZE_MODE, NONE.value());
    this.cropDistance = ideals.distance(RESIZE_MODE, CROP_AND_SCALE.value());
    this.distances = new SizeDistance(ideals);
    this.sizes = new SizeSearch(distances);
    this.isCoupled = modes.isCropped() && distances.isCoupled(query.sizes());
  }

  ModeSpace.Best best(MediaTrackSettings.Builder settings) {
    for (int mode = 0; mode < modes.count(); mode++) {
      double own = query.isNative(mode) ? considerNative(mode) : Double.POSITIVE_INFINITY;
      if (!isCoupled && query.isScaled(mode)) {
        considerScaled(mode, own);
      }
    }
    if (isCoupled) {
      considerAllScaled();
    }
    if (width == UNKNOWN) {
      search(query.sizes().within(modes.width(best), modes.height(best)), best, rateDistance(rate));
      width = sizes.width();
      height = sizes.height();
    }
    int nativeMode = nativeMode();
    boolean isNone = nativeMode >= 0;
    int giving = isNone ? nativeMode : scaledMode();
    settings
        .set(WIDTH, (long) width)
        .set(HEIGHT, (long) height)
        .set(ASPECT_RATIO, modes.aspect(best, width, height))
        .set(FRAME_RATE, rate)
        .set(RESIZE_MODE, (isNone ? NONE : CROP_AND_SCALE).value());
    return new ModeSpace.Best(modes.mode(giving).at(deliveredRate(giving)), distance);
  }

  /** Returns the distance. */
  private double considerNative(int mode) {
    double candidateRate = query.nativeRate(mode, idealRate);
    double candidate =
        distances.of(
            modes.width(mode),
            modes.height(mode),
            Double.isNaN(distances.idealAspect) ? 0 : modes.aspect(mode),
            rateDistance(candidateRate),
            noneDistance);
    if (isBetter(candidate, mode)) {
      take(candidate, mode, modes.width(mode), modes.height(mode), candidateRate);
    }
    return candidate;
  }

  /**
   * Considers what can be scaled from a mode.
   *
   * @param own the distance of the mode's own settings, which come first
   */
  private void considerScaled(int mode, double own) {
    SizeRange range = query.sizes().within(modes.width(mode), modes.height(mode));
    double candidateRate = query.scaledRate(mode, idealRate);
    double rateDistance = rateDistance(candidateRate);
    double least = distances.least(range, rateDistance, cropDistance);
    if (own <= least || !isBetter(least, mode)) {
      return;
    }
    search(range, mode, rateDistance);
    if (isBetter(sizes.distance(), mode)) {
      take(sizes.distance(), mode, sizes.width(), sizes.height(), candidateRate);
    }
  }

  /** Where width and height depend on each other: modes with equally good rates at once. */
  private void considerAllScaled() {
    int[] scaled = new int[modes.count()];
    double[] rateDistances = new double[modes.count()];
    int count = 0;
    for (int mode = 0; mode < modes.count(); mode++) {
      if (query.isScaled(mode)) {
        scaled[count] = mode;
        rateDistances[count++] = rateDistance(query.scaledRate(mode, idealRate));
      }
    }
    SizeFront front = new SizeFront(distances, query.sizes(), cropDistance);
    double least = distances.least(query.sizes(), 0, 0);
    double done = Double.NEGATIVE_INFINITY;
    while (true) {
      double next = Double.POSITIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        if (rateDistances[i] > done && rateDistances[i] < next) {
          next = rateDistances[i];
        }
      }
      if (next == Double.POSITIVE_INFINITY || least + next > distance + SizeDistance.ROUNDING) {
        return;
      }
      boolean isLarger = false;
      for (int i = 0; i < count; i++) {
        if (rateDistances[i] == next) {
          isLarger |= front.add(modes.width(scaled[i]), modes.height(scaled[i]));
        }
      }
      // Modes that are no larger than some with better rates have nothing better.
      if (isLarger) {
        considerFront(front, next, scaled, rateDistances, count);
      }
      done = next;
    }
  }

  private void considerFront(
      SizeFront front, double rateDistance, int[] scaled, double[] rateDistances, int count) {
    double candidate = front.search(rateDistance);
    if (candidate > distance) {
      return;
    }
    front.findSmallest();
    for (int i = 0; i < count; i++) {
      int mode = scaled[i];
      if (rateDistances[i] == rateDistance
          && isBefore(candidate, mode)
          && front.isReached(modes.width(mode), modes.height(mode))) {
        take(candidate, mode, UNKNOWN, UNKNOWN, query.scaledRate(mode, idealRate));
      }
    }
  }

  /** As {@link #isBetter}, after modes have been found that come later. */
  private boolean isBefore(double candidate, int mode) {
    if (candidate != distance || mode == best) {
      return candidate < distance;
    }
    int byUsual = Double.compare(modes.unusual(mode), unusual);
    return byUsual < 0 || (byUsual == 0 && mode < best);
  }

  private void search(SizeRange range, int mode, double rateDistance) {
    sizes.search(
        range,
        modes.width(mode),
        modes.height(mode),
        modes.isCropped(),
        rateDistance,
        cropDistance);
  }

  /** Whether settings are better than those found so far, which are of this mode or before it. */
  private boolean isBetter(double candidate, int mode) {
    return candidate < distance
        || (candidate == distance && mode != best && modes.unusual(mode) < unusual);
  }

  private void take(double candidate, int mode, int width, int height, double rate) {
    this.best = mode;
    this.distance = candidate;
    this.unusual = modes.unusual(mode);
    this.width = width;
    this.height = height;
    this.rate = rate;
  }

  /** The first mode whose own settings are those found; -1 if there is none. */
  private int nativeMode() {
    double aspect = modes.aspect(best, width, height);
    if (distances.of(width, height, aspect, rateDistance(rate), noneDistance) == distance) {
      for (int mode = 0; mode < modes.count(); mode++) {
        if (query.isNative(mode)
            && modes.width(mode) == width
            && modes.height(mode) == height
            && modes.aspect(mode) == aspect
            && modes.minRate(mode) <= rate
            && modes.maxRate(mode) >= rate) {
          return mode;
        }
      }
    }
    return -1;
  }

  /**
   * The mode from which the settings found are cropped, scaled and decimated with least waste: by
   * whether all of the picture is kept, then by the area, the rate and the device's order.
   */
  private int scaledMode() {
    int least = best;
    boolean isLeastKept = isKept(best);
    long leastArea = area(best);
    for (int mode = 0; mode < modes.count(); mode++) {
      long area = area(mode);
      if ((isLeastKept && area > leastArea)
          || !canScale(mode)
          || !query.isScaled(mode)
          || modes.lowestRate(mode) > rate
          || modes.maxRate(mode) < rate) {
        continue;
      }
      boolean isKept = isKept(mode);
      if (isKept != isLeastKept
          ? isKept
          : area < leastArea || (area == leastArea && isSlower(mode, least))) {
        least = mode;
        isLeastKept = isKept;
        leastArea = area;
      }
    }
    return least;
  }

  private boolean canScale(int mode) {
    int modeWidth = modes.width(mode);
    int modeHeight = modes.height(mode);
    if (modeWidth < width || modeHeight < height) {
      return false;
    }
    int side = modeWidth >= modeHeight ? width : height;
    return modes.isCropped()
        || (modes.aspect(mode) == modes.aspect(best)
            && KeptAspect.width(side, modeWidth, modeHeight) == width
            && KeptAspect.height(side, modeWidth, modeHeight) == height);
  }

  private boolean isKept(int mode) {
    return KeptAspect.isKept(width, height, modes.width(mode), modes.height(mode));
  }

  private long area(int mode) {
    return (long) modes.width(mode) * modes.height(mode);
  }

  private boolean isSlower(int one, int other) {
    int byRate = Double.compare(deliveredRate(one), deliveredRate(other));
    return byRate < 0 || (byRate == 0 && one < other);
  }

  /** The lowest rate at which a mode can be started for the rate found, a multiple if possible. */
  private double deliveredRate(int mode) {
    double lowest = modes.minRate(mode);
    double multiple = Math.max(lowest, rate * Math.ceil(lowest / rate));
    return Math.min(multiple, modes.maxRate(mode));
  }

  private double rateDistance(double rate) {
    return Double.isNaN(idealRate) ? 0 : Numbers.distance(rate, idealRate);
  }
}
