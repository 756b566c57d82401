package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.ASPECT_RATIO;
import static dev.usermedia.constraints.ConstrainableProperty.FRAME_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.HEIGHT;
import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;
import static dev.usermedia.constraints.ConstrainableProperty.WIDTH;
import static dev.usermedia.constraints.VideoResizeModeEnum.CROP_AND_SCALE;
import static dev.usermedia.constraints.VideoResizeModeEnum.NONE;

import dev.usermedia.constraints.MediaTrackSettings;
import org.jspecify.annotations.Nullable;

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
  private final SizeSearch sizes;
  private final @Nullable SizeBounds bounds;

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
    this.sizes = new SizeSearch(ideals);
    boolean isCoupled = modes.isCropped() && sizes.isCoupled(query.sizes());
    double least = isCoupled && modes.count() > 1 ? leastRateDistance() : Double.POSITIVE_INFINITY;
    this.bounds =
        Double.isFinite(least)
            ? new SizeBounds(sizes, query.sizes(), modes, least, cropDistance)
            : null;
  }

  /** The least distance of the rates that pictures can be decimated to; infinite if none can. */
  private double leastRateDistance() {
    double least = Double.POSITIVE_INFINITY;
    for (int mode = 0; mode < modes.count(); mode++) {
      if (query.isScaled(mode)) {
        least = Math.min(least, rateDistance(query.scaledRate(mode, idealRate)));
      }
    }
    return least;
  }

  ModeSpace.Best best(MediaTrackSettings.Builder settings) {
    for (int mode = 0; mode < modes.count(); mode++) {
      if (query.isNative(mode)) {
        considerNative(mode);
      }
      if (query.isScaled(mode)) {
        considerScaled(mode);
      }
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

  private void considerNative(int mode) {
    double candidateRate = query.nativeRate(mode, idealRate);
    double candidate =
        sizes.distance(
            modes.width(mode),
            modes.height(mode),
            modes.aspect(mode),
            rateDistance(candidateRate),
            noneDistance);
    if (isBetter(candidate, mode)) {
      take(candidate, mode, modes.width(mode), modes.height(mode), candidateRate);
    }
  }

  private void considerScaled(int mode) {
    SizeRange range = query.sizes().within(modes.width(mode), modes.height(mode));
    double candidateRate = query.scaledRate(mode, idealRate);
    double rateDistance = rateDistance(candidateRate);
    if (!isBetter(sizes.leastDistance(range, rateDistance, cropDistance), mode)
        || (bounds != null && !isBetter(bounds.least(range, rateDistance), mode))) {
      return;
    }
    if (bounds != null && bounds.isReached(range, rateDistance)) {
      take(bounds.least(range, rateDistance), mode, UNKNOWN, UNKNOWN, candidateRate);
      return;
    }
    search(range, mode, rateDistance);
    if (bounds != null) {
      bounds.add(range, rateDistance, sizes.distance());
    }
    if (isBetter(sizes.distance(), mode)) {
      take(sizes.distance(), mode, sizes.width(), sizes.height(), candidateRate);
    }
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
    if (sizes.distance(width, height, aspect, rateDistance(rate), noneDistance) == distance) {
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

  /** The mode from which the settings found are cropped, scaled and decimated with least waste. */
  private int scaledMode() {
    int least = best;
    for (int mode = 0; mode < modes.count(); mode++) {
      if (query.isScaled(mode)
          && canScale(mode)
          && modes.lowestRate(mode) <= rate
          && modes.maxRate(mode) >= rate
          && compareWaste(mode, least) < 0) {
        least = mode;
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

  /** By whether all of the picture is kept, then by the area, the rate and the device's order. */
  private int compareWaste(int one, int other) {
    if (isKept(one) != isKept(other)) {
      return isKept(one) ? -1 : 1;
    }
    int byArea =
        Long.compare(
            (long) modes.width(one) * modes.height(one),
            (long) modes.width(other) * modes.height(other));
    if (byArea != 0) {
      return byArea;
    }
    int byRate = Double.compare(deliveredRate(one), deliveredRate(other));
    return byRate != 0 ? byRate : Integer.compare(one, other);
  }

  private boolean isKept(int mode) {
    return KeptAspect.isKept(width, height, modes.width(mode), modes.height(mode));
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
