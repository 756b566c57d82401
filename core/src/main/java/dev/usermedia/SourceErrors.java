package dev.usermedia;

import dev.usermedia.spi.SourceException;

/** What an application is told of a backend's failure. */
final class SourceErrors {
  private SourceErrors() {}

  static DOMException toDomException(SourceException cause) {
    String name =
        switch (cause.kind()) {
          case NOT_FOUND -> "NotFoundError";
          case NOT_ALLOWED -> "NotAllowedError";
          case BUSY, FAILED -> "NotReadableError";
        };
    return new DOMException(String.valueOf(cause.getMessage()), name, cause);
  }
}
