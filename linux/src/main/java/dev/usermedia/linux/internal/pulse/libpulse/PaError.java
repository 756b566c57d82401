package dev.usermedia.linux.internal.pulse.libpulse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** {@code pa_error_code_t}, as far as we tell them apart, and the words for each. */
public final class PaError {
  /** {@code PA_ERR_ACCESS}. */
  public static final int ACCESS = 1;

  /** {@code PA_ERR_INVALID}: an argument makes no sense. */
  public static final int INVALID = 3;

  /** {@code PA_ERR_NOENTITY}: no such object. */
  public static final int NOENTITY = 5;

  /** {@code PA_ERR_CONNECTIONREFUSED}: nobody listens, or no server is known. */
  public static final int CONNECTIONREFUSED = 6;

  /** {@code PA_ERR_AUTHKEY}: the user's cookie cannot be read. */
  public static final int AUTHKEY = 9;

  /** {@code PA_ERR_CONNECTIONTERMINATED}: the server ended. */
  public static final int CONNECTIONTERMINATED = 11;

  /** {@code PA_ERR_KILLED}: the server took the object away. */
  public static final int KILLED = 12;

  /** {@code PA_ERR_INVALIDSERVER}: the address makes no sense. */
  public static final int INVALIDSERVER = 13;

  private static final MethodHandle STRERROR =
      LibPulse.function("pa_strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));

  private PaError() {}

  /** What the library says the error is. */
  public static String text(int errno) {
    try {
      return LibPulse.string((MemorySegment) STRERROR.invokeExact(errno));
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }
}
