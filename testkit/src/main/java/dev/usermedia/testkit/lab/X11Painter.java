package dev.usermedia.testkit.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An X client that draws what a test then looks for: rectangles, windows and a pointer, in exact
 * pixels. It shares no code with the driver that captures them. Used by one thread at a time.
 *
 * <p>What was asked for is on the screen once {@link #sync} has returned; it throws if the server
 * refused any of it. Windows vanish when their painter closes; what was drawn on the screen stays.
 */
public final class X11Painter implements AutoCloseable {
  private static final int GC_FOREGROUND = 1 << 2;
  private static final int BACKGROUND_PIXEL = 1 << 1;
  private static final int BORDER_PIXEL = 1 << 3;
  private static final int CURSOR = 1 << 14;
  private static final int BORDER_RGB = 0xFF00FF;

  private final X11Client client;
  private final int root;
  private final int graphicsContext;

  X11Painter(X11Client client) throws IOException {
    this.client = client;
    this.root = client.root();
    this.graphicsContext = client.newId();
    client.request(55, 0).int32(graphicsContext, root, 0).send(); // CreateGC
    client.sync();
  }

  /** The screen's root window, to draw on. */
  public int root() {
    return root;
  }

  /** Fills a rectangle of a window, or of the {@linkplain #root screen}, with {@code 0xRRGGBB}. */
  public void fill(int window, int x, int y, int width, int height, int rgb) {
    client.request(56, 0).int32(graphicsContext, GC_FOREGROUND, rgb).send(); // ChangeGC
    client
        .request(70, 0) // PolyFillRectangle
        .int32(window, graphicsContext)
        .int16(x, y, width, height)
        .send();
  }

  /** A window on the screen, filled with {@code 0xRRGGBB}; to be {@linkplain #map mapped}. */
  public int createWindow(int x, int y, int width, int height, int borderWidth, int rgb) {
    int window = client.newId();
    client
        .request(1, 0) // CreateWindow, with its parent's depth
        .int32(window, root)
        .int16(x, y, width, height, borderWidth, 1) // InputOutput
        .int32(0, BACKGROUND_PIXEL | BORDER_PIXEL, rgb, BORDER_RGB)
        .send();
    return window;
  }

  /** Gives a window the name that a person reads. */
  public void title(int window, String title) throws IOException {
    int netWmName = client.atom("_NET_WM_NAME");
    int utf8String = client.atom("UTF8_STRING");
    client
        .request(18, 0) // ChangeProperty
        .int32(window, netWmName, utf8String, 8, title.getBytes(StandardCharsets.UTF_8).length)
        .text(title)
        .send();
  }

  /** Shows a window. */
  public void map(int window) {
    client.request(8, 0).int32(window).send();
  }

  /** Hides a window. */
  public void unmap(int window) {
    client.request(10, 0).int32(window).send();
  }

  /** Ends a window. */
  public void destroy(int window) {
    client.request(4, 0).int32(window).send();
  }

  /** Gives a window another place and size. */
  public void moveAndResize(int window, int x, int y, int width, int height) {
    client.request(12, 0).int32(window, 0b1111, x, y, width, height).send(); // ConfigureWindow
  }

  /** Moves the pointer to a place on the screen. */
  public void warpPointer(int x, int y) {
    client.request(41, 0).int32(0, root, 0, 0).int16(x, y).send(); // WarpPointer, from anywhere
  }

  /**
   * Makes the pointer a filled square of {@code 0xRRGGBB}, its hot spot in its upper left corner,
   * on the whole screen.
   */
  public void squarePointer(int size, int rgb) {
    int pixmap = client.newId();
    int gc = client.newId();
    int cursor = client.newId();
    client.request(53, 1).int32(pixmap, root).int16(size, size).send(); // CreatePixmap, 1 bit deep
    client.request(55, 0).int32(gc, pixmap, GC_FOREGROUND, 1).send(); // CreateGC
    client.request(70, 0).int32(pixmap, gc).int16(0, 0, size, size).send(); // PolyFillRectangle
    client
        .request(93, 0) // CreateCursor: its picture, its mask, their colours of 16 bits, hot spot
        .int32(cursor, pixmap, pixmap)
        .int16((rgb >> 16 & 0xFF) * 0x101, (rgb >> 8 & 0xFF) * 0x101, (rgb & 0xFF) * 0x101)
        .int16(0, 0, 0)
        .int16(0, 0)
        .send();
    client.request(2, 0).int32(root, CURSOR, cursor).send(); // ChangeWindowAttributes
  }

  /** The window that the keyboard is directed to. */
  public int focus() throws IOException {
    return client.request(43, 0).reply().getInt(8); // GetInputFocus
  }

  /** The windows on the screen, the lowest first. */
  public List<Integer> stack() throws IOException {
    ByteBuffer reply = client.request(15, 0).int32(root).reply(); // QueryTree
    List<Integer> windows = new ArrayList<>();
    for (int i = 0; i < Short.toUnsignedInt(reply.getShort(16)); i++) {
      windows.add(reply.getInt(32 + 4 * i));
    }
    return windows;
  }

  /** Says of the screen's window manager that it knows a hint. */
  public void supportHint(String hint) throws IOException {
    int netSupported = client.atom("_NET_SUPPORTED");
    int supported = client.atom(hint);
    client
        .request(18, 0) // ChangeProperty, one ATOM of 32 bits
        .int32(root, netSupported, 4, 32, 1, supported)
        .send();
  }

  /** The monitors that show the screen. */
  public X11Monitors monitors() {
    return new X11Monitors(client);
  }

  /** Returns once the server has done all that was asked. */
  public void sync() throws IOException {
    client.sync();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
