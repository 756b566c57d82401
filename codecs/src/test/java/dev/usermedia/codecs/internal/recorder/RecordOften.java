package dev.usermedia.codecs.internal.recorder;

import static dev.usermedia.codecs.internal.recorder.Studio.START_US;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.usermedia.codecs.RecorderOptions;
import dev.usermedia.frame.VideoPixelFormat;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A process that makes so many recordings, one after the other, and says after each fifty what it
 * holds: bytes, files, threads.
 */
final class RecordOften {
  private static final int READINGS = 5;

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

  private RecordOften() {}

  /** Records to files in the directory that is named, as often as is said. */
  public static void main(String[] args) throws Throwable {
    for (int i = 1; i <= Integer.parseInt(args[1]); i++) {
      recordAndDelete(Path.of(args[0], i + ".webm"), i);
      if (i % 50 == 0) {
        Studio.await("threads end", () -> threads() == 0);
        System.out.println(leastBytes() + " " + openFiles() + " " + Thread.activeCount());
      }
    }
  }

  /** Every other one with pictures to convert and sound to resample. */
  private static void recordAndDelete(Path file, int i) throws Exception {
    boolean plain = i % 2 == 0;
    try (Studio studio = new Studio(new FileOutput(file, false), RecorderOptions.defaults())) {
      Studio.Camera camera =
          studio.camera(plain ? VideoPixelFormat.I420 : VideoPixelFormat.BGRX, 128, 96);
      Studio.Microphone microphone = studio.microphone(plain ? 48_000 : 44_100, 1 + i % 2);
      studio.start();
      studio.play(camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + 200_000);
      studio.recording.stop(START_US + 200_000);
      studio.clock.jumpUs(1_000_000); // nothing more is to come
      studio
          .ended()
          .error()
          .ifPresent(
              e -> {
                throw e;
              });
    }
    Files.delete(file);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("usermedia recorder"))
        .count();
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  /**
   * What is allocated natively and stays so: the least of several readings, since what the
   * collector found is freed by a thread of its own and the compiler takes memory for a moment.
   */
  private static long leastBytes() throws Throwable {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < READINGS; i++) {
      System.gc();
      LockSupport.parkNanos(10_000_000); // polls
      least = Math.min(least, allocatedBytes());
    }
    return least;
  }

  /** By the C library's own books, of all threads' arenas and of what was mapped for one block. */
  private static long allocatedBytes() throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment books = (MemorySegment) MALLINFO.invokeExact((SegmentAllocator) arena);
      return books.getAtIndex(JAVA_LONG, MAPPED_BYTES) + books.getAtIndex(JAVA_LONG, USED_BYTES);
    }
  }
}
