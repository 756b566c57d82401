package dev.usermedia.codecs.internal.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What FFmpeg calls back. All callbacks are linked with one shape, of which every function of at
 * most two addresses or numbers and an {@code int} is a case: on the machines that FFmpeg's jars
 * are for, these are passed in registers, and what a caller does not pass or does not take is left
 * alone. A shape of its own for each would cost every start 10 ms of generated classes.
 */
@FunctionalInterface
public interface NativeCallback {
  /**
   * Called by FFmpeg, on any of its threads. An exception here would end the process.
   *
   * @param first the first argument: an address or a number
   * @param second the second; undefined if the caller passes none
   * @param third the third; undefined likewise
   * @return an address or a number, of which the caller takes as many bits as it knows
   */
  long call(long first, long second, int third);

  /** The address of a function that makes this call while the arena is alive. */
  default MemorySegment stub(Arena arena) {
    return Linking.NATIVE.upcallStub(Linking.CALL.bindTo(this), Linking.SHAPE, arena);
  }

  /** What all share, looked up once. */
  final class Linking {
    private static final Linker NATIVE = Linker.nativeLinker();
    private static final FunctionDescriptor SHAPE =
        FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CALL = find();

    private Linking() {}

    private static MethodHandle find() {
      MethodType type = MethodType.methodType(long.class, long.class, long.class, int.class);
      try {
        return MethodHandles.lookup().findVirtual(NativeCallback.class, "call", type);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }
}
