package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.ContentHint;
import dev.usermedia.MediaClock;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.VideoTrackGenerator;
import dev.usermedia.constraints.ConstrainBoolean;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContentHintTest {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 120;

  @Test
  void aHintForTheOtherKindIsIgnoredAndAnyOtherIsKeptAndCloned() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack camera = fixture.camera();
      assertThat(camera.contentHint()).isEqualTo(ContentHint.NONE);
      camera.contentHint(ContentHint.MUSIC);
      assertThat(camera.contentHint()).isEqualTo(ContentHint.NONE);
      camera.contentHint(ContentHint.MOTION);
      camera.contentHint(ContentHint.SPEECH);
      assertThat(camera.contentHint()).isEqualTo(ContentHint.MOTION);
      assertThat(camera.clone().contentHint()).isEqualTo(ContentHint.MOTION);
      MediaStreamTrack microphone = fixture.microphone();
      microphone.contentHint(ContentHint.TEXT);
      assertThat(microphone.contentHint()).isEqualTo(ContentHint.NONE);
    }
  }

  @Test
  void fineStrokesOfAScaledTrackKeepMoreContrastFromTheNextFrameOnAndThoseOfAPeerDoNot() {
    try (ContextFixture fixture = new ContextFixture();
        VideoFramePool pool =
            new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, WIDTH, HEIGHT), 2);
        VideoTrackGenerator generator = new VideoTrackGenerator(fixture.context)) {
      generator.writable().write(strokes(pool, 0));
      MediaStreamTrack track = generator.track();
      track.applyConstraints(
          MediaTrackConstraints.builder()
              .width(ConstrainULong.exact(WIDTH * 2 / 3))
              .height(ConstrainULong.exact(HEIGHT * 2 / 3))
              .build());
      MediaStreamTrack peer = track.clone();
      List<Double> contrasts = watch(track, ContentHintTest::contrast);
      List<Double> peers = watch(peer, ContentHintTest::contrast);
      ContentHint[] hints = {
        ContentHint.NONE, ContentHint.DETAIL, ContentHint.MOTION, ContentHint.TEXT
      };
      for (int i = 0; i < hints.length; i++) {
        track.contentHint(hints[i]);
        generator.writable().write(strokes(pool, i + 1));
      }
      double soft = contrasts.getFirst();
      assertThat(contrasts.get(1)).isGreaterThan(1.25 * soft);
      assertThat(contrasts.get(2)).isEqualTo(soft);
      assertThat(contrasts.get(3)).isEqualTo(contrasts.get(1));
      assertThat(peers).hasSize(4).containsOnly(soft);
    }
  }

  /** Strokes two pixels wide. */
  private static VideoFrame strokes(VideoFramePool pool, long timestampUs) {
    VideoFrameBuffer buffer = pool.acquire().orElseThrow();
    for (int at = 0; at < WIDTH * HEIGHT; at++) {
      buffer.plane(0).set(ValueLayout.JAVA_BYTE, at, (byte) (at / 2 % 2 == 0 ? 40 : 200));
    }
    return buffer.publish(timestampUs, 0);
  }

  /** Root mean square about the mean in a row away from the edges. */
  private static double contrast(VideoFrame frame) {
    double sum = 0;
    int width = frame.visibleRect().width();
    int row = frame.visibleRect().height() / 2 * frame.layout().strideBytes(0);
    for (int x = 10; x < width - 10; x++) {
      double off = (frame.plane(0).get(ValueLayout.JAVA_BYTE, row + x) & 0xff) - 120;
      sum += off * off;
    }
    return Math.sqrt(sum / (width - 20));
  }

  @Test
  void aHintTurnsSoundProcessingWhereTheConstraintsSayNothing() throws Exception {
    try (Processing driver = new Processing();
        MediaContext context = MediaContext.builder().driver(driver).systemDrivers(false).build()) {
      MediaStreamTrack track =
          context
              .mediaDevices()
              .getUserMedia(MediaStreamConstraints.builder().audio(true).build())
              .getAudioTracks()
              .getFirst();
      assertThat(driver.next()).isEmpty(); // as the device is by itself
      assertThat(processing(track)).isEqualTo("true true true");

      track.contentHint(ContentHint.MUSIC);
      assertThat(driver.next())
          .isEqualTo(
              Map.of(
                  "echoCancellation", false, "autoGainControl", false, "noiseSuppression", false));
      MediaTrackConstraints suppressed =
          MediaTrackConstraints.builder().noiseSuppression(ConstrainBoolean.exact(true)).build();
      track.applyConstraints(suppressed);
      assertThat(processing(track)).isEqualTo("false false true");
      assertThat(track.getConstraints()).isEqualTo(suppressed);

      track.contentHint(ContentHint.SPEECH);
      track.applyConstraints(MediaTrackConstraints.EMPTY);
      assertThat(processing(track)).isEqualTo("true true false"); // as remembered from music

      track.contentHint(ContentHint.NONE);
      track.applyConstraints(MediaTrackConstraints.EMPTY);
      assertThat(processing(track)).isEqualTo("true true true");
    }
  }

  private static String processing(MediaStreamTrack track) {
    MediaTrackSettings settings = track.getSettings();
    return settings.echoCancellation().orElseThrow()
        + " "
        + settings.autoGainControl().orElseThrow()
        + " "
        + settings.noiseSuppression().orElseThrow();
  }

  /** A synthetic microphone that processes sound unless told not to, and what it was told. */
  private static final class Processing implements MediaDriver {
    private static final Capability UNLESS_TOLD = new Capability.Choice(List.of(true, false));

    private final BlockingQueue<Map<String, Object>> controls = new LinkedBlockingQueue<>();
    private final SyntheticDriver driver =
        new SyntheticDriver(
            List.of(
                SyntheticDevice.microphone("microphone")
                    .withCapability("echoCancellation", UNLESS_TOLD)
                    .withCapability("autoGainControl", UNLESS_TOLD)
                    .withCapability("noiseSuppression", UNLESS_TOLD)));

    Map<String, Object> next() throws InterruptedException {
      return controls.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public String name() {
      return driver.name();
    }

    @Override
    public List<SourceDevice> devices() {
      return driver.devices();
    }

    @Override
    public Source open(SourceDevice device, MediaClock clock) throws SourceException {
      Source source = driver.open(device, clock);
      return new Source() {
        @Override
        public void start(SourceSettings settings, SourceOutput output) throws SourceException {
          source.start(settings, output);
          controls.add(settings.controls());
        }

        @Override
        public void reconfigure(SourceSettings settings) throws SourceException {
          source.reconfigure(settings);
          controls.add(settings.controls());
        }

        @Override
        public void close() {
          source.close();
        }
      };
    }

    @Override
    public void close() {
      driver.close();
    }
  }
}
