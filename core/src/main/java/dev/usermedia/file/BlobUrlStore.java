package dev.usermedia.file;

import java.util.Optional;

/**
 * The URLs that stand for blobs in one context, until they are revoked or the context is closed.
 * Safe for use from any thread.
 *
 * <p>On the Web these are static methods of {@code URL}. Only blobs have such URLs: the one of a
 * {@code MediaStream} was taken out of the standard, and there is no method that takes one.
 *
 * @see <a href="https://www.w3.org/TR/FileAPI/#blob-url">File API, A URL for Blob and MediaSource
 *     reference</a>
 */
public interface BlobUrlStore {
  /**
   * A new URL, such as {@code blob:https://example.org/9115d58c-bcda-ff47-86e5-083e9a215304}. The
   * blob is kept for as long as the URL is good.
   *
   * @throws dev.usermedia.DOMException {@code InvalidStateError} if the context is closed
   */
  String createObjectURL(Blob blob);

  /** Makes a URL stand for nothing; one that does not stand for a blob is left alone. */
  void revokeObjectURL(String url);

  /** The blob that a URL stands for, with or without a fragment. */
  Optional<Blob> resolve(String url);
}
