package dev.usermedia.testkit.lab;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** The requests and replies of a small X client on a display that asks for no cookie. */
final class X11Client implements AutoCloseable {
  private static final int HEADER_BYTES = 32;

  private final SocketChannel channel;
  private final ByteBuffer out = buffer(1 << 16);
  private int nextId;
  private int root;

  private X11Client(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Connects.
   *
   * @param display as {@code ":99"}
   * @param screen the number of the screen whose {@link #root} is wanted
   */
  static X11Client connect(String display, int screen) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + display.substring(1)));
      X11Client client = new X11Client(channel);
      client.setUp(screen);
      return client;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  int root() {
    return root;
  }

  int newId() {
    return nextId++;
  }

  /** Begins a request: its opcode and the byte after. */
  Request request(int opcode, int data) {
    int start = out.position();
    out.put((byte) opcode).put((byte) data).putShort((short) 0);
    return new Request(start);
  }

  /** A request that is being written. */
  final class Request {
    private final int start;

    private Request(int start) {
      this.start = start;
    }

    Request int8(int... values) {
      for (int value : values) {
        out.put((byte) value);
      }
      return this;
    }

    Request int16(int... values) {
      for (int value : values) {
        out.putShort((short) value);
      }
      return this;
    }

    Request int32(int... values) {
      for (int value : values) {
        out.putInt(value);
      }
      return this;
    }

    Request text(String text) {
      out.put(text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    /** Ends it. */
    void send() {
      while ((out.position() - start) % 4 != 0) {
        out.put((byte) 0);
      }
      out.putShort(start + 2, (short) ((out.position() - start) / 4));
    }

    /** Ends it and waits for its reply; throws if the server refused any before it. */
    ByteBuffer reply() throws IOException {
      send();
      flush();
      return awaitReply();
    }
  }

  int atom(String name) throws IOException {
    return request(16, 0).int16(name.length(), 0).text(name).reply().getInt(8); // InternAtom
  }

  /** The opcode of an extension's requests. */
  int extension(String name) throws IOException {
    // QueryExtension
    return request(98, 0).int16(name.length(), 0).text(name).reply().get(9) & 0xFF;
  }

  /** Returns once the server has done all that was asked. */
  void sync() throws IOException {
    var _ = request(43, 0).reply(); // GetInputFocus
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
    int vendorBytes = (setup.getShort(16) + 3) & ~3;
    int at = 32 + vendorBytes + setup.get(21) * 8;
    for (int skipped = 0; skipped < screen; skipped++) {
      int depths = setup.get(at + 39);
      at += 40;
      for (int depth = 0; depth < depths; depth++) {
        at += 8 + setup.getShort(at + 2) * 24;
      }
    }
    root = setup.getInt(at);
  }

  private ByteBuffer awaitReply() throws IOException {
    String refusal = "";
    ByteBuffer in = read(HEADER_BYTES);
    while (in.get(0) != 1) {
      if (in.get(0) == 0 && refusal.isEmpty()) {
        refusal =
            "X error %d of request %d.%d, value %d"
                .formatted(in.get(1), in.get(10) & 0xFF, in.getShort(8), in.getInt(4));
      }
      in = read(HEADER_BYTES);
    }
    ByteBuffer whole = buffer(HEADER_BYTES + in.getInt(4) * 4).put(in);
    fill(whole);
    if (!refusal.isEmpty()) {
      throw new IOException(refusal);
    }
    return whole.flip();
  }

  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      int _ = channel.write(out);
    }
    out.clear();
  }

  private ByteBuffer read(int bytes) throws IOException {
    ByteBuffer buffer = buffer(bytes);
    fill(buffer);
    return buffer.flip();
  }

  private void fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the X server went away");
      }
    }
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
