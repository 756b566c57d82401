package dev.usermedia.codecs.internal;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.util.Collections;
import java.util.concurrent.locks.LockSupport;

/** What this process has allocated, by the C library's own books. */
public final class NativeMemory {
  private static final int READINGS = 5;
  private static final long BETWEEN_NANOS = 10_000_000;

  /** Fields of glibc's struct mallinfo2, all of type size_t: hblkhd and uordblks. */
  private static final int MAPPED_BYTES = 4;

  private static final int USED_BYTES = 7;
  private static final int FIELDS = 10;

  private static final MethodHandle MALLINFO =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("mallinfo2"),
              FunctionDescriptor.of(
                  MemoryLayout.structLayout(
                      Collections.nCopies(FIELDS, JAVA_LONG).toArray(MemoryLayout[]::new))));

  private NativeMemory() {}

  /**
   * What stays allocated: the least of several readings, since what the collector found is freed by
   * a thread of its own and the compiler takes memory for a moment.
   */
  public static long leastBytes() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < READINGS; i++) {
      System.gc();
      LockSupport.parkNanos(BETWEEN_NANOS); // polls
      least = Math.min(least, bytes());
    }
    return least;
  }

  /** In all threads' arenas, and what was mapped for one block. */
  private static long bytes() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment books = (MemorySegment) MALLINFO.invokeExact((SegmentAllocator) arena);
      return books.getAtIndex(JAVA_LONG, MAPPED_BYTES) + books.getAtIndex(JAVA_LONG, USED_BYTES);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
