package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaClock;
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

    cycle(driver, files, 60); // until pools, caches and the compiler have what they want
    State before = State.now();
    for (int i = 0; i < 6; i++) {
      cycle(driver, files, CYCLES);
      System.out.println("SOAK " + State.now());
    }
    State after = State.now();

    assertThat(after.threads).as("threads").isLessThanOrEqualTo(before.threads + 2);
    assertThat(after.files).as("files").isLessThanOrEqualTo(before.files + 2);
    assertThat(after.residentKb - before.residentKb)
        .as("kB more in memory after %d cycles, from %s to %s", CYCLES, before, after)
        .isLessThan(16_000);
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

  private record State(long residentKb, int threads, long files) {
    static State now() throws IOException {
      System.gc(); // frees what Java holds, so that what grows is what leaks
      List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
      try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
        return new State(
            number(status, "VmRSS:"), (int) number(status, "Threads:"), descriptors.count());
      }
    }

    private static long number(List<String> status, String key) {
      String line = status.stream().filter(l -> l.startsWith(key)).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
  }
}
