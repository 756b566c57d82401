package dev.usermedia.file;

import java.nio.ByteBuffer;

/**
 * What a {@link Blob} is made of: bytes, text, or another blob.
 *
 * @see <a href="https://www.w3.org/TR/FileAPI/#typedefdef-blobpart">File API, BlobPart</a>
 */
public sealed interface BlobPart permits Blob, BlobPart.Bytes, BlobPart.Text {
  /** A buffer's bytes from its position to its limit, which are copied when the blob is made. */
  record Bytes(ByteBuffer bytes) implements BlobPart {}

  /** Text, which becomes UTF-8; surrogates without their like become U+FFFD. */
  record Text(String text) implements BlobPart {}

  /** Bytes, which are copied when the blob is made. */
  static BlobPart of(byte[] bytes) {
    return new Bytes(ByteBuffer.wrap(bytes));
  }

  /** A buffer's bytes from its position to its limit, which are copied when the blob is made. */
  static BlobPart of(ByteBuffer bytes) {
    return new Bytes(bytes);
  }

  /** Text, which becomes UTF-8. */
  static BlobPart of(String text) {
    return new Text(text);
  }
}
