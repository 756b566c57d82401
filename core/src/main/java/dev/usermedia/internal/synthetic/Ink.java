package dev.usermedia.internal.synthetic;

/** The colours of the test pattern, 8 bits a component. */
enum Ink {
  WHITE(255, 255, 255),
  BLACK(0, 0, 0),
  GRAY(128, 128, 128),
  // the eight bars, left to right, at 75 %
  BAR_WHITE(191, 191, 191),
  BAR_YELLOW(191, 191, 0),
  BAR_CYAN(0, 191, 191),
  BAR_GREEN(0, 191, 0),
  BAR_MAGENTA(191, 0, 191),
  BAR_RED(191, 0, 0),
  BAR_BLUE(0, 0, 191),
  BAR_BLACK(0, 0, 0);

  private final int red;
  private final int green;
  private final int blue;

  Ink(int red, int green, int blue) {
    this.red = red;
    this.green = green;
    this.blue = blue;
  }

  byte red() {
    return (byte) red;
  }

  byte green() {
    return (byte) green;
  }

  byte blue() {
    return (byte) blue;
  }

  // BT.601 in the limited range, the colour space of every YUV layout that a pool packs

  byte y() {
    return (byte) Math.round(16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255);
  }

  byte u() {
    return (byte) Math.round(128 + (-37.797 * red - 74.203 * green + 112.0 * blue) / 255);
  }

  byte v() {
    return (byte) Math.round(128 + (112.0 * red - 93.786 * green - 18.214 * blue) / 255);
  }
}
