package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaClock;
import dev.usermedia.codecs.internal.NativeMemory;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is opened is let go: memory, threads and files of this process, as the kernel counts them.
 */
class SoakTest {
  private static final int CYCLES = 300;

  /** A picture or a decoder that is not freed shows as some hundred kilobytes a cycle. */
  private static final long TOLERATED_BYTES = 30_000L * CYCLES;

  @TempDir Path directory;

  @org.junit.jupiter.api.Timeout(300)
  @Test
  void hundredsOfSourcesLeaveNothingBehind() throws Exception {
    Path plain =
        TestMedia.make(
            directory.resolve("clip.mp4"),
            TestMedia.pictures(640, 360, 30, 1),
            TestMedia.ramp(48_000, 1),
            "-c:v libopenh264 -c:a aac");
    Path converted =
        TestMedia.make(
            directory.resolve("clip.mkv"),
            TestMedia.pictures(640, 360, 30, 1),
            TestMedia.ramp(48_000, 1),
            "-c:v ffv1 -pix_fmt yuv422p -c:a pcm_s16le");
    FileDriver driver = new FileDriver();
    List<List<SourceDevice>> files =
        List.of(driver.add(plain + "#loop"), driver.add(converted.toString()));

    cycle(driver, files, CYCLES / 2); // until pools, caches and the compiler have what they want
    State before = State.now();
    cycle(driver, files, CYCLES);
    State after = State.now();

    assertThat(after.threads).as("threads").isLessThanOrEqualTo(before.threads + 2);
    assertThat(after.files).as("files").isLessThanOrEqualTo(before.files + 2);
    assertThat(after.bytes - before.bytes)
        .as("bytes more after %d cycles, from %s to %s", CYCLES, before, after)
        .isLessThan(TOLERATED_BYTES);
  }

  private static void cycle(FileDriver driver, List<List<SourceDevice>> files, int cycles)
      throws Exception {
    for (int i = 0; i < cycles; i++) {
      List<Source> sources = new ArrayList<>();
      for (SourceDevice device : files.get(i % files.size())) {
        Source source = driver.open(device, MediaClock.system());
        sources.add(source);
        Tape tape = new Tape(MediaClock.system()::nowUs);
        if (i % 10 != 9) {
          source.start(Player.settings(device), tape);
          tape.await(i % 3);
        }
      }
      sources.forEach(Source::close);
    }
  }

  /** What the process holds: bytes allocated natively, threads, files. */
  private record State(long bytes, long threads, long files) {
    static State now() throws IOException {
      return new State(NativeMemory.leastBytes(), entries("task"), entries("fd"));
    }

    private static long entries(String name) throws IOException {
      try (Stream<Path> entries = Files.list(Path.of("/proc/self", name))) {
        return entries.count();
      }
    }
  }
}
