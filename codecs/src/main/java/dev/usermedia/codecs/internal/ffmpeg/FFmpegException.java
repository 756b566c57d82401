package dev.usermedia.codecs.internal.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bytedeco.ffmpeg.global.avutil;

/** A call into FFmpeg that failed, in FFmpeg's own words. */
public final class FFmpegException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MAX_ERRNO = 4095;

  private final String operation;
  private final int code;

  /** A call that answered with a negative code. */
  public FFmpegException(String operation, int code) {
    super(message(code) + " (" + operation + ")");
    this.operation = operation;
    this.code = code;
  }

  /** A failure that has no code of FFmpeg's. */
  public FFmpegException(String operation, String message) {
    super(message + " (" + operation + ")");
    this.operation = operation;
    this.code = 0;
  }

  /** The libraries themselves cannot be loaded. */
  FFmpegException(String operation, String message, Throwable cause) {
    super(message + " (" + operation + ")", cause);
    this.operation = operation;
    this.code = 0;
  }

  /**
   * Passes a result on, unless it is an error.
   *
   * @throws FFmpegException if the result is negative
   */
  public static int check(int result, String operation) throws FFmpegException {
    if (result < 0) {
      throw new FFmpegException(operation, result);
    }
    return result;
  }

  /** What FFmpeg says about one of its error codes. */
  public static String message(int code) {
    byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
    avutil.av_strerror(code, text, text.length);
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, UTF_8);
  }

  /** The function that failed, such as {@code "avcodec_open2"}. */
  public String operation() {
    return operation;
  }

  /** FFmpeg's (negative) error code, or 0. */
  public int code() {
    return code;
  }

  /** The system's error number, where the code is one; otherwise 0. */
  public int errno() {
    return code < 0 && code >= -MAX_ERRNO ? -code : 0;
  }
}
