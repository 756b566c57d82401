package dev.usermedia.linux.internal.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaClock;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is opened is let go, however often. */
class PulseEnduranceTest extends PulseTestSupport {
  private static final int ROUNDS = 500;
  private static final int WARM_UP = 100;

  @Test
  @Timeout(150)
  void fiveHundredOpeningsLeaveNeitherThreadsNorFilesNorMemory() throws Exception {
    session.addMicrophone("front", 48_000, 2);
    SourceDevice device = microphone("front");
    Footprint before = null;
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      if (round == WARM_UP) {
        before = Footprint.now();
      }
      RecordedSound sound = new RecordedSound();
      try (Source source = driver.open(device, MediaClock.system())) {
        if (round % 2 == 0) {
          source.start(settings(48_000, 2, 0.005), sound);
          sound.take();
        }
      }
    }
    assertThatNothingIsLeft(before);
  }

  @Test
  void driversLeaveNothingEither() throws Exception {
    session.addMicrophone("front", 48_000, 2);
    Footprint before = null;
    for (int round = 0; round < 60; round++) {
      if (round == 10) {
        before = Footprint.now();
      }
      try (PulseDriver each = new PulseDriver(Optional.of(session.server()));
          var _ = each.watch(() -> {})) {
        assertThat(each.devices()).isNotEmpty();
      }
    }
    assertThatNothingIsLeft(before);
  }

  private static void assertThatNothingIsLeft(Footprint before) throws IOException {
    Footprint after = Footprint.now();
    assertThat(after.threads()).isEqualTo(before.threads());
    assertThat(after.files()).isLessThanOrEqualTo(before.files());
    assertThat(after.residentKb() - before.residentKb())
        .as("from %s to %s", before, after)
        .isLessThan(24_000);
  }

  /** What this process holds. */
  private record Footprint(long threads, long files, long residentKb) {
    static Footprint now() throws IOException {
      System.gc();
      long threads =
          Thread.getAllStackTraces().keySet().stream()
              .filter(t -> t.getName().startsWith("usermedia "))
              .count();
      try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"));
          Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
        long resident =
            status
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        return new Footprint(threads, files.count(), resident);
      }
    }
  }
}
