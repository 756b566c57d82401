package dev.usermedia.internal.select;

import dev.usermedia.spi.VideoMode;

/** Finds the mode that gives chosen settings with the least waste. */
final class GivingMode {
  private final VideoModes modes;
  private final VideoQuery query;
  private final int best;
  private final int width;
  private final int height;
  private final double rate;

  /**
   * Takes what was chosen.
   *
   * @param best the mode that it was chosen of
   */
  GivingMode(VideoModes modes, VideoQuery query, int best, int width, int height, double rate) {
    this.modes = modes;
    this.query = query;
    this.best = best;
    this.width = width;
    this.height = height;
    this.rate = rate;
  }

  /** The first mode whose own settings are those chosen; -1 if there is none. */
  int own() {
    double aspect = modes.aspect(best, width, height);
    for (int mode = 0; mode < modes.count(); mode++) {
      if (modes.width(mode) == width
          && modes.height(mode) == height
          && query.isNative(mode)
          && modes.aspect(mode) == aspect
          && modes.minRate(mode) <= rate
          && modes.maxRate(mode) >= rate) {
        return mode;
      }
    }
    return -1;
  }

  /**
   * The mode from which the settings are cropped, scaled and decimated with least waste: by whether
   * all of the picture is kept, then by the area, the rate and the device's order.
   */
  int scaled() {
    int least = best;
    boolean isLeastKept = isKept(best);
    long leastArea = area(best);
    for (int mode = 0; mode < modes.count(); mode++) {
      long area = area(mode);
      if ((isLeastKept && area > leastArea)
          || !canScale(mode)
          || !query.isScaled(mode)
          || VideoModes.lowestRate(modes.minRate(mode)) > rate
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

  /** A mode as it is to be started. */
  VideoMode started(int mode) {
    return modes.mode(mode).at(deliveredRate(mode));
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
}
