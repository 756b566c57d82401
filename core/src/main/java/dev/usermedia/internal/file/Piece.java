package dev.usermedia.internal.file;

import java.nio.ByteBuffer;

/** A stretch of bytes that nobody changes any more. */
public final class Piece {
  private final byte[] bytes;
  private final int offset;
  private final int length;

  private Piece(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  /** Bytes that the caller gives away. */
  public static Piece of(byte[] bytes) {
    return new Piece(bytes, 0, bytes.length);
  }

  /** A copy of what remains in a buffer, whose position stays. */
  public static Piece copyOf(ByteBuffer buffer) {
    byte[] copy = new byte[buffer.remaining()];
    buffer.get(buffer.position(), copy);
    return of(copy);
  }

  public int length() {
    return length;
  }

  /** The bytes from the first up to the last, which is left out; shared, not copied. */
  public Piece part(int first, int last) {
    return new Piece(bytes, offset + first, last - first);
  }

  /** Copies everything to a place in an array. */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, offset, target, at, length);
  }

  /** Copies so many bytes from a place of the piece to one in an array. */
  void copyTo(int from, byte[] target, int at, int count) {
    System.arraycopy(bytes, offset + from, target, at, count);
  }
}
