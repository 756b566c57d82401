package dev.usermedia.internal.file;

import dev.usermedia.DOMException;
import dev.usermedia.file.Blob;
import dev.usermedia.file.BlobUrlStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A context's blob URL store. */
public final class ContextBlobUrls implements BlobUrlStore {
  private final String prefix;

  /** Guarded by itself, with {@code closed}; a leaf. */
  private final Map<String, Blob> entries = new HashMap<>();

  private boolean closed;

  /** URLs of an origin; one that is no scheme and host is opaque. */
  public ContextBlobUrls(String origin) {
    this.prefix = "blob:" + (origin.contains("://") ? origin : "null") + "/";
  }

  @Override
  public String createObjectURL(Blob blob) {
    String url = prefix + UUID.randomUUID();
    synchronized (entries) {
      if (closed) {
        throw new DOMException("the context is closed", "InvalidStateError");
      }
      entries.put(url, blob);
    }
    return url;
  }

  @Override
  public void revokeObjectURL(String url) {
    synchronized (entries) {
      entries.remove(withoutFragment(url));
    }
  }

  @Override
  public Optional<Blob> resolve(String url) {
    synchronized (entries) {
      return Optional.ofNullable(entries.get(withoutFragment(url)));
    }
  }

  /** All URLs stand for nothing from now on. */
  public void close() {
    synchronized (entries) {
      closed = true;
      entries.clear();
    }
  }

  private static String withoutFragment(String url) {
    int fragment = url.indexOf('#');
    return fragment < 0 ? url : url.substring(0, fragment);
  }
}
