package dev.usermedia.linux.internal.x11;

import dev.usermedia.spi.VideoMode;

/** A size in pixels. */
record Size(int width, int height) {
  static Size of(VideoMode mode) {
    return new Size(mode.width(), mode.height());
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
