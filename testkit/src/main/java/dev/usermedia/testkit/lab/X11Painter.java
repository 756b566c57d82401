package dev.usermedia.testkit.lab;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * An X client that draws what a test then looks for: rectangles, windows and a pointer, in exact
 * pixels. It shares no code with the driver that captures them. Used by one thread at a time.
 *
 * <p>What was asked for is on the screen once {@link #sync} has returned; it throws if the server
 * refused any of it. Windows vanish when their painter closes; what was drawn on the screen stays.
 */
public final class X11Painter implements AutoCloseable {
  private static final int REPLY_BYTES = 32;
  private static final int GC_FOREGROUND = 1 << 2;

  private final SocketChannel channel;
  private final ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer in = ByteBuffer.allocate(REPLY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private int nextId;
  private int root;
  private int graphicsContext;

  private X11Painter(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Connects to a display of this machine that asks for no cookie.
   *
   * @param display as {@code ":99"}
   * @param screen the number of the screen to draw on
   */
  static X11Painter connect(String display, int screen) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + display.substring(1)));
      X11Painter painter = new X11Painter(channel);
      painter.setUp(screen);
      return painter;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The screen's root window, to draw on. */
  public int root() {
    return root;
  }

  /** Fills a rectangle of a window, or of the {@linkplain #root screen}, with {@code 0xRRGGBB}. */
  public void fill(int window, int x, int y, int width, int height, int rgb) {
    begin(56, 0).putInt(graphicsContext).putInt(GC_FOREGROUND).putInt(rgb); // ChangeGC
    end();
    begin(70, 0).putInt(window).putInt(graphicsContext); // PolyFillRectangle
    out.putShort((short) x).putShort((short) y);
    out.putShort((short) width).putShort((short) height);
    end();
  }

  /** A window on the screen, filled with {@code 0xRRGGBB}; to be {@linkplain #map mapped}. */
  public int createWindow(int x, int y, int width, int height, int borderWidth, int rgb) {
    int window = nextId++;
    begin(1, 0).putInt(window).putInt(root); // CreateWindow with its parent's depth
    out.putShort((short) x).putShort((short) y);
    out.putShort((short) width).putShort((short) height);
    out.putShort((short) borderWidth).putShort((short) 1); // InputOutput
    out.putInt(0).putInt(1 << 1 | 1 << 3).putInt(rgb).putInt(0xFF00FF); // background, border
    end();
    return window;
  }

  /** Gives a window the name that a person reads. */
  public void title(int window, String title) throws IOException {
    int netWmName = atom("_NET_WM_NAME");
    int utf8String = atom("UTF8_STRING");
    byte[] text = title.getBytes(StandardCharsets.UTF_8);
    begin(18, 0).putInt(window).putInt(netWmName).putInt(utf8String); // ChangeProperty
    out.putInt(8).putInt(text.length).put(text);
    end();
  }

  /** Shows a window. */
  public void map(int window) {
    begin(8, 0).putInt(window);
    end();
  }

  /** Hides a window. */
  public void unmap(int window) {
    begin(10, 0).putInt(window);
    end();
  }

  /** Ends a window. */
  public void destroy(int window) {
    begin(4, 0).putInt(window);
    end();
  }

  /** Gives a window another place and size. */
  public void moveAndResize(int window, int x, int y, int width, int height) {
    begin(12, 0).putInt(window).putInt(0b1111).putInt(x).putInt(y).putInt(width).putInt(height);
    end();
  }

  /** Moves the pointer to a place on the screen. */
  public void warpPointer(int x, int y) {
    begin(41, 0).putInt(0).putInt(root).putInt(0).putInt(0); // WarpPointer from anywhere
    out.putShort((short) x).putShort((short) y);
    end();
  }

  /**
   * Makes the pointer a filled square of {@code 0xRRGGBB}, its hot spot in its upper left corner,
   * on the whole screen.
   */
  public void squarePointer(int size, int rgb) {
    int pixmap = nextId++;
    int gc = nextId++;
    int cursor = nextId++;
    begin(53, 1).putInt(pixmap).putInt(root); // CreatePixmap of depth 1
    out.putShort((short) size).putShort((short) size);
    end();
    begin(55, 0).putInt(gc).putInt(pixmap).putInt(GC_FOREGROUND).putInt(1); // CreateGC
    end();
    begin(70, 0).putInt(pixmap).putInt(gc).putInt(0); // PolyFillRectangle
    out.putShort((short) size).putShort((short) size);
    end();
    begin(93, 0).putInt(cursor).putInt(pixmap).putInt(pixmap); // CreateCursor
    for (int shift = 16; shift >= 0; shift -= 8) {
      out.putShort((short) ((rgb >> shift & 0xFF) * 0x101));
    }
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0); // back colour: not shown
    out.putShort((short) 0).putShort((short) 0);
    end();
    begin(2, 0).putInt(root).putInt(1 << 14).putInt(cursor); // ChangeWindowAttributes
    end();
  }

  /** Returns once the server has done all that was asked. */
  public void sync() throws IOException {
    begin(43, 0); // GetInputFocus, for its reply
    end();
    awaitReply();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void setUp(int screen) throws IOException {
    out.put((byte) 'l').put((byte) 0).putShort((short) 11).putShort((short) 0);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    flush();
    ByteBuffer head = read(8);
    if (head.get(0) != 1) {
      throw new IOException("the X server refused the connection");
    }
    ByteBuffer setup = read((head.getShort(6) & 0xFFFF) * 4);
    nextId = setup.getInt(4);
    int vendorBytes = setup.getShort(16) + 3 & ~3;
    int at = 32 + vendorBytes + setup.get(21) * 8;
    for (int skipped = 0; skipped < screen; skipped++) {
      int depths = setup.get(at + 39);
      at += 40;
      for (int depth = 0; depth < depths; depth++) {
        at += 8 + setup.getShort(at + 2) * 24;
      }
    }
    root = setup.getInt(at);
    graphicsContext = nextId++;
    begin(55, 0).putInt(graphicsContext).putInt(root).putInt(0); // CreateGC
    end();
    sync();
  }

  private int atom(String name) throws IOException {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    begin(16, 0).putShort((short) text.length).putShort((short) 0).put(text); // InternAtom
    end();
    awaitReply();
    return in.getInt(8);
  }

  private ByteBuffer begin(int opcode, int data) {
    out.mark();
    return out.put((byte) opcode).put((byte) data).putShort((short) 0);
  }

  private void end() {
    int last = out.position();
    int start = out.reset().position();
    int words = (last - start + 3) / 4;
    out.putShort(start + 2, (short) words).position(start + words * 4);
  }

  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    out.clear();
  }

  /** Sends everything; leaves the next reply in {@code in}, passing over events. */
  private void awaitReply() throws IOException {
    flush();
    while (true) {
      fill(in.clear());
      switch (in.get(0)) {
        case 0 ->
            throw new IOException(
                "X error " + in.get(1) + " of request " + in.get(10) + ", value " + in.getInt(4));
        case 1 -> {
          return;
        }
        default -> {}
      }
    }
  }

  private ByteBuffer read(int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    fill(buffer);
    return buffer;
  }

  private void fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the X server went away");
      }
    }
  }
}
