package dev.usermedia.linux.internal.pulse.libpulse;

import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.TIMING_INFO;
import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.offset;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** {@code pa_timing_info} of a recording stream, read in place. */
public final class PaTimingInfo {
  private static final MethodHandle UPDATE =
      LibPulse.function(
          "pa_stream_update_timing_info",
          FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle GET =
      LibPulse.function("pa_stream_get_timing_info", FunctionDescriptor.of(ADDRESS, ADDRESS));

  private static final long SOURCE_USEC = offset(TIMING_INFO, "source_usec");
  private static final long PLAYING = offset(TIMING_INFO, "playing");
  private static final long WRITE_INDEX_CORRUPT = offset(TIMING_INFO, "write_index_corrupt");
  private static final long WRITE_INDEX = offset(TIMING_INFO, "write_index");
  private static final long READ_INDEX_CORRUPT = offset(TIMING_INFO, "read_index_corrupt");
  private static final long READ_INDEX = offset(TIMING_INFO, "read_index");

  private PaTimingInfo() {}

  /** Asks the server; returns the {@link PaOperation}, or null if it cannot be asked. */
  public static MemorySegment update(MemorySegment stream) {
    try {
      return (MemorySegment) UPDATE.invokeExact(stream, MemorySegment.NULL, MemorySegment.NULL);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** The last answer, belonging to the stream; null before the first. */
  public static MemorySegment get(MemorySegment stream) {
    try {
      MemorySegment info = (MemorySegment) GET.invokeExact(stream);
      return info.reinterpret(TIMING_INFO.byteSize());
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Whether the source ran and the indices can be trusted. */
  public static boolean isUsable(MemorySegment info) {
    return info.get(JAVA_INT, PLAYING) != 0
        && info.get(JAVA_INT, WRITE_INDEX_CORRUPT) == 0
        && info.get(JAVA_INT, READ_INDEX_CORRUPT) == 0;
  }

  /** How long before the answer the sound at the write index was captured, in microseconds. */
  public static long sourceLatencyUs(MemorySegment info) {
    return info.get(JAVA_LONG, SOURCE_USEC);
  }

  /** Bytes that the source had written and the client had not taken. */
  public static long queuedBytes(MemorySegment info) {
    return info.get(JAVA_LONG, WRITE_INDEX) - info.get(JAVA_LONG, READ_INDEX);
  }
}
