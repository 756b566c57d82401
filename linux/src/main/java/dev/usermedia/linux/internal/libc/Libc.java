package dev.usermedia.linux.internal.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * Finds functions of the C library, and turns the {@code errno} that they leave into exceptions.
 */
final class Libc {
  /** {@code size_t} of the machines that this project runs on. */
  static final ValueLayout.OfLong SIZE_T = ValueLayout.JAVA_LONG;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private Libc() {}

  /** A call that returns -1 when it fails, given the memory that takes the {@code errno}. */
  @FunctionalInterface
  interface Call {
    long invoke(MemorySegment callState) throws Throwable;
  }

  /** A function that reports errors through {@code errno}: its first argument is a call's state. */
  static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        descriptor,
        Linker.Option.captureCallState("errno"));
  }

  /** Calls, and returns what the function returned unless that is -1. */
  static long call(String function, Call call) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      long result = call.invoke(state);
      if (result == -1) {
        throw new ErrnoException(function, (int) ERRNO.get(state, 0L));
      }
      return result;
    } catch (ErrnoException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e); // downcalls throw nothing of their own
    }
  }
}
