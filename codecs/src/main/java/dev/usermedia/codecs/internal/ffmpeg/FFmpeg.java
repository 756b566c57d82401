package dev.usermedia.codecs.internal.ffmpeg;

import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/**
 * The five libraries that this room uses; libavdevice and libavfilter, which need more of the
 * system, are never loaded. Whoever is about to use FFmpeg calls {@link #load} first.
 *
 * <p>FFmpeg prints nothing of its own accord; the system property {@code usermedia.ffmpeg.log} set
 * to {@code error}, {@code warning}, {@code info} or {@code debug} lets it write to the standard
 * error.
 */
public final class FFmpeg {
  private FFmpeg() {}

  /**
   * Loads the libraries on the first call; the first call on a machine also unpacks them, which
   * takes most of a second.
   *
   * @throws FFmpegException if they cannot be loaded, on this and every later call
   */
  public static void load() throws FFmpegException {
    try {
      Natives.initialize();
    } catch (LinkageError e) {
      throw new FFmpegException(
          "System.load",
          "FFmpeg's libraries for "
              + Loader.getPlatform()
              + " cannot be loaded; are the jars of javacpp and ffmpeg for this platform there? "
              + rootOf(e).getMessage(),
          e);
    }
  }

  private static Throwable rootOf(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null ? e : rootOf(cause);
  }

  private static final class Natives {
    /** In the order in which they need each other. */
    private static final List<String> LIBRARIES =
        List.of("javacpp", "avutil", "swresample", "avcodec", "avformat", "swscale");

    static {
      if (!Loader.isLoadLibraries()) { // JavaCPP is told that they lie unpacked in the library path
        LIBRARIES.forEach(name -> System.loadLibrary("jni" + name));
      }
      avutil.av_log_set_level(logLevel());
      avcodec.avcodec_version();
      avformat.avformat_version();
      swresample.swresample_version();
      swscale.swscale_version();
    }

    private Natives() {}

    /** Loads the libraries by initialising this class, which the machine does once. */
    static void initialize() {}

    private static int logLevel() {
      return switch (System.getProperty("usermedia.ffmpeg.log", "quiet")) {
        case "error" -> avutil.AV_LOG_ERROR;
        case "warning" -> avutil.AV_LOG_WARNING;
        case "info" -> avutil.AV_LOG_INFO;
        case "debug" -> avutil.AV_LOG_DEBUG;
        default -> avutil.AV_LOG_QUIET;
      };
    }
  }
}
