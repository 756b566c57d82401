package dev.usermedia.internal.file;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Reads pieces one after another. Not for use by several threads. */
public final class PieceStream extends InputStream {
  private final Iterator<Piece> rest;
  private Piece piece = Piece.of(new byte[0]);
  private int at;

  public PieceStream(List<Piece> pieces) {
    this.rest = pieces.iterator();
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!advance()) {
      return -1;
    }
    int count = Math.min(length, piece.length() - at);
    piece.copyTo(at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return advance() ? piece.length() - at : 0;
  }

  /** To the piece that has the next byte; false if none has. */
  private boolean advance() {
    while (at == piece.length()) {
      if (!rest.hasNext()) {
        return false;
      }
      piece = rest.next();
      at = 0;
    }
    return true;
  }
}
