package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceException.Kind;
import org.bytedeco.ffmpeg.global.avutil;

/** Failures of this driver, as one line with the cause and, where there is one, the next step. */
final class Failure {
  private static final int EPERM = 1;
  private static final int ENOENT = 2;
  private static final int EACCES = 13;

  private Failure() {}

  /**
   * A failure that FFmpeg has no part in.
   *
   * @param input {@link FileAddress#display}, for nobody is shown a password
   */
  static SourceException of(Kind kind, String operation, String input, String message) {
    return new SourceException(kind, FileDriver.NAME, operation, input, message);
  }

  /** The input cannot be opened or read on. */
  static SourceException of(FileAddress address, FFmpegException cause) {
    String input = address.display();
    SourceException failure =
        new SourceException(
            kind(cause),
            FileDriver.NAME,
            cause.operation(),
            input,
            cause.errno(),
            input + ": " + hint(address, cause));
    failure.initCause(cause);
    return failure;
  }

  private static Kind kind(FFmpegException cause) {
    if (cause.errno() == ENOENT
        || cause.code() == avutil.AVERROR_HTTP_NOT_FOUND()
        || cause.code() == avutil.AVERROR_STREAM_NOT_FOUND()) {
      return Kind.NOT_FOUND;
    }
    if (cause.errno() == EACCES
        || cause.errno() == EPERM
        || cause.code() == avutil.AVERROR_HTTP_UNAUTHORIZED()
        || cause.code() == avutil.AVERROR_HTTP_FORBIDDEN()) {
      return Kind.NOT_ALLOWED;
    }
    return Kind.FAILED;
  }

  private static String hint(FileAddress address, FFmpegException cause) {
    int code = cause.code();
    if (code == 0) {
      return String.valueOf(cause.getMessage());
    }
    String said = FFmpegException.message(code);
    if (code == avutil.AVERROR_INVALIDDATA()) {
      return said + "; this is no media file that FFmpeg knows, or it is damaged";
    }
    if (code == avutil.AVERROR_EXIT()) {
      return "it was silent for too long; is the server there, and does it send?";
    }
    if (code == avutil.AVERROR_PROTOCOL_NOT_FOUND()) {
      return said + "; a path needs no scheme, a URL one that FFmpeg knows (http, rtsp, rtmp, srt)";
    }
    return address.isUrl() ? said + "; see the address and the server" : said;
  }
}
