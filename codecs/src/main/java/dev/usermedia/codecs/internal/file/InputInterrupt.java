package dev.usermedia.codecs.internal.file;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * Ends calls into FFmpeg that wait for input: when another thread says so, and when the network has
 * been silent for too long. FFmpeg asks at least every 100 ms while it waits.
 */
final class InputInterrupt implements AutoCloseable {
  /** How long the network may be silent. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment callback;
  private final long patienceNanos;
  private volatile boolean interrupted;
  private volatile long waitingSinceNanos;

  InputInterrupt(Duration patience) {
    patienceNanos = patience.toNanos();
    waitingSinceNanos = System.nanoTime();
    try {
      MethodHandle poll =
          MethodHandles.lookup()
              .bind(this, "poll", MethodType.methodType(int.class, MemorySegment.class));
      callback =
          Linker.nativeLinker().upcallStub(poll, FunctionDescriptor.of(JAVA_INT, ADDRESS), arena);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** Has the context ask here; to be called before it is opened. */
  void install(AVFormatContext context) {
    // an AVIOInterruptCB: the function, then what it is passed; JavaCPP would want a class for each
    MemorySegment.ofAddress(context.interrupt_callback().address())
        .reinterpret(2 * ADDRESS.byteSize())
        .set(ADDRESS, 0, callback);
  }

  /** Counts the silence from now on, before a call that may wait. */
  void waitsFromNow() {
    waitingSinceNanos = System.nanoTime();
  }

  /** Ends the call that waits now, and every later one at once. */
  void interrupt() {
    interrupted = true;
  }

  boolean isInterrupted() {
    return interrupted;
  }

  /** Called by FFmpeg; not 0 ends the call. An exception here would end the process. */
  @SuppressWarnings("UnusedVariable") // the signature is FFmpeg's
  int poll(MemorySegment opaque) {
    return interrupted || System.nanoTime() - waitingSinceNanos > patienceNanos ? 1 : 0;
  }

  /** To be called when everything that asks here is closed. */
  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
