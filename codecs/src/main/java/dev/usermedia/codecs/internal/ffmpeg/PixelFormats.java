package dev.usermedia.codecs.internal.ffmpeg;

import dev.usermedia.frame.VideoPixelFormat;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;

/** Our pixel formats in FFmpeg's numbers and back. */
public final class PixelFormats {
  private PixelFormats() {}

  /** The {@code AV_PIX_FMT} whose memory looks the same. */
  public static int toNative(VideoPixelFormat format) {
    return switch (format) {
      case I420 -> avutil.AV_PIX_FMT_YUV420P;
      case NV12 -> avutil.AV_PIX_FMT_NV12;
      case YUY2 -> avutil.AV_PIX_FMT_YUYV422;
      case RGBA -> avutil.AV_PIX_FMT_RGBA;
      case RGBX -> avutil.AV_PIX_FMT_RGB0;
      case BGRA -> avutil.AV_PIX_FMT_BGRA;
      case BGRX -> avutil.AV_PIX_FMT_BGR0;
    };
  }

  /**
   * Our format whose memory looks the same; none if the picture has to be converted. The full-range
   * {@code YUVJ420P} is I420 with its range in the {@linkplain ColorTags colour tags}.
   */
  public static Optional<VideoPixelFormat> fromNative(int format) {
    return switch (format) {
      case avutil.AV_PIX_FMT_YUV420P, avutil.AV_PIX_FMT_YUVJ420P ->
          Optional.of(VideoPixelFormat.I420);
      case avutil.AV_PIX_FMT_NV12 -> Optional.of(VideoPixelFormat.NV12);
      case avutil.AV_PIX_FMT_YUYV422 -> Optional.of(VideoPixelFormat.YUY2);
      case avutil.AV_PIX_FMT_RGBA -> Optional.of(VideoPixelFormat.RGBA);
      case avutil.AV_PIX_FMT_RGB0 -> Optional.of(VideoPixelFormat.RGBX);
      case avutil.AV_PIX_FMT_BGRA -> Optional.of(VideoPixelFormat.BGRA);
      case avutil.AV_PIX_FMT_BGR0 -> Optional.of(VideoPixelFormat.BGRX);
      default -> Optional.empty();
    };
  }
}
