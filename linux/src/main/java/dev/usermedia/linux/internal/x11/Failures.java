package dev.usermedia.linux.internal.x11;

import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.spi.SourceException;
import java.io.IOException;

/** Failures in the terms of the interface for drivers. */
final class Failures {
  static final String BACKEND = "x11";

  private Failures() {}

  static SourceException failed(String operation, String device, String message) {
    return new SourceException(SourceException.Kind.FAILED, BACKEND, operation, device, message);
  }

  static SourceException notFound(String operation, String device, String message) {
    return new SourceException(SourceException.Kind.NOT_FOUND, BACKEND, operation, device, message);
  }

  /** A request that the server refused. */
  static SourceException refused(X11Exception error, String device) {
    return caused(
        new SourceException(
            SourceException.Kind.FAILED,
            BACKEND,
            error.request(),
            device,
            error.code(),
            error.name()),
        error);
  }

  /** A connection that ended. */
  static SourceException lost(IOException error, String device) {
    return caused(failed("read", device, "the connection to the server ended"), error);
  }

  static SourceException caused(SourceException failure, Throwable cause) {
    failure.initCause(cause);
    return failure;
  }
}
