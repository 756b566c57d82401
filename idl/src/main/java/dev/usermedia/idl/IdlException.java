package dev.usermedia.idl;

/** Text that is not Web IDL, or definitions that do not fit together. */
public final class IdlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure, with the place in the message. */
  public IdlException(String message) {
    super(message);
  }
}
