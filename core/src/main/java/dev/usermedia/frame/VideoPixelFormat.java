package dev.usermedia.frame;

/**
 * How the samples of a picture lie in memory: the formats of WebCodecs and YUY2, which most webcams
 * deliver. Samples are 8 bits wide.
 *
 * @see <a href="https://www.w3.org/TR/webcodecs/#pixel-format">WebCodecs, Pixel Format</a>
 */
public enum VideoPixelFormat {
  /** Planes Y, U, V; chroma halved both ways. */
  I420(3),
  /** Planes Y and interleaved UV; chroma halved both ways. */
  NV12(2),
  /** One plane of Y0 U Y1 V; chroma halved horizontally. */
  YUY2(1),
  /** One plane of R G B A. */
  RGBA(1),
  /** One plane of R G B and a byte without meaning. */
  RGBX(1),
  /** One plane of B G R A. */
  BGRA(1),
  /** One plane of B G R and a byte without meaning. */
  BGRX(1);

  private final int planeCount;

  VideoPixelFormat(int planeCount) {
    this.planeCount = planeCount;
  }

  /** How many planes a picture has. */
  public int planeCount() {
    return planeCount;
  }

  /** Pixels that a chroma sample covers from left to right. */
  public int sampleWidth() {
    return switch (this) {
      case I420, NV12, YUY2 -> 2;
      case RGBA, RGBX, BGRA, BGRX -> 1;
    };
  }

  /** Pixels that a chroma sample covers from top to bottom. */
  public int sampleHeight() {
    return switch (this) {
      case I420, NV12 -> 2;
      case YUY2, RGBA, RGBX, BGRA, BGRX -> 1;
    };
  }

  /** Bytes that one row of the plane takes without padding, in a picture this many pixels wide. */
  public int rowBytes(int plane, int width) {
    return switch (this) {
      case I420 -> plane == 0 ? width : (width + 1) / 2;
      case NV12 -> plane == 0 ? width : (width + 1) / 2 * 2;
      case YUY2 -> (width + 1) / 2 * 4;
      case RGBA, RGBX, BGRA, BGRX -> width * 4;
    };
  }

  /** Rows of the plane in a picture this many pixels high. */
  public int rows(int plane, int height) {
    return switch (this) {
      case I420, NV12 -> plane == 0 ? height : (height + 1) / 2;
      case YUY2, RGBA, RGBX, BGRA, BGRX -> height;
    };
  }

  /** Bytes of a whole picture without padding. */
  public long sizeBytes(int width, int height) {
    long sum = 0;
    for (int plane = 0; plane < planeCount; plane++) {
      sum += (long) rowBytes(plane, width) * rows(plane, height);
    }
    return sum;
  }
}
