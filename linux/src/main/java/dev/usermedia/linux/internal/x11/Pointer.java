package dev.usermedia.linux.internal.x11;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.usermedia.linux.internal.x11.protocol.Core;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.linux.internal.x11.protocol.XFixes;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Draws the pointer, which is no part of a screen's pixels, into pictures before they are shown.
 */
final class Pointer {
  /** How long the pointer is still shown after it moved, where only motion is to show it. */
  private static final long MOTION_US = 1_000_000;

  private static final ValueLayout.OfInt PIXEL =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final int PIXELS_OFFSET = 32;

  private final X11Connection connection;
  private final Core core;
  private final Optional<XFixes> fixes;
  private long placeRequest;
  private long imageRequest;
  private boolean seen;
  private int lastX;
  private int lastY;
  private boolean moved;
  private long movedUs;

  Pointer(X11Connection connection) throws IOException, X11Exception {
    this.connection = connection;
    this.core = new Core(connection);
    this.fixes = XFixes.query(connection);
  }

  /** Asks where the pointer is and what it looks like. */
  void request(View view) throws IOException {
    placeRequest = core.queryPointer(view.pointerWindow());
    imageRequest = fixes.orElseThrow().getCursorImage();
  }

  /**
   * Waits for the answers and draws.
   *
   * @param plane rows of the view's width, without padding
   * @param onlyMoving whether a pointer at rest is left out
   */
  void draw(MemorySegment plane, View view, boolean onlyMoving, long nowUs)
      throws IOException, X11Exception {
    ByteBuffer place = connection.reply(placeRequest);
    boolean here = place.get(1) != 0;
    int x = place.getShort(20) - view.pointerX();
    int y = place.getShort(22) - view.pointerY();
    noteMotion(place.getShort(16), place.getShort(18), nowUs);
    if (!here || (onlyMoving && !(moved && nowUs - movedUs < MOTION_US))) {
      return;
    }
    ByteBuffer image;
    try {
      image = connection.reply(imageRequest);
    } catch (X11Exception e) {
      return; // BadCursor: the pointer has no picture
    }
    blend(image, x, y, plane, view);
  }

  private void noteMotion(int screenX, int screenY, long nowUs) {
    if (seen && (screenX != lastX || screenY != lastY)) {
      moved = true;
      movedUs = nowUs;
    }
    seen = true;
    lastX = screenX;
    lastY = screenY;
  }

  /** Lays the pointer's picture over that of the screen. */
  private static void blend(ByteBuffer image, int x, int y, MemorySegment plane, View view) {
    int width = image.getShort(12) & 0xFFFF;
    int height = image.getShort(14) & 0xFFFF;
    int left = x - (image.getShort(16) & 0xFFFF); // hot spot
    int top = y - (image.getShort(18) & 0xFFFF);
    int firstColumn = Math.max(0, -left);
    int endColumn = Math.min(width, view.width() - left);
    int endRow = Math.min(height, view.height() - top);
    for (int row = Math.max(0, -top); row < endRow; row++) {
      long target = ((long) (top + row) * view.width() + left + firstColumn) * PIXEL.byteSize();
      int source = PIXELS_OFFSET + (row * width + firstColumn) * Integer.BYTES;
      for (int column = firstColumn; column < endColumn; column++) {
        int pixel = image.getInt(source);
        if (pixel != 0) {
          plane.set(PIXEL, target, over(pixel, plane.get(PIXEL, target)));
        }
        target += PIXEL.byteSize();
        source += Integer.BYTES;
      }
    }
  }

  /** A pixel with its alpha multiplied in over an opaque one. */
  static int over(int pixel, int below) {
    int rest = 255 - (pixel >>> 24);
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int channel = (pixel >>> shift & 0xFF) + ((below >>> shift & 0xFF) * rest + 127) / 255;
      sum |= Math.min(channel, 255) << shift;
    }
    return sum;
  }
}
