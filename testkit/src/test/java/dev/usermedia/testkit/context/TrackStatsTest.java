package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.await;
import static dev.usermedia.testkit.context.ContextFixture.listen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackAudioStats;
import dev.usermedia.MediaStreamTrackVideoStats;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.AudioData;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TrackStatsTest {
  private static MediaStreamTrack microphone(ContextFixture fixture) {
    return fixture
        .open(
            MediaStreamConstraints.builder()
                .audio(
                    MediaTrackConstraints.builder()
                        .sampleRate(ConstrainULong.exact(16_000))
                        .channelCount(ConstrainULong.exact(2))
                        .latency(ConstrainDouble.exact(0.02))
                        .build())
                .build())
        .getAudioTracks()
        .getFirst();
  }

  @Test
  void soundIsCountedInFramesAndMilliseconds() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = microphone(fixture);
      List<Integer> heard = listen(track, AudioData::numberOfFrames);
      fixture.clock.advanceUs(1_000_000);
      MediaStreamTrackAudioStats stats = (MediaStreamTrackAudioStats) track.stats();
      assertThat(track.stats()).isSameAs(stats);
      long frames = heard.stream().mapToLong(Integer::intValue).sum();
      assertThat(stats.deliveredFrames()).isEqualTo(frames).isCloseTo(16_000, within(640L));
      assertThat(stats.deliveredFramesDuration()).isCloseTo(frames / 16.0, within(0.001));
      assertThat(stats.totalFrames()).isEqualTo(frames);
      assertThat(stats.totalFramesDuration()).isEqualTo(stats.deliveredFramesDuration());
      assertThat(stats.toJSON().keySet())
          .containsExactly(
              "deliveredFrames",
              "deliveredFramesDuration",
              "totalFrames",
              "totalFramesDuration",
              "latency",
              "averageLatency",
              "minimumLatency",
              "maximumLatency");
    }
  }

  @Test
  void latencyIsThatOfTheChunkUntilTheDeviceIsLateAndResettingForgets() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = microphone(fixture);
      MediaStreamTrackAudioStats stats = (MediaStreamTrackAudioStats) track.stats();
      fixture.clock.advanceUs(200_000);
      assertThat(stats.latency()).isCloseTo(20, within(0.1));
      fixture.clock.jumpUs(35_000); // as if the thread had been held up
      fixture.clock.advanceUs(100_000);
      assertThat(stats.latency()).isCloseTo(20, within(0.1));
      assertThat(stats.minimumLatency()).isCloseTo(20, within(0.1));
      double worst = stats.maximumLatency();
      assertThat(worst).isBetween(35.0, 60.0);
      assertThat(stats.averageLatency()).isBetween(20.1, worst - 1);
      stats.resetLatency();
      assertThat(stats.maximumLatency()).isEqualTo(stats.latency());
      assertThat(stats.averageLatency()).isEqualTo(stats.latency());
      fixture.clock.advanceUs(100_000);
      assertThat(stats.maximumLatency()).isCloseTo(20, within(0.1));
    }
  }

  @Test
  void nothingIsCountedWhileATrackIsDisabledAndItsCloneGoesOn() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      MediaStreamTrack clone = track.clone();
      MediaStreamTrackVideoStats stats = (MediaStreamTrackVideoStats) track.stats();
      fixture.clock.advanceUs(500_000);
      track.enabled(false);
      long before = stats.totalFrames();
      assertThat(before).isGreaterThan(10);
      fixture.clock.advanceUs(500_000);
      assertThat(stats.totalFrames()).isEqualTo(before);
      assertThat(((MediaStreamTrackVideoStats) clone.stats()).totalFrames())
          .isGreaterThan(before + 10);
      track.enabled(true);
      fixture.clock.advanceUs(500_000);
      assertThat(stats.totalFrames()).isGreaterThan(before + 10);
    }
  }

  @Test
  void whatTheDeviceLosesIsInTheTotalAlone() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      MediaStreamTrackVideoStats stats = (MediaStreamTrackVideoStats) track.stats();
      fixture.clock.advanceUs(100_000);
      fixture.clock.jumpUs(1_000_000); // the device keeps four pictures for a late thread
      fixture.clock.advanceUs(100_000);
      assertThat(stats.droppedFrames()).isBetween(20L, 30L);
      assertThat(stats.totalFrames())
          .isEqualTo(stats.deliveredFrames() + stats.droppedFrames())
          .isBetween(33L, 38L);
      assertThat(stats.toJSON().keySet())
          .containsExactly("deliveredFrames", "discardedFrames", "totalFrames");
    }
  }

  @Test
  void numbersStandStillDuringATaskOfTheEventLoop() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      MediaStreamTrackVideoStats stats = (MediaStreamTrackVideoStats) track.stats();
      CompletableFuture<Long> first = new CompletableFuture<>();
      CompletableFuture<Void> moved = new CompletableFuture<>();
      CompletableFuture<Long> second = new CompletableFuture<>();
      var _ =
          track.onunmute(
              e -> {
                first.complete(stats.totalFrames());
                moved.join();
                second.complete(stats.totalFrames());
              });
      fixture.driver.setMuted("camera-user", true);
      fixture.clock.advanceUs(100_000);
      fixture.driver.setMuted("camera-user", false);
      fixture.clock.advanceUs(1_000);
      long before = await(first);
      fixture.clock.advanceUs(500_000);
      assertThat(stats.totalFrames()).as("elsewhere").isGreaterThan(before + 10);
      moved.complete(null);
      assertThat(await(second)).isEqualTo(before);
    }
  }
}
