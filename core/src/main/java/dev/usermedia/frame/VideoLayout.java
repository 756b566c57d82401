package dev.usermedia.frame;

import java.util.Arrays;
import java.util.Objects;

/**
 * Everything about a picture that stays the same from frame to frame; frames of one stream share
 * one. Immutable.
 */
public final class VideoLayout {
  private final VideoPixelFormat format;
  private final int codedWidth;
  private final int codedHeight;
  private final VideoRect visibleRect;
  private final int rotation;
  private final VideoColorSpace colorSpace;
  private final int[] strides;

  /**
   * A layout in full.
   *
   * @param rotation clockwise degrees to turn the picture by before showing it: 0, 90, 180 or 270
   * @param stridesBytes bytes from one row of each plane to the next
   */
  public VideoLayout(
      VideoPixelFormat format,
      int codedWidth,
      int codedHeight,
      VideoRect visibleRect,
      int rotation,
      VideoColorSpace colorSpace,
      int... stridesBytes) {
    if (codedWidth < 1 || codedHeight < 1) {
      throw new IllegalArgumentException("a picture of " + codedWidth + "x" + codedHeight);
    }
    if (visibleRect.x() < 0
        || visibleRect.y() < 0
        || visibleRect.width() < 1
        || visibleRect.height() < 1
        || visibleRect.x() + visibleRect.width() > codedWidth
        || visibleRect.y() + visibleRect.height() > codedHeight) {
      throw new IllegalArgumentException(visibleRect + " outside the picture");
    }
    if (rotation % 90 != 0 || rotation < 0 || rotation > 270) {
      throw new IllegalArgumentException("rotation " + rotation);
    }
    if (stridesBytes.length != format.planeCount()) {
      throw new IllegalArgumentException(stridesBytes.length + " strides for " + format);
    }
    for (int plane = 0; plane < stridesBytes.length; plane++) {
      if (stridesBytes[plane] < format.rowBytes(plane, codedWidth)) {
        throw new IllegalArgumentException("stride " + stridesBytes[plane] + " is too small");
      }
    }
    this.format = format;
    this.codedWidth = codedWidth;
    this.codedHeight = codedHeight;
    this.visibleRect = visibleRect;
    this.rotation = rotation;
    this.colorSpace = Objects.requireNonNull(colorSpace);
    this.strides = stridesBytes.clone();
  }

  /** An upright, wholly visible picture with rows one after the other, in the usual colours. */
  public static VideoLayout packed(VideoPixelFormat format, int width, int height) {
    int[] strides = new int[format.planeCount()];
    for (int plane = 0; plane < strides.length; plane++) {
      strides[plane] = format.rowBytes(plane, width);
    }
    VideoColorSpace colors =
        switch (format) {
          case I420, NV12, YUY2 -> VideoColorSpace.REC601;
          case RGBA, RGBX, BGRA, BGRX -> VideoColorSpace.SRGB;
        };
    return new VideoLayout(
        format, width, height, new VideoRect(0, 0, width, height), 0, colors, strides);
  }

  public VideoPixelFormat format() {
    return format;
  }

  /** Width of the memory, in pixels. */
  public int codedWidth() {
    return codedWidth;
  }

  /** Height of the memory, in pixels. */
  public int codedHeight() {
    return codedHeight;
  }

  /** The part of the memory that is to be seen. */
  public VideoRect visibleRect() {
    return visibleRect;
  }

  /** Clockwise degrees to turn the picture by before showing it. */
  public int rotation() {
    return rotation;
  }

  public VideoColorSpace colorSpace() {
    return colorSpace;
  }

  /** Bytes from one row of the plane to the next. */
  public int strideBytes(int plane) {
    return strides[plane];
  }

  /** Bytes of the plane's memory, padding between rows included, after the last row not. */
  public long planeBytes(int plane) {
    int rows = format.rows(plane, codedHeight);
    return (long) strides[plane] * (rows - 1) + format.rowBytes(plane, codedWidth);
  }

  /** Bytes of all planes, each followed by its padding. */
  public long sizeBytes() {
    long sum = 0;
    for (int plane = 0; plane < strides.length; plane++) {
      sum += (long) strides[plane] * format.rows(plane, codedHeight);
    }
    return sum;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof VideoLayout other
        && format == other.format
        && codedWidth == other.codedWidth
        && codedHeight == other.codedHeight
        && visibleRect.equals(other.visibleRect)
        && rotation == other.rotation
        && colorSpace.equals(other.colorSpace)
        && Arrays.equals(strides, other.strides);
  }

  @Override
  public int hashCode() {
    return Objects.hash(format, codedWidth, codedHeight, visibleRect, rotation, colorSpace);
  }

  @Override
  public String toString() {
    return format + " " + codedWidth + "x" + codedHeight;
  }
}
