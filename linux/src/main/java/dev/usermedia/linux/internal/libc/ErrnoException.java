package dev.usermedia.linux.internal.libc;

import java.io.IOException;

/** A system call that failed. */
public final class ErrnoException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String function;
  private final int errno;

  ErrnoException(String function, int errno) {
    super(function + " failed with error " + errno);
    this.function = function;
    this.errno = errno;
  }

  /** The function, such as {@code "shmget"}. */
  public String function() {
    return function;
  }

  /** The error's number, as in errno(3). */
  public int errno() {
    return errno;
  }
}
