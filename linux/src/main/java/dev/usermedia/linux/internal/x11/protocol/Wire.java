package dev.usermedia.linux.internal.x11.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;

/** Bytes to and from the server; this client speaks little-endian whatever the machine. */
final class Wire {
  private Wire() {}

  static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Requests, and the texts in them, are padded to 4 bytes. */
  static void pad(ByteBuffer buffer) {
    while (buffer.position() % 4 != 0) {
      buffer.put((byte) 0);
    }
  }

  /** Writes what remains in the buffer. */
  static void write(SocketChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Reads until nothing remains of the buffer. */
  static void fill(SocketChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the X server went away");
      }
    }
  }
}
