package dev.usermedia.javascript.internal.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints shapes and pictures on a picture. Used by one thread. */
public final class Painter {
  private static final int SOURCE_ALPHA_SCALE = 256;

  private final Raster target;
  private Affine transform = Affine.IDENTITY;
  private CompositeOperator operator = CompositeOperator.SOURCE_OVER;
  private int alpha = SOURCE_ALPHA_SCALE;
  private boolean smooth = true;
  private @Nullable Clip clip;

  /** What pixels may be painted. */
  public static final class Clip {
    /** In parts of 256 for each row. */
    private final int[][] parts;

    private Clip(int[][] parts) {
      this.parts = parts;
    }
  }

  public Painter(Raster target) {
    this.target = target;
  }

  public void transform(Affine newTransform) {
    transform = newTransform;
  }

  public void operator(CompositeOperator newOperator) {
    operator = newOperator;
  }

  /** From 0 to 1, multiplied with the alpha of all that is painted. */
  public void alpha(double newAlpha) {
    alpha = (int) Math.round(newAlpha * SOURCE_ALPHA_SCALE);
  }

  /** Whether pictures are interpolated. */
  public void smooth(boolean newSmooth) {
    smooth = newSmooth;
  }

  public @Nullable Clip clip() {
    return clip;
  }

  public void clip(@Nullable Clip newClip) {
    clip = newClip;
  }

  /** Leaves of the clip what lies in polygons, whose coordinates are the picture's. */
  public void narrowClip(List<double[]> polygons, boolean evenOdd) {
    Coverage coverage = new Coverage(polygons, evenOdd);
    int[][] parts = new int[target.height()][target.width()];
    for (int y = coverage.firstRow(parts.length); y < coverage.endRow(parts.length); y++) {
      boolean any = coverage.row(y, parts[y]);
      for (int x = 0; any && clip != null && x < parts[y].length; x++) {
        parts[y][x] = parts[y][x] * clip.parts[y][x] / Coverage.WHOLE;
      }
    }
    clip = new Clip(parts);
  }

  /** Fills polygons, whose coordinates are the picture's, with a colour. */
  public void fill(List<double[]> polygons, boolean evenOdd, int pixel) {
    paint(new Coverage(polygons, evenOdd), new Paint.Solid(pixel));
  }

  /** Fills a rectangle with a colour. */
  public void fillRect(double x, double y, double width, double height, int pixel) {
    if (!transform.isFlat()) {
      fill(List.of(transform.corners(x, y, width, height)), false, pixel);
    }
  }

  /** Makes a rectangle transparent. */
  public void clearRect(double x, double y, double width, double height) {
    if (transform.isFlat()) {
      return;
    }
    CompositeOperator before = operator;
    int alphaBefore = alpha;
    operator = CompositeOperator.DESTINATION_OUT;
    alpha = SOURCE_ALPHA_SCALE;
    fillRect(x, y, width, height, 0xff000000);
    operator = before;
    alpha = alphaBefore;
  }

  /** Paints a part of a picture into a rectangle; sizes may be negative. */
  public void draw(
      Raster picture,
      double sx,
      double sy,
      double sw,
      double sh,
      double dx,
      double dy,
      double dw,
      double dh) {
    // what lies outside of the picture is cut off on both sides
    double left = Math.max(0, Math.min(sx, sx + sw));
    double top = Math.max(0, Math.min(sy, sy + sh));
    double right = Math.min(picture.width(), Math.max(sx, sx + sw));
    double bottom = Math.min(picture.height(), Math.max(sy, sy + sh));
    Affine fit = new Affine(dw / sw, 0, 0, dh / sh, dx - sx * dw / sw, dy - sy * dh / sh);
    Affine placed = transform.with(fit);
    if (left >= right || top >= bottom || placed.isFlat()) {
      return;
    }
    Raster source = picture == target ? picture.copy() : picture;
    paint(
        new Coverage(List.of(placed.corners(left, top, right - left, bottom - top)), false),
        new Paint.Image(source, left, top, right - left, bottom - top, placed, smooth));
  }

  private void paint(Coverage coverage, Paint paint) {
    int width = target.width();
    if (width == 0 || target.height() == 0) {
      return;
    }
    int[] parts = new int[width];
    int[] colours = new int[width];
    int[] row = new int[width];
    boolean all = operator == CompositeOperator.COPY;
    int end = all ? target.height() : coverage.endRow(target.height());
    for (int y = all ? 0 : coverage.firstRow(target.height()); y < end; y++) {
      boolean any = coverage.row(y, parts);
      if (!any && !all) {
        continue;
      }
      int from = 0;
      int to = width;
      while (!all && parts[from] == 0) {
        from++;
      }
      while (!all && parts[to - 1] == 0) {
        to--;
      }
      target.read(from, y, to - from, row);
      if (any) {
        paint.row(from, y, to - from, colours);
      }
      for (int i = 0; i < to - from; i++) {
        int part = parts[from + i];
        int allowed = clip == null ? Coverage.WHOLE : clip.parts[y][from + i];
        row[i] = joined(part == 0 ? 0 : colours[i], row[i], part, allowed);
      }
      target.write(from, y, to - from, row);
    }
  }

  private int joined(int colour, int backdrop, int part, int allowed) {
    int weight = part * allowed / Coverage.WHOLE * alpha / SOURCE_ALPHA_SCALE;
    int source = weight == Coverage.WHOLE ? colour : Pixels.faded(colour, weight);
    if (operator != CompositeOperator.COPY) {
      return operator.apply(source, backdrop);
    }
    int copied = Pixels.faded(colour, part * alpha / SOURCE_ALPHA_SCALE);
    return Pixels.between(backdrop, copied, allowed);
  }
}
