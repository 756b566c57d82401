package dev.usermedia.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.synthetic.SyntheticDriver;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticCostTest {
  private static final int WARM_UP = 5_000;
  private static final int MEASURED = 5_000;

  /** The frame, and what {@code Optional} and a compiler that is not done yet add. */
  private static final int MAX_BYTES = 128;

  @ParameterizedTest
  @ValueSource(strings = {"camera-user", "screen-2", "microphone"})
  void aDeliveryAllocatesNothingButTheFrame(String hardwareId) throws Exception {
    SyntheticDriver driver = new SyntheticDriver();
    var device = SyntheticRun.device(driver, hardwareId);
    Meter meter = new Meter();
    try (Source source = driver.open(device, new HurriedClock())) {
      var mode = SourceHarness.narrow(device.modes().getFirst(), 30, 0.01);
      source.start(SourceSettings.of(mode), meter);
      assertThat(meter.bytesEach.get(60, TimeUnit.SECONDS)).isLessThan(MAX_BYTES);
    }
  }

  /** Counts on the capture thread. */
  private static final class Meter implements SourceOutput {
    final CompletableFuture<Long> bytesEach = new CompletableFuture<>();
    private int count;
    private long bytes;

    @Override
    public void video(VideoFrame frame) {
      tick();
    }

    @Override
    public void audio(AudioData data) {
      tick();
    }

    private void tick() {
      count++;
      if (count == WARM_UP) {
        bytes = allocatedBytes();
      } else if (count == WARM_UP + MEASURED) {
        bytesEach.complete((allocatedBytes() - bytes) / MEASURED);
      }
    }

    /** By name, so that the module under test need not read the platform's management modules. */
    private static long allocatedBytes() {
      try {
        Object threads =
            Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method allocated =
            Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getCurrentThreadAllocatedBytes");
        return (long) allocated.invoke(threads);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  /** A clock on which nobody ever waits: time comes when it is waited for. */
  private static final class HurriedClock implements MediaClock {
    private long nowUs;

    @Override
    public synchronized long nowUs() {
      return nowUs;
    }

    @Override
    public synchronized void awaitUs(long deadlineUs) {
      nowUs = Math.max(nowUs, deadlineUs);
    }
  }
}
