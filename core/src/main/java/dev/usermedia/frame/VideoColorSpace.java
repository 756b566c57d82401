package dev.usermedia.frame;

/**
 * What the numbers of a picture mean as colours. Names are those of WebCodecs ({@code "bt709"},
 * {@code "smpte170m"}, {@code "iec61966-2-1"}, {@code "rgb"}); the empty string where it is not
 * known.
 *
 * @see <a href="https://www.w3.org/TR/webcodecs/#videocolorspace">WebCodecs, VideoColorSpace</a>
 */
public record VideoColorSpace(String primaries, String transfer, String matrix, boolean fullRange) {
  /** BT.601 in the limited range: what webcams and this project's test pattern carry. */
  public static final VideoColorSpace REC601 =
      new VideoColorSpace("smpte170m", "smpte170m", "smpte170m", false);

  /** BT.709 in the limited range. */
  public static final VideoColorSpace REC709 =
      new VideoColorSpace("bt709", "bt709", "bt709", false);

  /** sRGB: what screens show. */
  public static final VideoColorSpace SRGB =
      new VideoColorSpace("bt709", "iec61966-2-1", "rgb", true);
}
