package dev.usermedia.javascript;

import dev.usermedia.frame.VideoFrame;
import java.util.Optional;

/** Makes files of the pictures of a canvas. */
@FunctionalInterface
public interface PictureEncoder {
  /**
   * The bytes of a picture file.
   *
   * @param frame RGBA, readable until this method returns
   * @param type a MIME type in lower case, such as {@code "image/png"}
   * @param quality from 0 to 1, for types that lose something
   * @return empty if it does not know the type
   */
  Optional<byte[]> encode(VideoFrame frame, String type, double quality);

  /** An encoder that knows no type. */
  static PictureEncoder none() {
    return (frame, type, quality) -> Optional.empty();
  }
}
