package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;

/** The server does not let this process in. */
public final class X11RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  X11RefusedException(String reason) {
    super(reason);
  }
}
