package dev.usermedia.javascript.internal.picture;

/** Arithmetic of pixels that are not multiplied with their alpha. */
final class Pixels {
  private Pixels() {}

  static int of(int red, int green, int blue, int alpha) {
    return red | green << 8 | blue << 16 | alpha << 24;
  }

  static int alpha(int pixel) {
    return pixel >>> 24;
  }

  /** The same colour with its alpha taken {@code weight} times 1/256. */
  static int faded(int pixel, int weight) {
    return (pixel & 0xffffff) | ((alpha(pixel) * weight + 128) >> 8) << 24;
  }

  static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }

  static int mean(int a, int b, int c, int d) {
    int alpha = alpha(a) + alpha(b) + alpha(c) + alpha(d);
    if (alpha == 0) {
      return 0;
    }
    int mean = ((alpha + 2) / 4) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      int sum =
          (a >>> shift & 255) * alpha(a)
              + (b >>> shift & 255) * alpha(b)
              + (c >>> shift & 255) * alpha(c)
              + (d >>> shift & 255) * alpha(d);
      mean |= ((sum + alpha / 2) / alpha) << shift;
    }
    return mean;
  }

  /** Between two pixels, {@code weight} of 256 parts of the second. */
  static int between(int a, int b, int weight) {
    if (a == b || weight == 0) {
      return a;
    }
    int partA = alpha(a) * (256 - weight);
    int partB = alpha(b) * weight;
    int alpha = partA + partB;
    if (alpha == 0) {
      return 0;
    }
    int mixed = ((alpha + 128) >> 8) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      int sum = (a >>> shift & 255) * partA + (b >>> shift & 255) * partB;
      mixed |= ((sum + alpha / 2) / alpha) << shift;
    }
    return mixed;
  }
}
