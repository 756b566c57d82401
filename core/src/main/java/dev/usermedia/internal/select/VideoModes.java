package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.ASPECT_RATIO;
import static dev.usermedia.constraints.ConstrainableProperty.FRAME_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.HEIGHT;
import static dev.usermedia.constraints.ConstrainableProperty.WIDTH;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The modes of a camera or screen. Each gives its own size at its own rates ({@code resizeMode}
 * {@code "none"}) and everything that can be cropped, scaled and decimated from it ({@code
 * "crop-and-scale"}). A screen is scaled but never cropped, and has the aspect ratio of its own
 * size at all sizes.
 */
final class VideoModes implements ModeSpace {
  /** The lowest frame rate that is decimated to, in hertz: a picture every 1000 seconds. */
  static final double LOWEST_FRAME_RATE = 0.001;

  /** The frame rate that is chosen where nothing else decides, in hertz. */
  static final double USUAL_FRAME_RATE = 30;

  private static final int USUAL_CAMERA_WIDTH = 640;
  private static final int USUAL_CAMERA_HEIGHT = 480;

  private final List<SourceMode> modes;
  private final boolean isCropped;
  private final int[] widths;
  private final int[] heights;
  private final double[] minRates;
  private final double[] maxRates;
  private int largestWidth;
  private int largestHeight;

  private final ModeGrid grid;

  /** A mode that was within the last region that had any. */
  private int witness;

  VideoModes(List<SourceMode> modes, boolean isCropped) {
    this.modes = modes;
    this.isCropped = isCropped;
    int count = modes.size();
    widths = new int[count];
    heights = new int[count];
    minRates = new double[count];
    maxRates = new double[count];
    for (int i = 0; i < count; i++) {
      VideoMode mode = mode(i);
      widths[i] = mode.width();
      heights[i] = mode.height();
      minRates[i] = mode.minFrameRate();
      maxRates[i] = mode.maxFrameRate();
      largestWidth = Math.max(largestWidth, widths[i]);
      largestHeight = Math.max(largestHeight, heights[i]);
    }
    grid = new ModeGrid(widths, heights, maxRates, largestWidth, largestHeight);
  }

  @Override
  public List<ConstrainableProperty> given() {
    return List.of(WIDTH, HEIGHT, ASPECT_RATIO, FRAME_RATE);
  }

  @Override
  public List<SourceMode> modes() {
    return modes;
  }

  @Override
  public boolean isAnyWithin(Region region) {
    VideoQuery query = new VideoQuery(this, region);
    if (widths.length == 0 || query.isEmpty()) {
      return false;
    }
    int found = query.isWithin(witness) ? witness : query.find(grid);
    witness = Math.max(found, 0);
    return found >= 0;
  }

  @Override
  public IntPredicate within(Region region) {
    VideoQuery query = new VideoQuery(this, region);
    return query.isEmpty() ? mode -> false : query::isWithin;
  }

  @Override
  public Best best(Region region, Ideals ideals, MediaTrackSettings.Builder settings) {
    return new VideoSearch(this, new VideoQuery(this, region), ideals).best(settings);
  }

  int count() {
    return widths.length;
  }

  VideoMode mode(int mode) {
    return (VideoMode) modes.get(mode);
  }

  /** Whether pictures may be cropped; if not, they keep their aspect ratio. */
  boolean isCropped() {
    return isCropped;
  }

  int width(int mode) {
    return widths[mode];
  }

  int height(int mode) {
    return heights[mode];
  }

  double aspect(int mode) {
    return Numbers.aspectRatio(widths[mode], heights[mode]);
  }

  /** The setting {@code aspectRatio} of a size made from a mode: a screen's never changes. */
  double aspect(int mode, int width, int height) {
    return isCropped ? Numbers.aspectRatio(width, height) : aspect(mode);
  }

  double minRate(int mode) {
    return minRates[mode];
  }

  double maxRate(int mode) {
    return maxRates[mode];
  }

  /** The lowest rate that a mode is decimated to. */
  double lowestRate(int mode) {
    return Math.min(LOWEST_FRAME_RATE, minRates[mode]);
  }

  int largestWidth() {
    return largestWidth;
  }

  int largestHeight() {
    return largestHeight;
  }

  /**
   * How far a mode is from what is usual: for a camera 640x480 at 30 frames per second, for a
   * screen its own size.
   */
  double unusual(int mode) {
    int usualWidth = isCropped ? USUAL_CAMERA_WIDTH : widths[0];
    int usualHeight = isCropped ? USUAL_CAMERA_HEIGHT : heights[0];
    double rate = Math.clamp(USUAL_FRAME_RATE, minRates[mode], maxRates[mode]);
    return Numbers.distance(widths[mode], usualWidth)
        + Numbers.distance(heights[mode], usualHeight)
        + Numbers.distance(rate, USUAL_FRAME_RATE);
  }
}
