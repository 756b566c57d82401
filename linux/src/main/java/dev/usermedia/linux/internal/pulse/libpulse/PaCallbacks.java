package dev.usermedia.linux.internal.pulse.libpulse;

import static java.lang.foreign.ValueLayout.ADDRESS;
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
 * Function pointers that libpulse calls from within {@link PaMainloop#dispatch}. An exception that
 * left one would end the virtual machine, so all of them go to {@link Receiver#failed}.
 */
public final class PaCallbacks {
  /** Where the calls go. */
  public interface Receiver {
    /** {@code pa_source_info_cb_t} and {@code pa_sink_info_cb_t}. */
    void info(MemorySegment info, int eol, long number);

    /** {@code pa_server_info_cb_t}. */
    void serverInfo(MemorySegment info, long number);

    /** {@code pa_context_subscribe_cb_t}. */
    void event(int event, int index);

    /** A call threw. */
    void failed(Throwable thrown);
  }

  private static final FunctionDescriptor INFO =
      FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG);
  private static final FunctionDescriptor SERVER_INFO =
      FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_LONG);
  private static final FunctionDescriptor EVENT =
      FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG);

  private static final MethodHandle ON_INFO = trampoline("onInfo", INFO);
  private static final MethodHandle ON_SERVER_INFO = trampoline("onServerInfo", SERVER_INFO);
  private static final MethodHandle ON_EVENT = trampoline("onEvent", EVENT);

  private final MemorySegment info;
  private final MemorySegment serverInfo;
  private final MemorySegment event;

  /** Pointers to the receiver, valid as long as the arena. */
  public PaCallbacks(Receiver receiver, Arena arena) {
    Linker linker = Linker.nativeLinker();
    info = linker.upcallStub(ON_INFO.bindTo(receiver), INFO, arena);
    serverInfo = linker.upcallStub(ON_SERVER_INFO.bindTo(receiver), SERVER_INFO, arena);
    event = linker.upcallStub(ON_EVENT.bindTo(receiver), EVENT, arena);
  }

  /** For {@link PaContext#getSourceInfoList} and its like. */
  public MemorySegment info() {
    return info;
  }

  /** For {@link PaContext#getServerInfo}. */
  public MemorySegment serverInfo() {
    return serverInfo;
  }

  /** For {@link PaContext#subscribe}. */
  public MemorySegment event() {
    return event;
  }

  private static MethodHandle trampoline(String name, FunctionDescriptor descriptor) {
    MethodType type = descriptor.toMethodType().insertParameterTypes(0, Receiver.class);
    try {
      return MethodHandles.lookup().findStatic(PaCallbacks.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // called by the library
  private static void onInfo(
      Receiver receiver, MemorySegment context, MemorySegment info, int eol, long number) {
    try {
      receiver.info(info, eol, number);
    } catch (Throwable t) {
      receiver.failed(t);
    }
  }

  @SuppressWarnings("unused") // called by the library
  private static void onServerInfo(
      Receiver receiver, MemorySegment context, MemorySegment info, long number) {
    try {
      receiver.serverInfo(info, number);
    } catch (Throwable t) {
      receiver.failed(t);
    }
  }

  @SuppressWarnings("unused") // called by the library
  private static void onEvent(
      Receiver receiver, MemorySegment context, int event, int index, long number) {
    try {
      receiver.event(event, index);
    } catch (Throwable t) {
      receiver.failed(t);
    }
  }
}
