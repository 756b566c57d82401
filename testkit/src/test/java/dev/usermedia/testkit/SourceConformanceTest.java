package dev.usermedia.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The conformance tests notice drivers that break their promises. */
class SourceConformanceTest {
  private static final VideoMode SMALL = new VideoMode(VideoPixelFormat.I420, 320, 240, 30);

  /** A test of the suite. */
  private interface Check {
    void run(Suite suite) throws Exception;
  }

  /** A source between a synthetic one and the suite; tests override what it does wrong. */
  private static class FaultySource implements Source {
    final Source source;

    FaultySource(Source source) {
      this.source = source;
    }

    @Override
    public void start(SourceSettings settings, SourceOutput output) throws SourceException {
      source.start(settings, output);
    }

    @Override
    public void reconfigure(SourceSettings settings) throws SourceException {
      source.reconfigure(settings);
    }

    @Override
    public void close() {
      source.close();
    }
  }

  /** Passes everything on. */
  private static class FaultyOutput implements SourceOutput {
    final SourceOutput output;

    FaultyOutput(SourceOutput output) {
      this.output = output;
    }

    @Override
    public void video(VideoFrame frame) {
      output.video(frame);
    }

    @Override
    public void lost(long count) {
      output.lost(count);
    }

    @Override
    public void ended(SourceException cause) {
      output.ended(cause);
    }
  }

  private interface Fault {
    Source in(Source source);
  }

  private static final class Suite extends UnpluggableSourceConformance {
    private final Fault fault;
    private SyntheticDriver synthetic;

    Suite(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected MediaDriver createDriver() {
      synthetic = new SyntheticDriver(List.of(SyntheticDevice.camera("camera").withModes(SMALL)));
      return new MediaDriver() {
        @Override
        public String name() {
          return synthetic.name();
        }

        @Override
        public List<SourceDevice> devices() {
          return synthetic.devices();
        }

        @Override
        public Source open(SourceDevice device, MediaClock clock) throws SourceException {
          return fault.in(synthetic.open(device, clock));
        }
      };
    }

    @Override
    protected int rounds() {
      return 5;
    }

    @Override
    protected void unplug(SourceDevice device) {
      synthetic.unplug(device.hardwareId());
    }

    @Override
    protected void replug(SourceDevice device) {
      synthetic.plug(new SyntheticDevice(device));
    }
  }

  private static void isNoticed(Fault fault, Check check) throws Exception {
    assertThatThrownBy(() -> run(fault, check)).isInstanceOf(AssertionError.class);
  }

  private static void run(Fault fault, Check check) throws Exception {
    Suite suite = new Suite(fault);
    suite.createTheDriver();
    try {
      check.run(suite);
    } finally {
      suite.theDriverLeavesNoThread();
    }
  }

  private static Fault output(UnaryOperator<SourceOutput> fault) {
    return source ->
        new FaultySource(source) {
          @Override
          public void start(SourceSettings settings, SourceOutput output) throws SourceException {
            source.start(settings, fault.apply(output));
          }
        };
  }

  @AfterEach
  void noInterruptIsLeftBehind() {
    Thread.interrupted();
  }

  @Test
  void lossesThatAreNotCountedAreNoticed() throws Exception {
    isNoticed(
        output(
            to ->
                new FaultyOutput(to) {
                  @Override
                  public void lost(long count) {}
                }),
        Suite::aSlowConsumerLosesFramesAndTheyAreCounted);
  }

  @Test
  void timestampsThatStandStillAreNoticed() throws Exception {
    isNoticed(
        output(
            to ->
                new FaultyOutput(to) {
                  @Override
                  public void video(VideoFrame frame) {
                    try (VideoFrame other =
                        frame.withTimestamp(frame.timestampUs() / 100_000 * 100_000, 0)) {
                      output.video(other);
                    }
                  }
                }),
        Suite::deliversWhatTheModeSays);
  }

