package dev.usermedia.codecs;

import dev.usermedia.DOMException;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.photo.StillEncoder;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoPixelFormat;

/**
 * Makes files of pictures: of the visible part of a frame, turned by its rotation, in the colours
 * that its {@linkplain VideoFrame#colorSpace colour space} gives it. Safe for use from any thread;
 * the frame is read until a method returns, and stays the caller's.
 *
 * @see <a href="https://www.w3.org/TR/image-capture/#dom-imagecapture-takephoto">MediaStream Image
 *     Capture, takePhoto</a>
 */
public final class PhotoEncoder {
  /** What browsers encode JPEG with where nothing else is said. */
  public static final double DEFAULT_JPEG_QUALITY = 0.92;

  private PhotoEncoder() {}

  /**
   * The bytes of a PNG file. RGBA and BGRA keep their transparency.
   *
   * @throws DOMException {@code EncodingError} if the picture cannot be encoded, {@code
   *     InvalidStateError} if the frame is closed
   */
  public static byte[] png(VideoFrame frame) {
    boolean alpha =
        frame.format() == VideoPixelFormat.RGBA || frame.format() == VideoPixelFormat.BGRA;
    return encode(StillEncoder.png(alpha), frame);
  }

  /**
   * The bytes of a JPEG file.
   *
   * @param quality from 0 (small) to 1 (good), as of a canvas's {@code toBlob}
   * @throws DOMException {@code EncodingError} if the picture cannot be encoded, {@code
   *     InvalidStateError} if the frame is closed
   */
  public static byte[] jpeg(VideoFrame frame, double quality) {
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException("a quality from 0 to 1, not " + quality);
    }
    return encode(StillEncoder.jpeg(quality), frame);
  }

  private static byte[] encode(StillEncoder encoder, VideoFrame frame) {
    try {
      return encoder.encode(frame);
    } catch (FFmpegException e) {
      throw new DOMException(String.valueOf(e.getMessage()), "EncodingError", e);
    }
  }
}
