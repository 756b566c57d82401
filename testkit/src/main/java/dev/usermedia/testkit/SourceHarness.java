package dev.usermedia.testkit;

import dev.usermedia.MediaClock;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a driver's author tells {@link SourceConformance}, and what its tests share. */
abstract sealed class SourceHarness permits SourceConformance {
  private final List<Source> opened = new ArrayList<>();
  private Set<Thread> threadsBefore = Set.of();
  private @Nullable MediaDriver driver;
  private @Nullable SourceDevice device;

  /** The driver under test, made anew; the tests close it. */
  protected abstract MediaDriver createDriver() throws Exception;

  /** Which of its devices to test: the first that captures, unless overridden. */
  protected SourceDevice chooseDevice(List<SourceDevice> devices) {
    return devices.stream().filter(d -> d.kind() != SourceKind.SPEAKER).findFirst().orElseThrow();
  }

  /** The clock to open devices with. */
  protected MediaClock clock() {
    return MediaClock.system();
  }

  /** How to start the device: its first mode, at 30 pictures a second or chunks of 10 ms. */
  protected SourceSettings settings(SourceDevice chosen) {
    return SourceSettings.of(narrow(chosen.modes().getFirst(), 30, 0.01));
  }

  /**
   * How to reconfigure the device: by default another of its modes, or another rate or latency
   * within the only one, or the same again.
   */
  protected SourceSettings otherSettings(SourceDevice chosen) {
    return SourceSettings.of(narrow(chosen.modes().getLast(), 15, 0.02));
  }

  /** How often races are tried. */
  protected int rounds() {
    return 25;
  }

  /** Whether the memory is unmapped with the last frame, rather than reused by other sources. */
  protected boolean memoryGoesWithTheLastFrame() {
    return true;
  }

  /** The mode with one rate or latency: the wanted one, or the nearest that it has. */
  protected static SourceMode narrow(SourceMode mode, double frameRate, double latencySeconds) {
    return switch (mode) {
      case VideoMode m -> m.at(Math.clamp(frameRate, m.minFrameRate(), m.maxFrameRate()));
      case AudioMode m ->
          m.with(Math.clamp(latencySeconds, m.minLatencySeconds(), m.maxLatencySeconds()));
    };
  }

  @BeforeEach
  final void createTheDriver() throws Exception {
    threadsBefore = ConformanceChecks.usermediaThreads();
    driver = createDriver();
    device = chooseDevice(driver.devices());
  }

  @AfterEach
  final void theDriverLeavesNoThread() throws Exception {
    for (Source source : opened) {
      close(source); // what a test that failed has left open
    }
    opened.clear();
    driver().close();
    driver().close();
    ConformanceChecks.noThreadsBesides(threadsBefore);
  }

  /** The driver that the running test uses. */
  protected final MediaDriver driver() {
    return Objects.requireNonNull(driver);
  }

  /** The device that the running test uses. */
  protected final SourceDevice device() {
    return Objects.requireNonNull(device);
  }

  /** Opens the device that is tested. */
  protected final Source open() throws SourceException {
    Source source = driver().open(device(), clock());
    opened.add(source);
    return source;
  }

  /** Closes the source and fails if that takes long. */
  protected static void close(Source source) throws InterruptedException {
    Thread closer = new Thread(source::close, "closer");
    closer.start();
    ConformanceChecks.join(closer);
  }
}
