package dev.usermedia.linux.internal.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left behind: nothing. */
@Tag("x11")
class LeftoversTest {
  private static final long GIVE_UP_AFTER_US = 10_000_000;

  @Test
  void aThousandCapturesLeaveNoMemoryNoThreadAndNoFile() throws Exception {
    try (Display display = Display.start("320x240x24")) {
      SourceDevice device = display.device("screen");
      long pid = ProcessHandle.current().pid();
      captureOnce(display, device);
      long segments = segmentsMadeBy(pid).size();
      long files = openFiles();
      int threads = threads();
      for (int i = 0; i < 1000; i++) {
        captureOnce(display, device);
      }
      await(() -> segmentsMadeBy(pid).size() <= segments);
      await(() -> threads() <= threads);
      await(() -> openFiles() <= files);
    }
  }

  @Test
  void memoryStaysForAsLongAsAFrameAndNoLonger() throws Exception {
    try (Display display = Display.start("320x240x24");
        Shots shots = new Shots()) {
      long pid = ProcessHandle.current().pid();
      int before = segmentsMadeBy(pid).size();
      display.painter().fill(display.painter().root(), 0, 0, 320, 240, 0x123456);
      display.painter().sync();
      Source source = display.capture(display.device("screen"), "never", shots);
      VideoFrame kept = shots.next();
      source.close();
      shots.dropAll();
      display.server().kill();
      assertThat(segmentsMadeBy(pid)).hasSizeGreaterThan(before);
      assertThat(Shots.rgb(kept, 319, 239)).isEqualTo(0x123456);
      kept.close();
      await(() -> segmentsMadeBy(pid).size() == before);
    }
  }

  @Test
  void aKilledProcessLeavesNoMemory() throws Exception {
    try (Display display = Display.start("320x240x24")) {
      Path classes =
          Path.of(X11Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path core =
          Path.of(MediaClock.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path tests = classes.resolveSibling("test-classes");
      ProcessBuilder builder =
          new ProcessBuilder(
              ProcessHandle.current().info().command().orElseThrow(),
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              classes + ":" + core + ":" + tests,
              EndlessCapture.class.getName());
      builder.environment().put("DISPLAY", display.server().display());
      Process capturing = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      assertThat(capturing.inputReader().readLine()).isEqualTo("capturing");
      assertThat(segmentsMadeBy(capturing.pid())).isNotEmpty();
      capturing.destroyForcibly().waitFor();
      // the server still has it mapped until it sees that its client is gone
      await(() -> segmentsMadeBy(capturing.pid()).isEmpty());
    }
  }

  /** A program that captures the first screen until it is killed. */
  static final class EndlessCapture {
    public static void main(String[] args) throws Exception {
      X11Driver driver = new X11Driver();
      SourceDevice device = driver.devices().getFirst();
      Shots shots = new Shots();
      Source source = driver.open(device, MediaClock.system());
      source.start(Display.settings(device, "always"), shots);
      shots.next().close();
      System.out.println("capturing");
      shots.awaitEnd();
    }
  }

  private static void captureOnce(Display display, SourceDevice device) throws Exception {
    try (Shots shots = new Shots()) {
      Source source = display.capture(device, "always", shots);
      shots.next().close();
      source.close();
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    MediaClock clock = MediaClock.system();
    long deadlineUs = clock.nowUs() + GIVE_UP_AFTER_US;
    while (!condition.holds()) {
      assertThat(clock.nowUs()).as("time to give up").isLessThan(deadlineUs);
      clock.awaitUs(clock.nowUs() + 10_000);
    }
  }

  /** System V segments that a process made: lines of their kernel table. */
  private static List<String> segmentsMadeBy(long pid) throws Exception {
    try (Stream<String> lines = Files.lines(Path.of("/proc/sysvipc/shm"))) {
      return lines
          .skip(1)
          .filter(line -> line.strip().split("\\s+", -1)[4].equals(Long.toString(pid)))
          .toList();
    }
  }

  private static long openFiles() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  private static int threads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("usermedia "))
            .count();
  }
}
