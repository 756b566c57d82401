package dev.usermedia.javascript.internal.bridge;

import java.nio.ByteBuffer;

/** Bytes on their way to a script. */
final class Buffers {
  private Buffers() {}

  /** A copy in memory that the language reads in bulk. */
  static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
