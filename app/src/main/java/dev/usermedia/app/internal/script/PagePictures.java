package dev.usermedia.app.internal.script;

import dev.usermedia.codecs.PhotoEncoder;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.javascript.PictureEncoder;
import java.util.Optional;

/** Makes files of a canvas's pictures as photos are made. */
final class PagePictures implements PictureEncoder {
  @Override
  public Optional<byte[]> encode(VideoFrame frame, String type, double quality) {
    return switch (type) {
      case "image/png" -> Optional.of(PhotoEncoder.png(frame));
      case "image/jpeg" -> Optional.of(PhotoEncoder.jpeg(frame, quality));
      default -> Optional.empty();
    };
  }
}
