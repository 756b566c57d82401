package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.await;
import static dev.usermedia.testkit.context.ContextFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackProcessor;
import dev.usermedia.MediaStreamTrackProcessorInit;
import dev.usermedia.TypeError;
import dev.usermedia.VideoTrackGenerator;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.streams.ReadableStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TrackProcessorTest {
  private static final long FRAME_US = 33_334;

  private static MediaStreamTrackProcessor<VideoFrame> processor(MediaStreamTrack track, int size) {
    return MediaStreamTrackProcessor.ofVideo(new MediaStreamTrackProcessorInit(track, size));
  }

  private static long timeOfNext(ReadableStream<VideoFrame> readable) {
    try (VideoFrame frame = readable.read().orElseThrow()) {
      return frame.timestampUs();
    }
  }

  @Test
  void whatWaitsIsTheNewestInOrderAndTheRestIsCounted() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      MediaStreamTrackProcessor<VideoFrame> processor = processor(track, 3);
      List<Long> all = watch(track, VideoFrame::timestampUs);
      fixture.clock.advanceUs(10 * FRAME_US);
      int count = all.size();
      for (int i = count - 3; i < count; i++) {
        assertThat(timeOfNext(processor.readable())).isEqualTo(all.get(i));
      }
      assertThat(processor.discardedFrames()).isEqualTo(count - 3);
      assertThat(processor.totalFrames()).isEqualTo(count);
      processor.readable().cancel();
      fixture.clock.advanceUs(2 * FRAME_US);
      assertThat(processor.totalFrames()).isEqualTo(count);
    }
  }

  @Test
  void readsThatWaitAreServedInOrderOnTheEventLoop() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      ReadableStream<VideoFrame> readable =
          MediaStreamTrackProcessor.ofVideo(new MediaStreamTrackProcessorInit(track)).readable();
      List<Long> all = watch(track, VideoFrame::timestampUs);
      List<CompletableFuture<Long>> reads = new ArrayList<>();
      CompletableFuture<String> thread = new CompletableFuture<>();
      for (int i = 0; i < 3; i++) {
        reads.add(
            readable
                .readAsync()
                .thenApply(
                    frame -> {
                      thread.complete(Thread.currentThread().getName());
                      try (VideoFrame open = frame.orElseThrow()) {
                        return open.timestampUs();
                      }
                    }));
      }
      fixture.clock.advanceUs(4 * FRAME_US);
      for (int i = 0; i < reads.size(); i++) {
        assertThat(await(reads.get(i))).isEqualTo(all.get(i));
      }
      assertThat(await(thread)).startsWith("usermedia loop");
    }
  }

  @Test
  void theStreamClosesWhenTheTrackEndsAndReadsThatWaitAreToldSo() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      ReadableStream<VideoFrame> readable = processor(fixture.camera(), 5).readable();
      CompletableFuture<Optional<VideoFrame>> waiting = readable.readAsync();
      fixture.driver.unplug("camera-user");
      assertThat(await(waiting)).isEmpty();
      assertThat(readable.read()).isEmpty();
    }
  }

  @Test
  void whatWaitsIsLetGoWhenTheTrackStops() {
    try (ContextFixture fixture = new ContextFixture();
        VideoFramePool pool =
            new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, 64, 48), 4);
        VideoTrackGenerator generator = new VideoTrackGenerator(fixture.context)) {
      ReadableStream<VideoFrame> readable = processor(generator.track(), 5).readable();
      for (int i = 0; i < 3; i++) {
        generator.writable().write(pool.acquire().orElseThrow().publish(i, 0));
      }
      assertThat(pool.inUse()).isEqualTo(3);
      generator.track().stop();
      assertThat(pool.inUse()).isZero();
      assertThat(readable.read()).isEmpty();
    }
  }

  @Test
  void anEndedTrackHasNothingToRead() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      track.stop();
      assertThat(processor(track, 1).readable().read()).isEmpty();
    }
  }

  @Test
  void aCancelledStreamIsNoLongerASinkOfItsTrack() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      MediaStreamTrackProcessor<VideoFrame> processor = processor(track, 1);
      processor.readable().cancel();
      List<Long> all = watch(track, VideoFrame::timestampUs);
      fixture.clock.advanceUs(5 * FRAME_US);
      assertThat(all).hasSizeGreaterThan(3);
      assertThat(processor.readable().read()).isEmpty();
      assertThat(processor.discardedFrames()).isZero();
    }
  }

  @Test
  void soundIsReadAsChunksWithoutGaps() {
    try (ContextFixture fixture = new ContextFixture()) {
      ReadableStream<AudioData> readable =
          MediaStreamTrackProcessor.ofAudio(
                  new MediaStreamTrackProcessorInit(fixture.microphone(), 200))
              .readable();
      fixture.clock.advanceUs(500_000);
      long nextUs = -1;
      for (int i = 0; i < 40; i++) {
        try (AudioData data = readable.read().orElseThrow()) {
          if (nextUs >= 0) {
            assertThat(data.timestampUs()).isBetween(nextUs - 1, nextUs + 1);
          }
          nextUs = data.timestampUs() + data.durationUs();
        }
      }
    }
  }

  @Test
  void whatCannotBeIsRefused() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      assertThatExceptionOfType(TypeError.class)
          .isThrownBy(
              () -> MediaStreamTrackProcessor.ofAudio(new MediaStreamTrackProcessorInit(track)));
      assertThatExceptionOfType(TypeError.class)
          .isThrownBy(() -> new MediaStreamTrackProcessorInit(track, 65_536));
      ReadableStream<VideoFrame> readable = processor(track, 0).readable();
      CompletableFuture<DOMException> refused = new CompletableFuture<>();
      track.addVideoSink(
          Delivery.direct(),
          frame -> {
            try {
              readable.read();
            } catch (DOMException e) {
              refused.complete(e);
            }
          });
      fixture.clock.advanceUs(FRAME_US);
      assertThat(await(refused).name()).isEqualTo("InvalidStateError");
    }
  }
}