  @Test
  void timestampsOfAnotherClockAreNoticed() throws Exception {
    isNoticed(
        output(
            to ->
                new FaultyOutput(to) {
                  @Override
                  public void video(VideoFrame frame) {
                    try (VideoFrame other =
                        frame.withTimestamp(frame.timestampUs() - 3_600_000_000L, 0)) {
                      output.video(other);
                    }
                  }
                }),
        Suite::deliversWhatTheModeSays);
  }

  @Test
  void framesLeftOpenAreNoticed() throws Exception {
    List<VideoFrame> leaked = new CopyOnWriteArrayList<>();
    isNoticed(
        output(
            to ->
                new FaultyOutput(to) {
                  @Override
                  public void video(VideoFrame frame) {
                    leaked.add(frame.clone());
                    output.video(leaked.getLast());
                  }
                }),
        Suite::aClosedFrameRefusesToBeRead);
    leaked.forEach(VideoFrame::close);
  }

  @Test
  void aThreadForEachDeliveryIsNoticed() throws Exception {
    isNoticed(
        output(
            to ->
                new FaultyOutput(to) {
                  @Override
                  public void video(VideoFrame frame) {
                    Thread other = new Thread(() -> output.video(frame), "usermedia other");
                    other.start();
                    try {
                      other.join();
                    } catch (InterruptedException e) {
                      throw new AssertionError(e);
                    }
                  }
                }),
        Suite::deliversOnOneThreadOfItsOwn);
  }

  @Test
  void aCloseThatDoesNotWaitIsNoticed() throws Exception {
    isNoticed(
        source ->
            new FaultySource(source) {
              @Override
              public void close() {
                new Thread(
                        () -> {
                          ConformanceChecks.holdUp(MediaClock.system(), 200_000);
                          source.close();
                        },
                        "usermedia closer")
                    .start();
              }
            },
        Suite::nothingIsDeliveredAfterCloseReturned);
  }

  @Test
  void aCloseThatSwallowsInterruptsIsNoticed() throws Exception {
    isNoticed(
        source ->
            new FaultySource(source) {
              @Override
              public void close() {
                super.close();
                boolean _ = Thread.interrupted();
              }
            },
        Suite::anInterruptedThreadClosesToo);
  }

  @Test
  void aSourceThatStartsAgainIsNoticed() throws Exception {
    isNoticed(
        source ->
            new FaultySource(source) {
              private boolean started;

              @Override
              public void start(SourceSettings settings, SourceOutput output)
                  throws SourceException {
                if (!started) {
                  source.start(settings, output);
                }
                started = true;
              }
            },
        Suite::startsOnceAndNotAfterClose);
  }

  @Test
  void aModeThatIsSilentlyReplacedIsNoticed() throws Exception {
    Fault fault =
        source ->
            new FaultySource(source) {
              @Override
              public void start(SourceSettings settings, SourceOutput output)
                  throws SourceException {
                source.start(SourceSettings.of(SMALL), output);
              }

              @Override
              public void reconfigure(SourceSettings settings) {}
            };
    isNoticed(fault, Suite::refusesAModeThatItDoesNotHaveAndStaysOpen);
    isNoticed(fault, Suite::aRefusedReconfigurationChangesNothing);
  }

  @Test
  void anEndThatIsToldTwiceIsNoticed() throws Exception {
    isNoticed(
        output(
            to ->
                new FaultyOutput(to) {
                  @Override
                  public void ended(SourceException cause) {
                    output.ended(cause);
                    output.ended(cause);
                  }
                }),
        Suite::anUnpluggedDeviceEndsItsSourceOnce);
  }

  @Test
  void aFaultlessDriverPasses() throws Exception {
    Fault none = FaultySource::new;
    run(none, Suite::deliversWhatTheModeSays);
    run(none, Suite::closesTwiceAndFromSeveralThreadsAtOnce);
  }
}
