package dev.usermedia.linux.internal.x11;

/**
 * Where a surface's pixels are to be had at present.
 *
 * @param drawable what to read from
 * @param x where the picture begins in the drawable
 * @param width pixels that can be read from there
 * @param pointerWindow a window to ask the pointer's place in
 * @param pointerX where the picture begins in that window
 */
record View(
    int drawable,
    int x,
    int y,
    int width,
    int height,
    int pointerWindow,
    int pointerX,
    int pointerY) {
  /** The view's upper left part of at most a size. */
  View clipped(int maxWidth, int maxHeight) {
    if (width <= maxWidth && height <= maxHeight) {
      return this;
    }
    return new View(
        drawable,
        x,
        y,
        Math.min(width, maxWidth),
        Math.min(height, maxHeight),
        pointerWindow,
        pointerX,
        pointerY);
  }
}
