package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.ASPECT_RATIO;
import static dev.usermedia.constraints.ConstrainableProperty.FRAME_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.HEIGHT;
import static dev.usermedia.constraints.ConstrainableProperty.WIDTH;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The modes of a camera or screen. Each gives its own size at its own rates ({@code resizeMode}
 * {@code "none"}) and everything that can be cropped, scaled and decimated from it ({@code
 * "crop-and-scale"}). A screen is scaled but never cropped, and has the aspect ratio of its own
 * size at all sizes.
 *
 * <p>Modes of the same size and rates have the same settings, and of them the driver's first is
 * always taken: they count as one here, and {@code mode} is the number of such a one, in the
 * driver's order.
 */
final class VideoModes implements ModeSpace {
  /** The lowest frame rate that is decimated to, in hertz: a picture every 1000 seconds. */
  static final double LOWEST_FRAME_RATE = 0.001;

  /** The frame rate that is chosen where nothing else decides, in hertz. */
  static final double USUAL_FRAME_RATE = 30;

  private static final int USUAL_CAMERA_WIDTH = 640;
  private static final int USUAL_CAMERA_HEIGHT = 480;

  /** What of a mode makes a difference. */
  private record Distinct(int width, int height, double minRate, double maxRate) {}

  private final List<SourceMode> sourceModes;
  private final boolean isCropped;

  /** For each of the driver's modes the one that it counts as. */
  private final int[] countedAs;

  private final int count;

  /** The driver's first of each. */
  private final VideoMode[] modes;

  private final int[] widths;
  private final int[] heights;
  private final double[] aspects;
  private final double[] minRates;
  private final double[] maxRates;

  /** The modes, the most usual first. */
  private final int[] byUsual;

  /** For each mode how many are more usual. */
  private final int[] unusual;

  private final int largestWidth;
  private final int largestHeight;
  private final ModeGrid grid;
  private final RateBounds rates;

  VideoModes(List<SourceMode> sourceModes, boolean isCropped) {
    this.sourceModes = sourceModes;
    this.isCropped = isCropped;
    countedAs = new int[sourceModes.size()];
    Map<Distinct, Integer> known = HashMap.newHashMap(countedAs.length);
    VideoMode[] firsts = new VideoMode[countedAs.length];
    for (int i = 0; i < countedAs.length; i++) {
      VideoMode mode = (VideoMode) sourceModes.get(i);
      Distinct distinct =
          new Distinct(mode.width(), mode.height(), mode.minFrameRate(), mode.maxFrameRate());
      int next = known.size();
      Integer same = known.putIfAbsent(distinct, next);
      countedAs[i] = same == null ? next : same;
      firsts[countedAs[i]] = same == null ? mode : firsts[countedAs[i]];
    }
    count = known.size();
    modes = Arrays.copyOf(firsts, count);
    widths = new int[count];
    heights = new int[count];
    aspects = new double[count];
    minRates = new double[count];
    maxRates = new double[count];
    int widest = 0;
    int highest = 0;
    for (int i = 0; i < count; i++) {
      widths[i] = modes[i].width();
      heights[i] = modes[i].height();
      aspects[i] = Numbers.aspectRatio(widths[i], heights[i]);
      minRates[i] = modes[i].minFrameRate();
      maxRates[i] = modes[i].maxFrameRate();
      widest = Math.max(widest, widths[i]);
      highest = Math.max(highest, heights[i]);
    }
    largestWidth = widest;
    largestHeight = highest;
    byUsual = sortedByUsual();
    unusual = new int[count];
    for (int i = 0; i < count; i++) {
      unusual[byUsual[i]] = i;
    }
    grid = new ModeGrid(widths, heights, maxRates, largestWidth, largestHeight);
    rates = new RateBounds(widths, heights, minRates, maxRates, byUsual);
  }

  @Override
  public List<ConstrainableProperty> given() {
    return List.of(WIDTH, HEIGHT, ASPECT_RATIO, FRAME_RATE);
  }

  @Override
  public List<SourceMode> modes() {
    return sourceModes;
  }

  @Override
  public int find(Region region, int likely) {
    VideoQuery query = new VideoQuery(this, region);
    if (count == 0 || query.isEmpty()) {
      return -1;
    }
    return query.isWithin(likely) ? likely : query.find(grid);
  }

  @Override
  public IntPredicate within(Region region) {
    VideoQuery query = new VideoQuery(this, region);
    return query.isEmpty() ? mode -> false : mode -> query.isWithin(countedAs[mode]);
  }

  @Override
  public Best best(Region region, Ideals ideals, MediaTrackSettings.Builder settings) {
    return new VideoSearch(this, new VideoQuery(this, region), ideals).best(settings);
  }

  int count() {
    return count;
  }

  VideoMode mode(int mode) {
    return modes[mode];
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
    return aspects[mode];
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

  /**
   * The lowest rate that a mode is decimated to.
   *
   * @param minRate the lowest that it has itself
   */
  static double lowestRate(double minRate) {
    return Math.min(LOWEST_FRAME_RATE, minRate);
  }

  /** The rates that modes have. */
  RateBounds rates() {
    return rates;
  }

  int largestWidth() {
    return largestWidth;
  }

  int largestHeight() {
    return largestHeight;
  }

  /**
   * The modes, the most usual first, of equally usual ones the driver's first. What is usual is for
   * a camera 640x480 at 30 frames per second, for a screen its own size. Not to be written to.
   */
  int[] byUsual() {
    return byUsual;
  }

  /** The place of a mode in that order. */
  int unusual(int mode) {
    return unusual[mode];
  }

  private int[] sortedByUsual() {
    double[] distances = new double[count];
    for (int mode = 0; mode < count; mode++) {
      distances[mode] = distanceFromUsual(mode);
    }
    return IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparingDouble(mode -> distances[mode]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double distanceFromUsual(int mode) {
    int usualWidth = isCropped ? USUAL_CAMERA_WIDTH : widths[0];
    int usualHeight = isCropped ? USUAL_CAMERA_HEIGHT : heights[0];
    double rate = Math.clamp(USUAL_FRAME_RATE, minRates[mode], maxRates[mode]);
    return Numbers.distance(widths[mode], usualWidth)
        + Numbers.distance(heights[mode], usualHeight)
        + Numbers.distance(rate, USUAL_FRAME_RATE);
  }
}
