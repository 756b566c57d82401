package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A request being written into a connection's buffer; the connection has one, used in turn. */
public final class X11Request {
  private final X11Connection connection;
  private final ByteBuffer out;
  private int start;

  X11Request(X11Connection connection, ByteBuffer out) {
    this.connection = connection;
    this.out = out;
  }

  /** Begins a request: its opcode and the byte after. */
  void begin(int opcode, int data) {
    start = out.position();
    out.put((byte) opcode).put((byte) data).putShort((short) 0);
  }

  /** Appends 8 bits. */
  public X11Request card8(int value) {
    out.put((byte) value);
    return this;
  }

  /** Appends 16 bits. */
  public X11Request card16(int value) {
    out.putShort((short) value);
    return this;
  }

  /** Appends 32 bits. */
  public X11Request card32(int value) {
    out.putInt(value);
    return this;
  }

  /** Appends bytes as they are. */
  public X11Request bytes(byte[] value) {
    out.put(value);
    return this;
  }

  /**
   * Ends the request. It leaves with the next wait for a reply, or when the buffer is full.
   *
   * @return its number, to wait for its reply with
   */
  public long send() throws IOException {
    Wire.pad(out); // requests begin at multiples of 4, too
    out.putShort(start + 2, (short) ((out.position() - start) / 4));
    return connection.sent();
  }
}
