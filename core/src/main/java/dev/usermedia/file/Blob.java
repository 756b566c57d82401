package dev.usermedia.file;

import dev.usermedia.DOMException;
import dev.usermedia.internal.file.BlobText;
import dev.usermedia.internal.file.Piece;
import dev.usermedia.internal.file.PieceStream;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Bytes with a media type. Immutable, so it may be used from any thread; a slice, and a blob of
 * blobs, share the bytes of what they are made of. The futures of the {@code Async} methods
 * complete on threads of their own.
 *
 * @see <a href="https://www.w3.org/TR/FileAPI/#blob-section">File API, Blob</a>
 */
public final class Blob implements BlobPart {
  private final List<Piece> pieces;
  private final long size;
  private final String type;

  /** Nothing. */
  public Blob() {
    this(List.of());
  }

  /** Parts one after another, without a type. */
  public Blob(List<? extends BlobPart> blobParts) {
    this(blobParts, BlobPropertyBag.DEFAULT);
  }

  /** Parts one after another. */
  public Blob(List<? extends BlobPart> blobParts, BlobPropertyBag options) {
    this(processed(blobParts, options.endings()), BlobText.mediaType(options.type()));
  }

  private Blob(List<Piece> pieces, String type) {
    this.pieces = List.copyOf(pieces);
    this.size = pieces.stream().mapToLong(Piece::length).sum();
    this.type = type;
  }

  /** The number of bytes. */
  public long size() {
    return size;
  }

  /** The media type in lower case, or the empty string. */
  public String type() {
    return type;
  }

  /** The same bytes without a type. */
  public Blob slice() {
    return slice(0);
  }

  /** The bytes from a place on, without a type. */
  public Blob slice(long start) {
    return slice(start, size);
  }

  /** The bytes between two places, without a type. */
  public Blob slice(long start, long end) {
    return slice(start, end, "");
  }

  /**
   * The bytes between two places.
   *
   * @param start the first byte; counted from the end if negative
   * @param end the byte behind the last; counted from the end if negative
   * @param contentType the slice's type
   */
  public Blob slice(long start, long end, String contentType) {
    long from = place(start);
    long to = Math.max(place(end), from);
    List<Piece> slice = new ArrayList<>();
    long offset = 0;
    for (Piece piece : pieces) {
      long first = Math.max(from - offset, 0);
      long last = Math.min(to - offset, piece.length());
      if (first < last) {
        slice.add(piece.part((int) first, (int) last));
      }
      offset += piece.length();
    }
    return new Blob(slice, BlobText.mediaType(contentType));
  }

  /** The bytes, to be read one after another; each call reads from the start. */
  public InputStream stream() {
    return new PieceStream(pieces);
  }

  /** The text that the bytes are in UTF-8, to be read one after another. */
  public Reader textStream() {
    return BlobText.reader(stream());
  }

  /** The text that the bytes are in UTF-8; what is no UTF-8 becomes U+FFFD. */
  public String text() {
    return BlobText.decode(bytes());
  }

  /** {@link #text} without waiting. */
  public CompletableFuture<String> textAsync() {
    return async(this::text);
  }

  /** A copy of the bytes. */
  public ByteBuffer arrayBuffer() {
    return ByteBuffer.wrap(bytes());
  }

  /** {@link #arrayBuffer} without waiting. */
  public CompletableFuture<ByteBuffer> arrayBufferAsync() {
    return async(this::arrayBuffer);
  }

  /**
   * A copy of the bytes.
   *
   * @throws DOMException {@code NotReadableError} if they are more than an array can hold
   */
  public byte[] bytes() {
    if (size > Integer.MAX_VALUE - 8) {
      throw new DOMException(size + " bytes fit in no array; read stream()", "NotReadableError");
    }
    byte[] all = new byte[(int) size];
    int at = 0;
    for (Piece piece : pieces) {
      piece.copyTo(all, at);
      at += piece.length();
    }
    return all;
  }

  /** {@link #bytes} without waiting. */
  public CompletableFuture<byte[]> bytesAsync() {
    return async(this::bytes);
  }

  @Override
  public String toString() {
    return "Blob[" + size + " bytes" + (type.isEmpty() ? "" : ", " + type) + "]";
  }

  /** A relative place as an absolute one within the bytes. */
  private long place(long relative) {
    return relative < 0 ? Math.max(size + relative, 0) : Math.min(relative, size);
  }

  /** Process blob parts. */
  private static List<Piece> processed(List<? extends BlobPart> parts, EndingType endings) {
    List<Piece> pieces = new ArrayList<>();
    for (BlobPart part : parts) {
      switch (part) {
        case Blob blob -> pieces.addAll(blob.pieces);
        case Bytes it -> pieces.add(Piece.copyOf(it.bytes()));
        case Text it ->
            pieces.add(Piece.of(BlobText.encode(it.text(), endings == EndingType.NATIVE)));
      }
    }
    pieces.removeIf(piece -> piece.length() == 0);
    return pieces;
  }

  /** Copying may take a while. */
  private static <T> CompletableFuture<T> async(Supplier<T> read) {
    return CompletableFuture.supplyAsync(read, Thread.ofVirtual().name("usermedia blob")::start);
  }
}
