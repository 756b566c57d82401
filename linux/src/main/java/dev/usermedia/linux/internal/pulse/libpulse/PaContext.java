package dev.usermedia.linux.internal.pulse.libpulse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * {@code pa_context}: a connection to a server. Requests return whether they were sent; the answer
 * comes to a callback of {@link PaCallbacks}, with the number that was sent along.
 */
public final class PaContext {
  /** {@code PA_CONTEXT_READY}. */
  public static final int READY = 4;

  /** {@code PA_CONTEXT_FAILED}. */
  public static final int FAILED = 5;

  /** {@code PA_CONTEXT_TERMINATED}. */
  public static final int TERMINATED = 6;

  /** {@code PA_CONTEXT_NOAUTOSPAWN}: never start a server. */
  private static final int NOAUTOSPAWN = 1;

  private static final MethodHandle NEW =
      LibPulse.function("pa_context_new", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle CONNECT =
      LibPulse.function(
          "pa_context_connect",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
  private static final MethodHandle GET_STATE =
      LibPulse.function("pa_context_get_state", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle ERRNO =
      LibPulse.function("pa_context_errno", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle DISCONNECT =
      LibPulse.function("pa_context_disconnect", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle UNREF =
      LibPulse.function("pa_context_unref", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle SET_SUBSCRIBE_CALLBACK =
      LibPulse.function(
          "pa_context_set_subscribe_callback",
          FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_LONG));
  private static final MethodHandle SUBSCRIBE =
      LibPulse.function(
          "pa_context_subscribe",
          FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle GET_SERVER_INFO =
      LibPulse.function(
          "pa_context_get_server_info",
          FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
  private static final MethodHandle GET_SOURCE_INFO_LIST =
      LibPulse.function(
          "pa_context_get_source_info_list",
          FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
  private static final MethodHandle GET_SINK_INFO_LIST =
      LibPulse.function(
          "pa_context_get_sink_info_list",
          FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
  private static final MethodHandle GET_SOURCE_INFO_BY_NAME =
      LibPulse.function(
          "pa_context_get_source_info_by_name",
          FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));

  private PaContext() {}

  /** A context of the application's name on a main loop's api. */
  public static MemorySegment create(MemorySegment api, MemorySegment name) {
    try {
      return (MemorySegment) NEW.invokeExact(api, name);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Starts connecting to a server, or with a null pointer to the user's; never starts one. */
  public static boolean connect(MemorySegment context, MemorySegment server) {
    try {
      return (int) CONNECT.invokeExact(context, server, NOAUTOSPAWN, MemorySegment.NULL) >= 0;
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  public static int state(MemorySegment context) {
    try {
      return (int) GET_STATE.invokeExact(context);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** The number of the last error, one of {@link PaError}. */
  public static int errno(MemorySegment context) {
    try {
      return (int) ERRNO.invokeExact(context);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Disconnects and lets the context go. */
  public static void free(MemorySegment context) {
    try {
      DISCONNECT.invokeExact(context);
      UNREF.invokeExact(context);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Asks for the events of {@link PaSubscription}. */
  public static boolean subscribe(MemorySegment context, int mask, MemorySegment callback) {
    try {
      SET_SUBSCRIBE_CALLBACK.invokeExact(context, callback, 0L);
      return sent((MemorySegment) SUBSCRIBE.invokeExact(context, mask, MemorySegment.NULL, 0L));
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  public static boolean getServerInfo(MemorySegment context, MemorySegment callback, long number) {
    try {
      return sent((MemorySegment) GET_SERVER_INFO.invokeExact(context, callback, number));
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  public static boolean getSourceInfoList(
      MemorySegment context, MemorySegment callback, long number) {
    try {
      return sent((MemorySegment) GET_SOURCE_INFO_LIST.invokeExact(context, callback, number));
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  public static boolean getSinkInfoList(
      MemorySegment context, MemorySegment callback, long number) {
    try {
      return sent((MemorySegment) GET_SINK_INFO_LIST.invokeExact(context, callback, number));
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  public static boolean getSourceInfoByName(
      MemorySegment context, MemorySegment name, MemorySegment callback, long number) {
    try {
      return sent(
          (MemorySegment) GET_SOURCE_INFO_BY_NAME.invokeExact(context, name, callback, number));
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Lets an operation run on its own; there is none if the context is not connected. */
  private static boolean sent(MemorySegment operation) {
    if (operation.equals(MemorySegment.NULL)) {
      return false;
    }
    PaOperation.unref(operation);
    return true;
  }
}
