package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.await;
import static dev.usermedia.testkit.context.ContextFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackProcessor;
import dev.usermedia.MediaStreamTrackProcessorInit;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.TypeError;
import dev.usermedia.VideoTrackGenerator;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.DoubleRange;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.VideoResizeModeEnum;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VideoTrackGeneratorTest {
  private static final long FRAME_US = 33_333;

  private static VideoFramePool pool(int width, int height) {
    return new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, width, height), 8);
  }

  private static VideoFrame frame(VideoFramePool pool, long timestampUs) {
    return pool.acquire().orElseThrow().publish(timestampUs, FRAME_US);
  }

  @Test
  void theTrackGetsTheVeryMemoryThatWasWrittenAndTheWriterKeepsNothing() {
    try (ContextFixture fixture = new ContextFixture();
        VideoFramePool pool = pool(320, 240);
        VideoTrackGenerator generator = new VideoTrackGenerator(fixture.context)) {
      List<Long> addresses = watch(generator.track(), frame -> frame.plane(0).address());
      List<Long> times = watch(generator.track(), VideoFrame::timestampUs);
      VideoFrame frame = frame(pool, 5_000);
      long address = frame.plane(0).address();
      generator.writable().write(frame);
      assertThat(addresses).containsExactly(address);
      assertThat(times).containsExactly(5_000L);
      assertThat(frame.isClosed()).isTrue();
      assertThat(pool.inUse()).isZero();
    }
  }

  @Test
  void settingsFollowTheFramesAndCapabilitiesAreThoseOfTheSystem() {
    try (ContextFixture fixture = new ContextFixture();
        VideoFramePool small = pool(320, 240);
        VideoFramePool large = pool(1280, 720);
        VideoTrackGenerator generator = new VideoTrackGenerator(fixture.context)) {
      MediaStreamTrack track = generator.track();
      assertThat(track.getSettings().width()).isEmpty();
      assertThat(track.getSettings().deviceId()).isEmpty();
      assertThat(track.getSettings().resizeMode()).contains(VideoResizeModeEnum.NONE.value());
      generator.writable().write(frame(small, 0));
      assertThat(track.getSettings().width()).hasValue(320);
      for (int i = 1; i <= 20; i++) {
        generator.writable().write(frame(large, i * 40_000L));
      }
      assertThat(track.getSettings().width()).hasValue(1280);
      assertThat(track.getSettings().height()).hasValue(720);
      assertThat(track.getSettings().aspectRatio()).hasValue(1.7777777778);
      assertThat(track.getSettings().frameRate()).hasValue(25);
      assertThat(track.getCapabilities().frameRate())
          .hasValueSatisfying(range -> assertThat(range).isEqualTo(new DoubleRange(0, 1_000)));
      assertThat(track.getCapabilities().width())
          .hasValueSatisfying(range -> assertThat(range.min()).isEqualTo(1));
      assertThat(track.getCapabilities().resizeMode()).containsExactly("none", "crop-and-scale");
      assertThat(track.getCapabilities().deviceId()).isEmpty();
    }
  }

  @Test
  void aCloneMayBeScaledAndThinnedWhileTheTrackIsNot() {
    try (ContextFixture fixture = new ContextFixture();
        VideoFramePool pool = pool(640, 480);
        VideoTrackGenerator generator = new VideoTrackGenerator(fixture.context)) {
      generator.writable().write(frame(pool, 0));
      MediaStreamTrack small = generator.track().clone();
      small.applyConstraints(
          MediaTrackConstraints.builder()
              .width(ConstrainULong.exact(160))
              .frameRate(ConstrainDouble.exact(10))
              .build());
      List<String> all = watch(generator.track(), ContextFixture::size);
      List<String> few = watch(small, ContextFixture::size);
      for (int i = 1; i <= 30; i++) {
        generator.writable().write(frame(pool, i * FRAME_US));
      }
      assertThat(all).hasSize(30).containsOnly("640x480");
      assertThat(few).hasSizeBetween(9, 11).containsOnly("160x120");
      assertThat(small.getSettings().width()).hasValue(160);
      assertThat(small.getSettings().frameRate()).hasValue(10);
      assertThat(small.getSettings().resizeMode())
          .contains(VideoResizeModeEnum.CROP_AND_SCALE.value());
      assertThat(generator.track().getSettings().width()).hasValue(640);
      assertThatExceptionOfType(OverconstrainedError.class)
          .isThrownBy(
              () ->
                  small.applyConstraints(
                      MediaTrackConstraints.builder().width(ConstrainULong.min(20_000)).build()));
      small.applyConstraints(MediaTrackConstraints.EMPTY);
      few.clear();
      generator.writable().write(frame(pool, 31 * FRAME_US));
      assertThat(few).containsExactly("640x480");
    }
  }

  @Test
  void aSizeBeyondThatOfTheFramesIsMadeWhereItIsRequiredAndNotWhereItIsIdeal() {
    try (ContextFixture fixture = new ContextFixture();
        VideoFramePool pool = pool(320, 240);
        VideoTrackGenerator generator = new VideoTrackGenerator(fixture.context)) {
      generator.writable().write(frame(pool, 0));
      List<String> sizes = watch(generator.track(), ContextFixture::size);
      generator
          .track()
          .applyConstraints(
              MediaTrackConstraints.builder().width(ConstrainULong.ideal(800)).build());
      generator.writable().write(frame(pool, FRAME_US));
      generator
          .track()
          .applyConstraints(
              MediaTrackConstraints.builder()
                  .width(ConstrainULong.exact(800))
                  .height(ConstrainULong.exact(600))
                  .build());
      generator.writable().write(frame(pool, 2 * FRAME_US));
      assertThat(sizes).containsExactly("320x240", "800x600");
    }
  }

  @Test
  void closingTheStreamEndsAllTracksWithAnEventAndStoppingThemClosesTheStream() throws Exception {
    try (ContextFixture fixture = new ContextFixture();
        VideoFramePool pool = pool(320, 240)) {
      VideoTrackGenerator closed = new VideoTrackGenerator(fixture.context);
      MediaStreamTrack clone = closed.track().clone();
      CompletableFuture<Void> trackEnded = new CompletableFuture<>();
      CompletableFuture<Void> cloneEnded = new CompletableFuture<>();
      var _ = closed.track().onended(e -> trackEnded.complete(null));
      var _ = clone.onended(e -> cloneEnded.complete(null));
      closed.writable().close();
      await(trackEnded);
      await(cloneEnded);
      assertThat(clone.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
      assertThatExceptionOfType(TypeError.class)
          .isThrownBy(() -> closed.writable().write(frame(pool, 0)));

      VideoTrackGenerator stopped = new VideoTrackGenerator(fixture.context);
      MediaStreamTrack last = stopped.track().clone();
      stopped.track().stop();
      stopped.writable().write(frame(pool, 0)); // the clone is live
      last.stop();
      assertThatExceptionOfType(TypeError.class)
          .isThrownBy(() -> stopped.writable().write(frame(pool, 0)));
      assertThat(pool.inUse()).isZero();
    }
  }

  @Test
  void aMutedGeneratorDeliversNothingAndItsTracksAreMuted() throws Exception {
    try (ContextFixture fixture = new ContextFixture();
        VideoFramePool pool = pool(320, 240);
        VideoTrackGenerator generator = new VideoTrackGenerator(fixture.context)) {
      MediaStreamTrack track = generator.track();
      LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
      var _ = track.onmute(e -> events.add("mute " + track.muted()));
      var _ = track.onunmute(e -> events.add("unmute " + track.muted()));
      List<Long> times = watch(track, VideoFrame::timestampUs);
      generator.muted(true);
      generator.writable().write(frame(pool, 1));
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("mute true");
      assertThat(track.clone().muted()).isTrue();
      generator.muted(false);
      generator.writable().write(frame(pool, 2));
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("unmute false");
      assertThat(times).containsExactly(2L);
      assertThat(pool.inUse()).isZero();
    }
  }

  @Test
  void aWriteIsOverWhenTheSinksAreAndClosedFramesAreRefused() throws Exception {
    try (ContextFixture fixture = new ContextFixture();
        VideoFramePool pool = pool(320, 240);
        VideoTrackGenerator generator = new VideoTrackGenerator(fixture.context)) {
      CountDownLatch busy = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      List<Long> times = watch(generator.track(), VideoFrame::timestampUs);
      generator
          .track()
          .addVideoSink(
              Delivery.direct(),
              frame -> {
                busy.countDown();
                try {
                  assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      CompletableFuture<Void> first = generator.writable().writeAsync(frame(pool, 1));
      CompletableFuture<Void> second = generator.writable().writeAsync(frame(pool, 2));
      assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(first).isNotDone();
      release.countDown();
      await(first);
      await(second);
      assertThat(times).containsExactly(1L, 2L);
      VideoFrame closed = frame(pool, 3);
      closed.close();
      assertThatExceptionOfType(TypeError.class)
          .isThrownBy(() -> generator.writable().write(closed));
    }
  }

  @Test
  void aCameraPipedThroughIsTheCameraFrameByFrame() throws Exception {
    try (ContextFixture fixture = new ContextFixture();
        VideoTrackGenerator generator = new VideoTrackGenerator(fixture.context)) {
      MediaStreamTrack camera = fixture.camera();
      MediaStreamTrackProcessor<VideoFrame> processor =
          MediaStreamTrackProcessor.ofVideo(new MediaStreamTrackProcessorInit(camera, 16));
      LinkedBlockingQueue<Long> numbers = new LinkedBlockingQueue<>();
      generator
          .track()
          .addVideoSink(
              Delivery.direct(),
              frame -> numbers.add(VideoPattern.read(frame).orElseThrow().number()));
      CompletableFuture<Void> ended = new CompletableFuture<>();
      var _ = generator.track().onended(e -> ended.complete(null));
      Thread pipe =
          Thread.ofVirtual().start(() -> processor.readable().pipeTo(generator.writable()));
      long expected = -1;
      for (int i = 0; i < 30; i++) {
        fixture.clock.advanceToNextWaiterUs();
        long number = numbers.poll(20, TimeUnit.SECONDS);
        if (expected >= 0) {
          assertThat(number).isEqualTo(expected);
        }
        expected = number + 1;
      }
      camera.stop();
      await(ended);
      assertThat(pipe.join(Duration.ofSeconds(20))).isTrue();
    }
  }
}
