package dev.usermedia.spi;

import dev.usermedia.frame.VideoPixelFormat;

/**
 * A size that the device delivers, in a format, at any rate between two bounds. A device with
 * discrete rates lists a mode for each, with equal bounds. The source is started in a mode whose
 * bounds are equal: the rate that was chosen.
 *
 * @param minFrameRate lowest frames per second, above 0
 * @param maxFrameRate highest frames per second
 */
public record VideoMode(
    VideoPixelFormat format, int width, int height, double minFrameRate, double maxFrameRate)
    implements SourceMode {
  public VideoMode {
    if (width < 1 || height < 1 || !(minFrameRate > 0) || minFrameRate > maxFrameRate) {
      throw new IllegalArgumentException(
          width + "x" + height + " at " + minFrameRate + ".." + maxFrameRate);
    }
  }

  /** A mode with one rate. */
  public VideoMode(VideoPixelFormat format, int width, int height, double frameRate) {
    this(format, width, height, frameRate, frameRate);
  }

  /** This mode at one rate within its bounds. */
  public VideoMode at(double frameRate) {
    return new VideoMode(format, width, height, frameRate, frameRate);
  }
}
