package dev.usermedia.codecs.internal.recorder;

import static dev.usermedia.codecs.internal.recorder.Studio.START_US;

import dev.usermedia.codecs.RecorderOptions;
import dev.usermedia.codecs.internal.NativeMemory;
import dev.usermedia.frame.VideoPixelFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A process that makes so many recordings, one after the other, and says after each fifty what it
 * holds: bytes, files, threads.
 */
final class RecordOften {
  private RecordOften() {}

  /** Records to files in the directory that is named, as often as is said. */
  public static void main(String[] args) throws Exception {
    for (int i = 1; i <= Integer.parseInt(args[1]); i++) {
      recordAndDelete(Path.of(args[0], i + ".webm"), i);
      if (i % 50 == 0) {
        Studio.await("threads end", () -> threads() == 0);
        System.out.println(
            NativeMemory.leastBytes() + " " + openFiles() + " " + Thread.activeCount());
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
}
