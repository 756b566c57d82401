package dev.usermedia.linux.internal.pulse.libpulse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** {@code pa_operation}: a request that was sent. */
public final class PaOperation {
  /** {@code PA_OPERATION_RUNNING}: not answered yet. */
  private static final int RUNNING = 0;

  private static final MethodHandle GET_STATE =
      LibPulse.function("pa_operation_get_state", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle UNREF =
      LibPulse.function("pa_operation_unref", FunctionDescriptor.ofVoid(ADDRESS));

  private PaOperation() {}

  public static boolean isRunning(MemorySegment operation) {
    try {
      return (int) GET_STATE.invokeExact(operation) == RUNNING;
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Lets the operation go; it runs on if it is not done. */
  public static void unref(MemorySegment operation) {
    try {
      UNREF.invokeExact(operation);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }
}
