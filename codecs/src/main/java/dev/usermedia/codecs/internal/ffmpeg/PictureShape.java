package dev.usermedia.codecs.internal.ffmpeg;

import dev.usermedia.frame.VideoColorSpace;

/**
 * What a scaler has to know of a picture.
 *
 * @param format an {@code AV_PIX_FMT}
 * @param colors what its numbers mean; an unspecified matrix counts as BT.601
 */
public record PictureShape(int format, int width, int height, ColorTags colors) {
  /** The shape of what the frame shows. */
  public static PictureShape of(NativeFrame picture) {
    return new PictureShape(picture.format(), picture.width(), picture.height(), picture.colors());
  }

  /** A shape in one of our colour spaces. */
  public static PictureShape of(int format, int width, int height, VideoColorSpace colors) {
    return new PictureShape(format, width, height, ColorTags.of(colors));
  }

  /** The same with the matrix that it counts as. */
  public PictureShape withMatrix() {
    return new PictureShape(format, width, height, colors.withMatrix());
  }
}
