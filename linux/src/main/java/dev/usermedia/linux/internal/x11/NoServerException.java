package dev.usermedia.linux.internal.x11;

/** There is no display to be had; the message says why, in one line for a person. */
final class NoServerException extends Exception {
  private static final long serialVersionUID = 1L;

  NoServerException(String reason) {
    super("no X11 display: " + reason);
  }

  NoServerException(String reason, Throwable cause) {
    super("no X11 display: " + reason, cause);
  }
}
