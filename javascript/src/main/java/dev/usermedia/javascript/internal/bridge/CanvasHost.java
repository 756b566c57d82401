package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.javascript.internal.picture.Affine;
import dev.usermedia.javascript.internal.picture.CompositeOperator;
import dev.usermedia.javascript.internal.picture.Painter;
import dev.usermedia.javascript.internal.picture.Raster;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a canvas and what paints on it; also that of an image bitmap. Used on the script's
 * thread only.
 */
public final class CanvasHost implements PictureSource {
  private final ElementHost elements;
  private final Deque<Optional<Painter.Clip>> clips = new ArrayDeque<>();
  private Raster raster;
  private Painter painter;

  CanvasHost(Raster raster, ElementHost elements) {
    this.elements = elements;
    this.raster = raster;
    this.painter = new Painter(raster);
  }

  @Override
  public Optional<Raster> picture() {
    return Optional.of(raster);
  }

  @Override
  public Optional<VideoFrame> take() {
    return Optional.of(raster.toFrame(0));
  }

  @Export
  public int width() {
    return raster.width();
  }

  @Export
  public int height() {
    return raster.height();
  }

  /** Begins anew with a transparent picture. */
  @Export
  public void reset(int width, int height) {
    raster = elements.raster(width, height);
    painter = new Painter(raster);
    clips.clear();
  }

  // ---- the state that painting depends on ----

  @Export
  public void transform(double a, double b, double c, double d, double e, double f) {
    painter.transform(new Affine(a, b, c, d, e, f));
  }

  /** Whether the operator is known. */
  @Export
  public boolean operator(String name) {
    Optional<CompositeOperator> operator = CompositeOperator.of(name);
    operator.ifPresent(painter::operator);
    return operator.isPresent();
  }

  @Export
  public void alpha(double alpha) {
    painter.alpha(alpha);
  }

  @Export
  public void smooth(boolean smooth) {
    painter.smooth(smooth);
  }

  /** Puts the clip by until {@link #restoreClip}. */
  @Export
  public void saveClip() {
    clips.push(Optional.ofNullable(painter.clip()));
  }

  @Export
  public void restoreClip() {
    painter.clip(clips.pop().orElse(null));
  }

  @Export
  public void clip(Value polygons, boolean evenOdd) {
    painter.narrowClip(polygons(polygons), evenOdd);
  }

  // ---- painting ----

  @Export
  public void fillRect(double x, double y, double width, double height, int pixel) {
    painter.fillRect(x, y, width, height, pixel);
  }

  @Export
  public void clearRect(double x, double y, double width, double height) {
    painter.clearRect(x, y, width, height);
  }

  /** Fills polygons, each an array of coordinates that are transformed already. */
  @Export
  public void fill(Value polygons, boolean evenOdd, int pixel) {
    painter.fill(polygons(polygons), evenOdd, pixel);
  }

  private static List<double[]> polygons(Value polygons) {
    List<double[]> list = new ArrayList<>();
    for (long i = 0; i < polygons.getArraySize(); i++) {
      Value points = polygons.getArrayElement(i);
      double[] coordinates = new double[(int) points.getArraySize()];
      for (int at = 0; at < coordinates.length; at++) {
        coordinates[at] = points.getArrayElement(at).asDouble();
      }
      list.add(coordinates);
    }
    return list;
  }

  /** Paints a part of something; nothing if it has no picture yet. */
  @Export
  public void draw(
      PictureSource source,
      double sx,
      double sy,
      double sw,
      double sh,
      double dx,
      double dy,
      double dw,
      double dh) {
    source.picture().ifPresent(picture -> painter.draw(picture, sx, sy, sw, sh, dx, dy, dw, dh));
  }

  // ---- pixels ----

  /**
   * The bytes of a part, to be read at once, transparent where there is no picture: RGBA, not
   * multiplied with alpha.
   */
  @Export
  public ByteBuffer pixels(int x, int y, int width, int height) {
    Raster part = elements.scratch(width, height);
    Raster.copy(raster, x, y, part, 0, 0, width, height);
    return part.pixels().asByteBuffer();
  }

  /** Puts a part of an array of pixels of the given width in place. */
  @Export
  public void put(
      Value buffer,
      int byteOffset,
      int sourceWidth,
      int sourceHeight,
      int left,
      int top,
      int width,
      int height,
      int dx,
      int dy) {
    Raster from = elements.scratch(sourceWidth, sourceHeight);
    byte[] bytes = new byte[Math.multiplyExact(Math.multiplyExact(sourceWidth, sourceHeight), 4)];
    buffer.readBuffer(byteOffset, bytes, 0, bytes.length);
    from.pixels().asByteBuffer().put(bytes);
    Raster.copy(from, left, top, raster, dx + left, dy + top, width, height);
  }

  /** The same picture in memory of its own. */
  @Export
  public CanvasHost copy() {
    return new CanvasHost(elements.copy(raster), elements);
  }

  /** Its memory, to be attached to a {@link Parcel}: it is of no use here from then on. */
  @Export
  public Raster handle() {
    return raster;
  }

  /** The same picture with its lowest row first. */
  @Export
  public CanvasHost upsideDown() {
    CanvasHost turned = elements.canvas(width(), height());
    for (int y = 0; y < height(); y++) {
      Raster.copy(raster, 0, y, turned.raster, 0, height() - 1 - y, width(), 1);
    }
    return turned;
  }

  /**
   * The bytes of a picture file; null if the type is not known.
   *
   * @param opaque whether what is transparent is to be black
   */
  @Export
  public @Nullable ByteBuffer encode(String type, double quality, boolean opaque) {
    Raster written = raster;
    if (opaque) {
      written = elements.raster(raster.width(), raster.height());
      Painter black = new Painter(written);
      black.fillRect(0, 0, raster.width(), raster.height(), 0xff000000);
      black.draw(raster, 0, 0, width(), height(), 0, 0, width(), height());
    }
    try (VideoFrame frame = written.toFrame(0)) {
      return elements.encode(frame, type, quality).map(Buffers::direct).orElse(null);
    }
  }
}
