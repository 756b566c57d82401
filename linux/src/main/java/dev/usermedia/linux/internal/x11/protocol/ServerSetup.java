package dev.usermedia.linux.internal.x11.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server says of itself when it accepts a client.
 *
 * @param littleEndian whether the least significant byte of a pixel comes first
 */
public record ServerSetup(
    int resourceIdBase, boolean littleEndian, List<PixmapFormat> formats, List<Screen> screens) {
  private static final int TRUE_COLOR = 4;

  /** How images of a depth are laid out. */
  public record PixmapFormat(int depth, int bitsPerPixel, int scanlinePadBits) {}

  /** How a window's pixels become colours. */
  public record Visual(
      int id, int depth, int visualClass, int redMask, int greenMask, int blueMask) {}

  /** A screen with its root window. */
  public record Screen(
      int root, int width, int height, int rootVisual, int rootDepth, List<Visual> visuals) {}

  /** Reads the setup that follows the first 8 bytes of the server's answer. */
  static ServerSetup parse(ByteBuffer in) {
    int resourceIdBase = in.getInt(4);
    int vendorBytes = Short.toUnsignedInt(in.getShort(16));
    int screenCount = Byte.toUnsignedInt(in.get(20));
    int formatCount = Byte.toUnsignedInt(in.get(21));
    boolean littleEndian = in.get(22) == 0;
    in.position(32 + ((vendorBytes + 3) & ~3));
    List<PixmapFormat> formats = new ArrayList<>();
    for (int i = 0; i < formatCount; i++) {
      int at = in.position();
      formats.add(new PixmapFormat(in.get(at), in.get(at + 1), in.get(at + 2)));
      in.position(at + 8);
    }
    List<Screen> screens = new ArrayList<>();
    for (int i = 0; i < screenCount; i++) {
      screens.add(screen(in));
    }
    return new ServerSetup(resourceIdBase, littleEndian, formats, screens);
  }

  /**
   * Why pixels of the depth and visual cannot be delivered as BGRX; empty if they can.
   *
   * @param visualId the window's visual
   */
  public String refusal(int depth, int visualId) {
    boolean fourBytes =
        formats.stream()
            .anyMatch(f -> f.depth == depth && f.bitsPerPixel == 32 && f.scanlinePadBits == 32);
    if (!fourBytes || depth < 24) {
      return "pixels of depth " + depth + " are not supported; depth 24 is";
    }
    if (!littleEndian) {
      return "the server's pixels are big-endian, which is not supported";
    }
    boolean bgr =
        screens.stream()
            .flatMap(s -> s.visuals.stream())
            .filter(v -> v.id == visualId)
            .anyMatch(
                v ->
                    v.visualClass == TRUE_COLOR
                        && v.redMask == 0xFF0000
                        && v.greenMask == 0xFF00
                        && v.blueMask == 0xFF);
    return bgr ? "" : "visual 0x" + Integer.toHexString(visualId) + " is not 8-bit TrueColor";
  }

  private static Screen screen(ByteBuffer in) {
    int at = in.position();
    int root = in.getInt(at);
    int width = Short.toUnsignedInt(in.getShort(at + 20));
    int height = Short.toUnsignedInt(in.getShort(at + 22));
    int rootVisual = in.getInt(at + 32);
    int rootDepth = in.get(at + 38);
    int depthCount = Byte.toUnsignedInt(in.get(at + 39));
    in.position(at + 40);
    List<Visual> visuals = new ArrayList<>();
    for (int i = 0; i < depthCount; i++) {
      int depth = in.get();
      int count = Short.toUnsignedInt(in.getShort(in.position() + 1));
      in.position(in.position() + 7);
      for (int j = 0; j < count; j++) {
        int v = in.position();
        visuals.add(
            new Visual(
                in.getInt(v),
                depth,
                in.get(v + 4),
                in.getInt(v + 8),
                in.getInt(v + 12),
                in.getInt(v + 16)));
        in.position(v + 24);
      }
    }
    return new Screen(root, width, height, rootVisual, rootDepth, List.copyOf(visuals));
  }
}
