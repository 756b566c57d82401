package dev.usermedia.internal.synthetic;

import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;
import java.util.IdentityHashMap;

/**
 * Draws the test pattern into the buffers of one pool. A buffer is drawn whole the first time;
 * after that only what differs from the picture it carried before. Used by one thread.
 */
final class PicturePainter {
  private static final Ink[] BARS = {
    Ink.BAR_WHITE, Ink.BAR_YELLOW, Ink.BAR_CYAN, Ink.BAR_GREEN,
    Ink.BAR_MAGENTA, Ink.BAR_RED, Ink.BAR_BLUE, Ink.BAR_BLACK
  };

  /** Widths of the pointer's rows, from its tip down. */
  private static final int[] POINTER = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 8, 6, 4, 2};

  private static final int POINTER_WIDTH = 12;
  private static final int NOWHERE = -1;

  private final Canvas canvas;
  private final PictureGeometry geometry;
  private final int source;
  private final int[] edges;
  private final int[] code = new int[PictureCode.ROWS];
  private final IdentityHashMap<VideoFrameBuffer, Drawn> drawn = new IdentityHashMap<>();

  /** What a buffer carries. */
  private static final class Drawn {
    final int[] code = {NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE};
    boolean flash;
    int boxX;
    int pointerX = NOWHERE;
  }

  /**
   * A painter for pictures of one layout.
   *
   * @param hardwareId of the device, for the code
   */
  PicturePainter(VideoLayout layout, String hardwareId) {
    canvas = new Canvas(layout);
    geometry = new PictureGeometry(canvas.width(), canvas.height());
    source = PictureCode.sourceOf(hardwareId);
    edges = geometry.codeEdges();
  }

  /**
   * Draws a picture.
   *
   * @param timeUs when it is due
   * @param pointer whether the pointer is to be seen
   */
  void paint(VideoFrameBuffer buffer, int number, long timeUs, boolean flash, boolean pointer) {
    Drawn state = drawn.get(buffer);
    if (state == null) {
      state = new Drawn();
      drawn.put(buffer, state);
      paintStill(buffer);
    }
    paintCode(buffer, state, number, timeUs);
    paintBox(buffer, state, geometry.boxX(timeUs));
    paintFlash(buffer, state, flash, pointer ? geometry.pointerX(timeUs) : NOWHERE);
  }

  private void paintStill(VideoFrameBuffer buffer) {
    canvas.fill(buffer, 0, 0, canvas.width(), canvas.height(), Ink.GRAY);
    int columns = PictureGeometry.COLUMNS / BARS.length;
    for (int bar = 0; bar < BARS.length; bar++) {
      // coloured from an even pixel on, as neighbours may share their chroma
      int x = geometry.x(bar * columns) & ~1;
      int end = bar + 1 < BARS.length ? geometry.x((bar + 1) * columns) & ~1 : canvas.width();
      canvas.fill(buffer, x, 0, end - x, geometry.y(PictureGeometry.CODE_TOP), BARS[bar]);
    }
    fillFlash(buffer, Ink.BLACK);
    fillBox(buffer, 0, Ink.WHITE);
  }

  private void paintCode(VideoFrameBuffer buffer, Drawn state, int number, long timeUs) {
    PictureCode.encode(number, Math.floorDiv(timeUs, 1000L), source, code);
    for (int row = 0; row < code.length; row++) {
      if (code[row] != state.code[row]) {
        int y = geometry.y(PictureGeometry.CODE_TOP + row);
        int end = geometry.y(PictureGeometry.CODE_TOP + row + 1);
        // sync: white left and black right in the first row, and alternating from there
        int left = row % 2 == 0 ? 1 : 0;
        int bits = left << (PictureCode.COLUMNS + 1) | code[row] << 1 | 1 - left;
        canvas.fillCells(buffer, edges, y, end - y, bits);
        state.code[row] = code[row];
      }
    }
  }

  private void paintBox(VideoFrameBuffer buffer, Drawn state, int x) {
    if (x != state.boxX) {
      fillBox(buffer, state.boxX, Ink.GRAY);
      fillBox(buffer, x, Ink.WHITE);
      state.boxX = x;
    }
  }

  private void paintFlash(VideoFrameBuffer buffer, Drawn state, boolean flash, int pointerX) {
    Ink ink = flash ? Ink.WHITE : Ink.BLACK;
    if (flash != state.flash) {
      fillFlash(buffer, ink);
    } else if (pointerX == state.pointerX) {
      return;
    } else if (state.pointerX != NOWHERE) {
      int y = geometry.pointerY();
      canvas.fillGray(buffer, state.pointerX, y, POINTER_WIDTH, POINTER.length, ink);
    }
    if (pointerX != NOWHERE) {
      paintPointer(buffer, pointerX);
    }
    state.flash = flash;
    state.pointerX = pointerX;
  }

  private void paintPointer(VideoFrameBuffer buffer, int x) {
    for (int row = 0; row < POINTER.length; row++) {
      int y = geometry.pointerY() + row;
      canvas.fillGray(buffer, x, y, POINTER[row], 1, Ink.BLACK);
      if (POINTER[row] > 4) {
        canvas.fillGray(buffer, x + 2, y, POINTER[row] - 4, 1, Ink.WHITE);
      }
    }
  }

  private void fillFlash(VideoFrameBuffer buffer, Ink ink) {
    int x = geometry.x(PictureGeometry.FLASH_LEFT);
    int y = geometry.y(PictureGeometry.FLASH_TOP);
    int width = geometry.x(PictureGeometry.FLASH_RIGHT) - x;
    int height = geometry.y(PictureGeometry.FLASH_BOTTOM) - y;
    canvas.fillGray(buffer, x, y, width, height, ink);
  }

  private void fillBox(VideoFrameBuffer buffer, int x, Ink ink) {
    int y = geometry.y(PictureGeometry.STRIP_TOP + 1);
    int height = geometry.y(PictureGeometry.STRIP_TOP + 2) - y;
    canvas.fillGray(buffer, x, y, geometry.boxWidth(), height, ink);
  }
}
