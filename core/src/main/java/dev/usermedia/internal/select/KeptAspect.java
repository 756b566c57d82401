package dev.usermedia.internal.select;

/**
 * Sizes that a picture can be scaled to without being cropped: any length of its longer side, and
 * the other side to the nearest pixel, at least one.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#downscaling-and-frame-decimation">Downscaling
 *     and Frame Decimation</a>
 */
final class KeptAspect {
  private KeptAspect() {}

  /** The width of a picture whose longer side is scaled to a length. */
  static int width(int longerSide, int width, int height) {
    return width >= height ? longerSide : scaled(width, longerSide, height);
  }

  /** The height of a picture whose longer side is scaled to a length. */
  static int height(int longerSide, int width, int height) {
    return width >= height ? scaled(height, longerSide, width) : longerSide;
  }

  /** A length of the longer side that all sizes in the range are within. */
  static int longestSide(SizeRange range, int width, int height) {
    return width >= height
        ? Math.min(width, range.maxWidth())
        : Math.min(height, range.maxHeight());
  }

  /** Whether a picture can be scaled to a size with nothing lost but the fraction of a pixel. */
  static boolean isKept(int scaledWidth, int scaledHeight, int width, int height) {
    return scaledHeight == scaled(height, scaledWidth, width)
        || scaledWidth == scaled(width, scaledHeight, height);
  }

  /** {@code length * by / of} to the nearest, halves up. */
  private static int scaled(int length, int by, int of) {
    return (int) Math.max(1, (2L * length * by + of) / (2L * of));
  }
}
