package dev.usermedia.spi;

import java.util.Optional;
import java.util.OptionalInt;

/** A failure of a device or of the library that drives it, in the backend's own terms. */
public final class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the application is told. */
  public enum Kind {
    /** The device is gone or was never there: {@code NotFoundError}. */
    NOT_FOUND,
    /** Somebody else has it: {@code NotReadableError} after other candidates were tried. */
    BUSY,
    /** The system refuses it to this process: {@code NotAllowedError}. */
    NOT_ALLOWED,
    /** Anything else: {@code NotReadableError} or {@code AbortError}. */
    FAILED
  }

  private final Kind kind;
  private final String backend;
  private final String operation;
  private final String device;
  private final int errno;

  /** A failure without an error number. */
  public SourceException(
      Kind kind, String backend, String operation, String device, String message) {
    this(kind, backend, operation, device, 0, message);
  }

  /**
   * A failure.
   *
   * @param backend the system behind the driver, such as {@code "pulse"} or {@code "x11"}
   * @param operation what was tried, such as {@code "pa_stream_connect_record"}
   * @param device the hardware id, or empty where no device is concerned
   * @param errno the system's error number, or 0
   */
  public SourceException(
      Kind kind, String backend, String operation, String device, int errno, String message) {
    super(
        backend
            + ": "
            + message
            + " ("
            + operation
            + (device.isEmpty() ? "" : " on " + device)
            + (errno == 0 ? "" : ", error " + errno)
            + ")");
    this.kind = kind;
    this.backend = backend;
    this.operation = operation;
    this.device = device;
    this.errno = errno;
  }

  public Kind kind() {
    return kind;
  }

  public String backend() {
    return backend;
  }

  public String operation() {
    return operation;
  }

  /** The hardware id, where a device is concerned. */
  public Optional<String> device() {
    return device.isEmpty() ? Optional.empty() : Optional.of(device);
  }

  /** The system's error number, where it gave one. */
  public OptionalInt errno() {
    return errno == 0 ? OptionalInt.empty() : OptionalInt.of(errno);
  }
}
