package dev.usermedia.linux.internal.pulse;

import dev.usermedia.linux.internal.pulse.libpulse.PaError;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceException.Kind;

/** What goes wrong, in the words of {@link SourceException}. */
final class Failures {
  private static final String BACKEND = "pulse";

  private Failures() {}

  /** The server or the library said no. */
  static SourceException refused(String operation, String device, int errno) {
    Kind kind =
        switch (errno) {
          case PaError.NOENTITY, PaError.KILLED, PaError.CONNECTIONREFUSED -> Kind.NOT_FOUND;
          case PaError.ACCESS, PaError.AUTHKEY -> Kind.NOT_ALLOWED;
          default -> Kind.FAILED;
        };
    return new SourceException(kind, BACKEND, operation, device, errno, PaError.text(errno));
  }

  /** The device was unplugged, or its driver unloaded. */
  static SourceException gone(String operation, String device) {
    return new SourceException(
        Kind.NOT_FOUND, BACKEND, operation, device, "the microphone is gone");
  }

  /** Anything else. */
  static SourceException failed(String operation, String device, String message) {
    return new SourceException(Kind.FAILED, BACKEND, operation, device, message);
  }
}
