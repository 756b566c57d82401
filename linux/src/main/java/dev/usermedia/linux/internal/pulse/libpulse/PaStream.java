package dev.usermedia.linux.internal.pulse.libpulse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** {@code pa_stream}, as far as recording needs it. */
public final class PaStream {
  /** {@code PA_STREAM_READY}. */
  public static final int READY = 2;

  /** {@code PA_STREAM_FAILED}. */
  public static final int FAILED = 3;

  /** {@code PA_STREAM_TERMINATED}. */
  public static final int TERMINATED = 4;

  /** {@code PA_STREAM_NO_REMAP_CHANNELS}: channels by their order, never mixed. */
  public static final int NO_REMAP_CHANNELS = 0x0010;

  /** {@code PA_STREAM_DONT_MOVE}: ends with its device instead of moving to another. */
  public static final int DONT_MOVE = 0x0200;

  /** {@code PA_STREAM_ADJUST_LATENCY}: the device is to meet the fragment size as a whole. */
  public static final int ADJUST_LATENCY = 0x2000;

  private static final MethodHandle NEW =
      LibPulse.function(
          "pa_stream_new", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle CONNECT_RECORD =
      LibPulse.function(
          "pa_stream_connect_record",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle GET_STATE =
      LibPulse.function("pa_stream_get_state", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle IS_SUSPENDED =
      LibPulse.function("pa_stream_is_suspended", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle GET_DEVICE_INDEX =
      LibPulse.function("pa_stream_get_device_index", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle READABLE_SIZE =
      LibPulse.function("pa_stream_readable_size", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
  private static final MethodHandle PEEK =
      LibPulse.function(
          "pa_stream_peek", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle DROP =
      LibPulse.function("pa_stream_drop", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle DISCONNECT =
      LibPulse.function("pa_stream_disconnect", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle UNREF =
      LibPulse.function("pa_stream_unref", FunctionDescriptor.ofVoid(ADDRESS));

  private PaStream() {}

  /** A stream of a {@code pa_sample_spec} and a {@code pa_channel_map}; null if they are unfit. */
  public static MemorySegment create(
      MemorySegment context, MemorySegment name, MemorySegment spec, MemorySegment map) {
    try {
      return (MemorySegment) NEW.invokeExact(context, name, spec, map);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Starts recording from a source of that name. */
  public static boolean connectRecord(
      MemorySegment stream, MemorySegment source, MemorySegment bufferAttr, int flags) {
    try {
      return (int) CONNECT_RECORD.invokeExact(stream, source, bufferAttr, flags) >= 0;
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  public static int state(MemorySegment stream) {
    try {
      return (int) GET_STATE.invokeExact(stream);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Whether the source of a stream that is ready delivers nothing for the time being. */
  public static boolean isSuspended(MemorySegment stream) {
    try {
      return (int) IS_SUSPENDED.invokeExact(stream) > 0;
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Index of the source that a stream that is ready records from. */
  public static int deviceIndex(MemorySegment stream) {
    try {
      return (int) GET_DEVICE_INDEX.invokeExact(stream);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Bytes that can be peeked at. */
  public static long readableSizeBytes(MemorySegment stream) {
    try {
      return (long) READABLE_SIZE.invokeExact(stream);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /**
   * Shows the next fragment without taking it.
   *
   * @param data receives a {@code const void *}; null over a hole
   * @param sizeBytes receives a {@code size_t}; 0 if there is nothing
   */
  public static boolean peek(MemorySegment stream, MemorySegment data, MemorySegment sizeBytes) {
    try {
      return (int) PEEK.invokeExact(stream, data, sizeBytes) >= 0;
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Takes the fragment that was shown. */
  public static boolean drop(MemorySegment stream) {
    try {
      return (int) DROP.invokeExact(stream) >= 0;
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Disconnects and lets the stream go; not yet or no longer connected is harmless. */
  public static void free(MemorySegment stream) {
    try {
      int _ = (int) DISCONNECT.invokeExact(stream);
      UNREF.invokeExact(stream);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }
}
