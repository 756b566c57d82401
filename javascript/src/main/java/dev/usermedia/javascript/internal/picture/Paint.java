package dev.usermedia.javascript.internal.picture;

import java.util.Arrays;

/** Where the colours of what is painted come from. */
sealed interface Paint {
  /** The colours of pixels of a row, from {@code x} on. */
  void row(int x, int y, int count, int[] into);

  /** One colour. */
  record Solid(int pixel) implements Paint {
    @Override
    public void row(int x, int y, int count, int[] into) {
      Arrays.fill(into, 0, count, pixel);
    }
  }

  /** A picture's part, put somewhere else. */
  final class Image implements Paint {
    private final Raster picture;
    private final Affine back;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final boolean smooth;

    /**
     * @param x left of the part of the picture that is shown; what is outside is not looked at
     * @param placed from the picture's coordinates to where it is painted
     */
    Image(
        Raster picture,
        double x,
        double y,
        double width,
        double height,
        Affine placed,
        boolean smooth) {
      Raster shrunk = picture;
      double scale = 1;
      // shrinking by more than half would pass pixels over
      double step =
          Math.max(Math.hypot(placed.a(), placed.b()), Math.hypot(placed.c(), placed.d()));
      while (smooth && step * scale <= 0.5 && shrunk.width() > 1 && shrunk.height() > 1) {
        shrunk = shrunk.halved();
        scale *= 2;
      }
      this.picture = shrunk;
      this.smooth = smooth;
      this.back = new Affine(1 / scale, 0, 0, 1 / scale, 0, 0).with(placed.inverse());
      this.left = Math.max(0, Math.floor(x / scale));
      this.top = Math.max(0, Math.floor(y / scale));
      this.right = Math.min(shrunk.width(), Math.ceil((x + width) / scale)) - 1;
      this.bottom = Math.min(shrunk.height(), Math.ceil((y + height) / scale)) - 1;
    }

    @Override
    public void row(int x, int y, int count, int[] into) {
      if (back.a() == 1
          && back.b() == 0
          && back.c() == 0
          && back.d() == 1
          && inPlace(x, y, count, into)) {
        return;
      }
      for (int i = 0; i < count; i++) {
        double sx = back.x(x + i + 0.5, y + 0.5);
        double sy = back.y(x + i + 0.5, y + 0.5);
        into[i] = smooth ? mixed(sx - 0.5, sy - 0.5) : picture.get(column(sx), line(sy));
      }
    }

    /** Where no pixel is between two. */
    private boolean inPlace(int x, int y, int count, int[] into) {
      double sx = back.x(x, y);
      double sy = back.y(x, y);
      if (sx != Math.rint(sx)
          || sy != Math.rint(sy)
          || sx < left
          || sx + count - 1 > right
          || sy < top
          || sy > bottom) {
        return false;
      }
      picture.read((int) sx, (int) sy, count, into);
      return true;
    }

    private int mixed(double sx, double sy) {
      int x0 = column(sx);
      int x1 = column(sx + 1);
      int y0 = line(sy);
      int y1 = line(sy + 1);
      int fx = (int) ((sx - Math.floor(sx)) * 256);
      int fy = (int) ((sy - Math.floor(sy)) * 256);
      return Pixels.between(
          Pixels.between(picture.get(x0, y0), picture.get(x1, y0), fx),
          Pixels.between(picture.get(x0, y1), picture.get(x1, y1), fx),
          fy);
    }

    private int column(double sx) {
      return (int) Math.max(left, Math.min(right, Math.floor(sx)));
    }

    private int line(double sy) {
      return (int) Math.max(top, Math.min(bottom, Math.floor(sy)));
    }
  }
}
