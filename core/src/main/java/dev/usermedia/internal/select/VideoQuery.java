package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.ASPECT_RATIO;
import static dev.usermedia.constraints.ConstrainableProperty.FRAME_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;

import dev.usermedia.constraints.VideoResizeModeEnum;

/** Which of a device's video modes have settings in a region, and which rates these have. */
final class VideoQuery {
  private final VideoModes modes;
  private final boolean allowsNone;
  private final boolean allowsCrop;
  private final SizeRange sizes;
  private final Dimension.Interval aspect;
  private final double minRate;
  private final double maxRate;

  /** The packed size that every mode must reach whose picture is cropped; -1 if there is none. */
  private final long smallest;

  VideoQuery(VideoModes modes, Region region) {
    this.modes = modes;
    this.allowsNone = allows(region, VideoResizeModeEnum.NONE);
    this.allowsCrop = allows(region, VideoResizeModeEnum.CROP_AND_SCALE);
    this.aspect = region.interval(ASPECT_RATIO);
    this.sizes =
        SizeRange.of(
            region,
            modes.largestWidth(),
            modes.largestHeight(),
            modes.isCropped() ? aspect : Dimension.Interval.UNBOUNDED);
    this.minRate = region.interval(FRAME_RATE).min();
    this.maxRate = region.interval(FRAME_RATE).max();
    this.smallest = sizes.smallest();
  }

  private static boolean allows(Region region, VideoResizeModeEnum resizeMode) {
    return region.dimension(RESIZE_MODE) instanceof Dimension.Choice choice
        && choice.values().contains(resizeMode.value());
  }

  /** Whether no mode can have settings in the region, whatever it is. */
  boolean isEmpty() {
    return smallest < 0;
  }

  /** The sizes that the region allows. */
  SizeRange sizes() {
    return sizes;
  }

  /** A mode that has settings in the region; -1 if none does. */
  int find(ModeGrid grid) {
    return allowsCrop
        ? grid.find(
            SizeRange.width(smallest),
            modes.largestWidth(),
            SizeRange.height(smallest),
            modes.largestHeight(),
            minRate,
            this::isScaled)
        : grid.find(
            sizes.minWidth(),
            sizes.maxWidth(),
            sizes.minHeight(),
            sizes.maxHeight(),
            minRate,
            this::isNative);
  }

  boolean isWithin(int mode) {
    // Settings dictionaries with "none" have a twin with "crop-and-scale".
    return allowsCrop ? isScaled(mode) : isNative(mode);
  }

  /** Whether the mode has settings in the region that are its own. */
  boolean isNative(int mode) {
    return allowsNone
        && sizes.containsSides(modes.width(mode), modes.height(mode))
        && aspect.contains(modes.aspect(mode))
        && isAnyRate(modes.minRate(mode), modes.maxRate(mode));
  }

  /** Whether the mode has settings in the region that are cropped, scaled or decimated. */
  boolean isScaled(int mode) {
    return allowsCrop
        && modes.width(mode) >= SizeRange.width(smallest)
        && modes.height(mode) >= SizeRange.height(smallest)
        && isAnyRate(VideoModes.lowestRate(modes.minRate(mode)), modes.maxRate(mode))
        && (modes.isCropped()
            || (aspect.contains(modes.aspect(mode))
                && isAnyKeepingAspect(modes.width(mode), modes.height(mode))));
  }

  private boolean isAnyKeepingAspect(int width, int height) {
    SizeRange range = sizes.within(width, height);
    for (int side = KeptAspect.longestSide(range, width, height); side >= 1; side--) {
      int scaledWidth = KeptAspect.width(side, width, height);
      int scaledHeight = KeptAspect.height(side, width, height);
      if (scaledWidth < range.minWidth() || scaledHeight < range.minHeight()) {
        return false;
      }
      if (range.contains(scaledWidth, scaledHeight)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the region allows settings that are a mode's own. */
  boolean allowsNone() {
    return allowsNone;
  }

  /** Whether the region allows settings that are cropped, scaled or decimated. */
  boolean allowsCrop() {
    return allowsCrop;
  }

  /** Whether the region allows any of the rates between two. */
  boolean isAnyRate(double lowest, double highest) {
    return Math.max(lowest, minRate) <= Math.min(highest, maxRate);
  }

  /** The best rate between two that the region allows. */
  double rate(double lowest, double highest, double ideal) {
    return Numbers.nearest(
        Math.max(lowest, minRate), Math.min(highest, maxRate), ideal, VideoModes.USUAL_FRAME_RATE);
  }
}
