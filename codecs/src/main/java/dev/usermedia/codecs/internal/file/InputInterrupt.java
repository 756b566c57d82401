package dev.usermedia.codecs.internal.file;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.usermedia.codecs.internal.ffmpeg.NativeCallback;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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
    NativeCallback poll = (_, _, _) -> isOver() ? 1 : 0;
    callback = poll.stub(arena);
  }

  /** Has the context ask here; to be called before it is opened. */
  void install(AVFormatContext context) {
    // an AVIOInterruptCB: the function, then what it is passed; JavaCPP would want a class for each
    MemorySegment.ofAddress(context.interrupt_callback().address())
        .reinterpret(JAVA_LONG.byteSize())
        .set(JAVA_LONG, 0, callback.address());
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

  private boolean isOver() {
    return interrupted || System.nanoTime() - waitingSinceNanos > patienceNanos;
  }

  /** To be called when everything that asks here is closed. */
  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
