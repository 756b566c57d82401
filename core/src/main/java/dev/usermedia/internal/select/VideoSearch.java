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
 * from the most usual mode, its own before cropped and scaled ones.
 */
final class VideoSearch {
  /** Of a size whose distance is known before the size is. */
  private static final int UNKNOWN = 0;

  private final VideoModes modes;
  private final VideoQuery query;
  private final double noneDistance;
  private final double cropDistance;
  private final RateChoice rates;
  private final SizeDistance distances;
  private final SizeSearch sizes;
  private final boolean isCoupled;

  private int best = -1;
  private double distance = Double.POSITIVE_INFINITY;
  private int width;
  private int height;
  private double rate;

  VideoSearch(VideoModes modes, VideoQuery query, Ideals ideals) {
    this.modes = modes;
    this.query = query;
    this.noneDistance = ideals.distance(RESIZE_MODE, NONE.value());
    this.cropDistance = ideals.distance(RESIZE_MODE, CROP_AND_SCALE.value());
    this.rates = new RateChoice(modes.rates(), query, ideals.of(FRAME_RATE));
    this.distances = new SizeDistance(ideals);
    this.sizes = new SizeSearch(distances);
    this.isCoupled = modes.isCropped() && distances.isCoupled(query.sizes());
  }

  ModeSpace.Best best(MediaTrackSettings.Builder settings) {
    // Of equally near settings those of the more usual mode, which comes first, are taken.
    double least =
        distances.least(query.sizes(), rates.least(), Math.min(noneDistance, cropDistance));
    for (int mode : modes.byUsual()) {
      if (distance <= least) {
        break;
      }
      considerNative(mode);
      if (!isCoupled) {
        considerScaled(mode);
      }
    }
    if (isCoupled) {
      considerAllScaled();
    }
    if (width == UNKNOWN) {
      search(best, rates.distance(rate));
      width = sizes.width();
      height = sizes.height();
    }
    GivingMode giving = new GivingMode(modes, query, best, width, height, rate);
    double aspect = modes.aspect(best, width, height);
    int own =
        distances.of(width, height, aspect, rates.distance(rate), noneDistance) == distance
            ? giving.own()
            : -1;
    boolean isNone = own >= 0;
    settings
        .set(WIDTH, (long) width)
        .set(HEIGHT, (long) height)
        .set(ASPECT_RATIO, aspect)
        .set(FRAME_RATE, rate)
        .set(RESIZE_MODE, (isNone ? NONE : CROP_AND_SCALE).value());
    return new ModeSpace.Best(giving.started(isNone ? own : giving.scaled()), distance);
  }

  private void considerNative(int mode) {
    int bounds = modes.rates().of(mode);
    double rateDistance = rates.ownDistance(bounds);
    if (rateDistance < distance && query.isNative(mode)) {
      double candidate =
          distances.of(
              modes.width(mode),
              modes.height(mode),
              modes.aspect(mode),
              rateDistance,
              noneDistance);
      if (candidate < distance) {
        take(candidate, mode, modes.width(mode), modes.height(mode), rates.own(bounds));
      }
    }
  }

  private void considerScaled(int mode) {
    int bounds = modes.rates().of(mode);
    double rateDistance = rates.scaledDistance(bounds);
    if (rateDistance < distance
        && query.isScaled(mode)
        && distances.least(
                query.sizes(), modes.width(mode), modes.height(mode), rateDistance, cropDistance)
            < distance) {
      search(mode, rateDistance);
      if (sizes.distance() < distance) {
        take(sizes.distance(), mode, sizes.width(), sizes.height(), rates.scaled(bounds));
      }
    }
  }

  /** Where width and height depend on each other: modes with equally good rates at once. */
  private void considerAllScaled() {
    RateBounds all = modes.rates();
    SizeFront front = new SizeFront(distances, query.sizes(), cropDistance);
    double least = distances.least(query.sizes(), 0, 0);
    double done = Double.NEGATIVE_INFINITY;
    while (true) {
      double next = Double.POSITIVE_INFINITY;
      for (int bounds = 0; bounds < all.count(); bounds++) {
        double rateDistance = rates.scaledDistance(bounds);
        if (rateDistance > done && rateDistance < next) {
          next = rateDistance;
        }
      }
      if (next == Double.POSITIVE_INFINITY || least + next > distance + SizeDistance.ROUNDING) {
        return;
      }
      boolean isLarger = false;
      for (int bounds = 0; bounds < all.count(); bounds++) {
        if (rates.scaledDistance(bounds) == next) {
          for (int mode : all.largest(bounds)) {
            isLarger |= query.isScaled(mode) && front.add(modes.width(mode), modes.height(mode));
          }
        }
      }
      // Modes that are no larger than some with better rates have nothing better.
      if (isLarger) {
        considerFront(front, next);
      }
      done = next;
    }
  }

  private void considerFront(SizeFront front, double rateDistance) {
    double candidate = front.search(rateDistance);
    if (candidate > distance) {
      return;
    }
    front.findSmallest();
    RateBounds all = modes.rates();
    for (int bounds = 0; bounds < all.count(); bounds++) {
      if (rates.scaledDistance(bounds) == rateDistance) {
        for (int mode : all.modes(bounds)) {
          if (!isBefore(candidate, mode)) {
            break;
          }
          if (query.isScaled(mode) && front.isReached(modes.width(mode), modes.height(mode))) {
            take(candidate, mode, UNKNOWN, UNKNOWN, rates.scaled(bounds));
          }
        }
      }
    }
  }

  /** Whether settings are better than those found so far, which may be of a less usual mode. */
  private boolean isBefore(double candidate, int mode) {
    return candidate < distance
        || (candidate == distance && modes.unusual(mode) < modes.unusual(best));
  }

  private void search(int mode, double rateDistance) {
    sizes.search(
        query.sizes().within(modes.width(mode), modes.height(mode)),
        modes.width(mode),
        modes.height(mode),
        modes.isCropped(),
        rateDistance,
        cropDistance);
  }

  private void take(double candidate, int mode, int width, int height, double rate) {
    this.best = mode;
    this.distance = candidate;
    this.width = width;
    this.height = height;
    this.rate = rate;
  }
}
