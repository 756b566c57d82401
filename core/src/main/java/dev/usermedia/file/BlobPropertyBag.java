package dev.usermedia.file;

/**
 * How a {@link Blob} is made.
 *
 * @param type its media type; one that has other characters than those of ASCII that print counts
 *     as none
 * @param endings what becomes of line endings in text
 * @see <a href="https://www.w3.org/TR/FileAPI/#dfn-BlobPropertyBag">File API, BlobPropertyBag</a>
 */
public record BlobPropertyBag(String type, EndingType endings) {
  /** No type; line endings stay. */
  public static final BlobPropertyBag DEFAULT = new BlobPropertyBag("", EndingType.TRANSPARENT);

  /** A type; line endings stay. */
  public static BlobPropertyBag type(String type) {
    return new BlobPropertyBag(type, EndingType.TRANSPARENT);
  }
}
