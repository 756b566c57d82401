package dev.usermedia.codecs.internal.recorder;

import dev.usermedia.DOMException;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** The names that the Web gives to what goes wrong with a recording. */
public final class Failures {
  private Failures() {}

  /** What went wrong, with it as the cause. */
  public static DOMException toDOMException(Throwable e) {
    return switch (e) {
      case DOMException named -> named;
      case FileAlreadyExistsException x ->
          new DOMException(x.getFile() + " exists", "NoModificationAllowedError", x);
      case NoSuchFileException x ->
          new DOMException("there is no directory for " + x.getFile(), "NotFoundError", x);
      case AccessDeniedException x ->
          new DOMException(x.getFile() + " may not be written to", "NotAllowedError", x);
      case IOException x when isFull(x) ->
          new DOMException(
              "there is no space left where the recording is written", "QuotaExceededError", x);
      case IOException x ->
          new DOMException("the recording cannot be written: " + text(x), "UnknownError", x);
      case FFmpegException x -> new DOMException(text(x), "EncodingError", x);
      default -> new DOMException("the recorder failed: " + e, "UnknownError", e);
    };
  }

  /** The JDK tells only in words. */
  private static boolean isFull(IOException e) {
    String words = text(e).toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("quota exceeded");
  }

  private static String text(Exception e) {
    if (e instanceof FileSystemException x && x.getReason() != null) {
      return x.getFile() + ": " + x.getReason();
    }
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }
}
