package dev.usermedia.linux.internal.pulse.libpulse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** {@code pa_mainloop}: an event loop that its owner turns. */
public final class PaMainloop {
  private static final MethodHandle NEW =
      LibPulse.function("pa_mainloop_new", FunctionDescriptor.of(ADDRESS));
  private static final MethodHandle GET_API =
      LibPulse.function("pa_mainloop_get_api", FunctionDescriptor.of(ADDRESS, ADDRESS));
  private static final MethodHandle PREPARE =
      LibPulse.function("pa_mainloop_prepare", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle POLL =
      LibPulse.function("pa_mainloop_poll", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle DISPATCH =
      LibPulse.function("pa_mainloop_dispatch", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle WAKEUP =
      LibPulse.function("pa_mainloop_wakeup", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle FREE =
      LibPulse.function("pa_mainloop_free", FunctionDescriptor.ofVoid(ADDRESS));

  private PaMainloop() {}

  public static MemorySegment create() {
    try {
      return (MemorySegment) NEW.invokeExact();
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** The {@code pa_mainloop_api} that contexts are made with. */
  public static MemorySegment api(MemorySegment mainloop) {
    try {
      return (MemorySegment) GET_API.invokeExact(mainloop);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /**
   * First part of a turn. Forgets the wake-ups that came before.
   *
   * @param timeoutUs how long to wait for events, in microseconds; negative waits without end
   */
  public static boolean prepare(MemorySegment mainloop, int timeoutUs) {
    try {
      return (int) PREPARE.invokeExact(mainloop, timeoutUs) >= 0;
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Second part: waits for an event, a wake-up or the timeout. */
  public static boolean poll(MemorySegment mainloop) {
    try {
      return (int) POLL.invokeExact(mainloop) >= 0;
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Last part: calls the callbacks of what came. */
  public static boolean dispatch(MemorySegment mainloop) {
    try {
      return (int) DISPATCH.invokeExact(mainloop) >= 0;
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  /** Ends the wait of a {@link #poll}, now or next; from any thread. */
  public static void wakeup(MemorySegment mainloop) {
    try {
      WAKEUP.invokeExact(mainloop);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }

  public static void free(MemorySegment mainloop) {
    try {
      FREE.invokeExact(mainloop);
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }
}
