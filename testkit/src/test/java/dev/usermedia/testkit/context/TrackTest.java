package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.listen;
import static dev.usermedia.testkit.context.ContextFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.MediaStreamTrackVideoStats;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoFrame;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TrackTest {
  private static final long FRAME_US = 33_334;

  @Test
  void aDisabledTrackIsBlackAndOthersOfTheDeviceAreNot() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack off = fixture.camera();
      MediaStreamTrack on = off.clone();
      List<Boolean> offBlack = watch(off, TrackTest::isBlack);
      List<Boolean> onBlack = watch(on, TrackTest::isBlack);
      off.enabled(false);
      fixture.clock.advanceUs(3 * FRAME_US);
      assertThat(offBlack).isNotEmpty().doesNotContain(false);
      assertThat(onBlack).hasSameSizeAs(offBlack).doesNotContain(true);
      offBlack.clear();
      off.enabled(true);
      fixture.clock.advanceUs(3 * FRAME_US);
      assertThat(offBlack).isNotEmpty().doesNotContain(true);
    }
  }

  @Test
  void aDisabledMicrophoneIsSilentWithTheSameTimes() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.microphone();
      List<String> on = listen(track, d -> d.timestampUs() + " " + d.numberOfFrames());
      MediaStreamTrack other = track.clone();
      other.enabled(false);
      List<String> off = listen(other, d -> d.timestampUs() + " " + d.numberOfFrames());
      List<Float> loudest =
          listen(
              other,
              data -> {
                float peak = 0;
                for (float s : data.plane(0).toArray(ValueLayout.JAVA_FLOAT)) {
                  peak = Math.max(peak, Math.abs(s));
                }
                return peak;
              });
      fixture.clock.advanceUs(1_200_000); // a beep lies in it
      assertThat(off).isNotEmpty().isEqualTo(on);
      assertThat(loudest).containsOnly(0f);
    }
  }

  @Test
  void theDeviceIsClosedByTheLastTrackThatStops() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack first = fixture.camera();
      MediaStreamTrack second = first.clone();
      MediaStreamTrack third = fixture.camera();
      List<String> sizes = watch(third, ContextFixture::size);
      first.stop();
      second.stop();
      fixture.clock.advanceUs(2 * FRAME_US);
      assertThat(sizes).isNotEmpty();
      assertThat(Threads.ofSources()).hasSize(1);
      third.stop();
      // a new track waits until the device was let go and opens it anew
      assertThat(fixture.camera().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
      assertThat(Threads.ofSources()).hasSize(1);
    }
  }

  @Test
  void stopFiresNothingAndUnpluggingFiresEndedOnEachTrackOnce() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      List<String> events = new ArrayList<>();
      CompletableFuture<Void> done = new CompletableFuture<>();
      MediaStreamTrack stopped = fixture.camera();
      MediaStreamTrack pulled = stopped.clone();
      var _ = stopped.onended(e -> events.add("stopped " + e.type()));
      var _ =
          pulled.onended(
              e -> {
                events.add("pulled " + e.type() + " " + pulled.readyState().value());
                done.complete(null);
              });
      stopped.stop();
      assertThat(stopped.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
      fixture.driver.unplug("camera-user");
      ContextFixture.await(done);
      assertThat(events).containsExactly("pulled ended ended");
      assertThat(pulled.getSettings().deviceId()).isPresent();
      assertThat(pulled.getSettings().width()).isEmpty();
    }
  }

  @Test
  void muteAndUnmuteFollowTheDevice() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
      MediaStreamTrack track = fixture.camera();
      var _ = track.onmute(e -> events.add(e.type() + " " + track.muted()));
      var _ = track.onunmute(e -> events.add(e.type() + " " + track.muted()));
      fixture.driver.setMuted("camera-user", true);
      fixture.clock.advanceUs(2 * FRAME_US);
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("mute true");
      fixture.driver.setMuted("camera-user", false);
      fixture.clock.advanceUs(2 * FRAME_US);
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("unmute false");
    }
  }

  @Test
  void constraintsAreAppliedToARunningTrackWithinTwoFramesAndToItsClonesNot() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      MediaStreamTrack clone = track.clone();
      List<String> sizes = watch(track, ContextFixture::size);
      List<String> cloneSizes = watch(clone, ContextFixture::size);
      fixture.clock.advanceUs(3 * FRAME_US);
      MediaTrackConstraints small =
          MediaTrackConstraints.builder()
              .width(ConstrainULong.exact(200))
              .height(ConstrainULong.exact(100))
              .frameRate(ConstrainDouble.exact(10))
              .build();
      int before = sizes.size();
      track.applyConstraints(small);
      assertThat(track.getSettings().width()).hasValue(200);
      assertThat(track.getSettings().frameRate()).hasValue(10);
      assertThat(track.getConstraints()).isEqualTo(small);
      assertThat(clone.getSettings().width()).hasValue(640);
      fixture.clock.advanceUs(30 * FRAME_US);
      assertThat(sizes.subList(before, sizes.size())).containsOnly("200x100").hasSizeBetween(9, 12);
      assertThat(cloneSizes).containsOnly("640x480").hasSizeGreaterThan(30);
    }
  }

  @Test
  void aLargerSizeSwitchesTheDevicesModeAndNoFrameIsMissing() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      List<Long> times = watch(track, VideoFrame::timestampUs);
      List<String> sizes = watch(track, ContextFixture::size);
      fixture.clock.advanceUs(5 * FRAME_US);
      track.applyConstraints(
          MediaTrackConstraints.builder()
              .width(ConstrainULong.exact(1920))
              .height(ConstrainULong.exact(1080))
              .build());
      fixture.clock.advanceUs(5 * FRAME_US);
      assertThat(sizes.getFirst()).isEqualTo("640x480");
      assertThat(sizes.getLast()).isEqualTo("1920x1080");
      for (int i = 1; i < times.size(); i++) {
        assertThat(times.get(i) - times.get(i - 1)).isBetween(33_000L, 34_000L);
      }
    }
  }

  @Test
  void whatCannotBeAppliedLeavesEverythingAsItWas() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaTrackConstraints fine =
          MediaTrackConstraints.builder().width(ConstrainULong.ideal(320)).build();
      MediaStreamTrack track = fixture.camera(fine);
      assertThatExceptionOfType(OverconstrainedError.class)
          .isThrownBy(
              () ->
                  track.applyConstraints(
                      MediaTrackConstraints.builder().frameRate(ConstrainDouble.min(500)).build()))
          .satisfies(e -> assertThat(e.constraint()).isEqualTo("frameRate"));
      assertThat(track.getConstraints()).isEqualTo(fine);
      assertThat(track.getSettings().width()).hasValue(320);
    }
  }

  @Test
  void anEndedTrackTakesAnyConstraintsAndNoSinks() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      track.stop();
      track.applyConstraints(
          MediaTrackConstraints.builder().width(ConstrainULong.min(100_000)).build());
      assertThatExceptionOfType(DOMException.class)
          .isThrownBy(() -> track.addVideoSink(Delivery.direct(), frame -> {}))
          .satisfies(e -> assertThat(e.name()).isEqualTo("InvalidStateError"));
      assertThat(track.clone().readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    }
  }

  @Test
  void aSinkThatThrowsIsReportedAndHarmsNobodyElse() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      track.addVideoSink(
          Delivery.direct(),
          frame -> {
            throw new IllegalStateException("mine");
          });
      List<String> sizes = watch(track, ContextFixture::size);
      fixture.clock.advanceUs(3 * FRAME_US);
      assertThat(sizes).hasSizeGreaterThanOrEqualTo(3);
      assertThat(fixture.errors).hasSameSizeAs(sizes);
      assertThat(fixture.errors.getFirst()).hasMessage("mine");
    }
  }

  @Test
  void aSinkMayStopItsOwnTrackButNotWaitForIt() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      CompletableFuture<DOMException> refused = new CompletableFuture<>();
      track.addVideoSink(
          Delivery.direct(),
          frame -> {
            try {
              track.applyConstraints(MediaTrackConstraints.EMPTY);
            } catch (DOMException e) {
              refused.complete(e);
            }
            track.stop();
          });
      fixture.clock.advanceUs(FRAME_US);
      assertThat(ContextFixture.await(refused).name()).isEqualTo("InvalidStateError");
      assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    }
  }

  @Test
  void twoSinksMayStopEachOthersTracksAtTheSameTime() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack front = fixture.camera(facing("user"));
      MediaStreamTrack rear = fixture.camera(facing("environment"));
      CountDownLatch bothDeliver = new CountDownLatch(2);
      CountDownLatch bothStopped = new CountDownLatch(2);
      for (MediaStreamTrack track : List.of(front, rear)) {
        track.addVideoSink(
            Delivery.direct(),
            frame -> {
              bothDeliver.countDown();
              awaitQuietly(bothDeliver);
              (track == front ? rear : front).stop();
              bothStopped.countDown();
            });
      }
      fixture.clock.jumpUs(FRAME_US); // waits for nobody
      assertThat(bothStopped.await(20, TimeUnit.SECONDS)).isTrue();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!Threads.ofSources().isEmpty() && System.nanoTime() < deadline) {
        fixture.clock.advanceUs(FRAME_US);
      }
      assertThat(Threads.ofSources()).isEmpty();
    }
  }

  private static MediaTrackConstraints facing(String way) {
    return MediaTrackConstraints.builder().facingMode(ConstrainDOMString.exact(way)).build();
  }

  @Test
  void aSlowSinkGetsTheNewestFrameAndTheRestIsCounted() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      CountDownLatch busy = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      LinkedBlockingQueue<Long> seen = new LinkedBlockingQueue<>();
      var registration =
          track.addVideoSink(
              Delivery.newest(),
              frame -> {
                seen.add(frame.timestampUs());
                busy.countDown();
                awaitQuietly(release);
              });
      List<Long> all = watch(track, VideoFrame::timestampUs);
      fixture.clock.advanceUs(FRAME_US);
      assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
      int first = all.size();
      fixture.clock.advanceUs(10 * FRAME_US);
      release.countDown();
      long shown = seen.poll(20, TimeUnit.SECONDS);
      assertThat(shown).isIn(all.subList(0, first));
      assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(all.getLast());
      assertThat(registration.discardedFrames()).isEqualTo(all.size() - 2);
    }
  }

  @Test
  void statisticsTellDeliveredFromDiscarded() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track =
          fixture.camera(
              MediaTrackConstraints.builder()
                  .width(ConstrainULong.exact(640))
                  .height(ConstrainULong.exact(480))
                  .frameRate(ConstrainDouble.exact(10))
                  .build());
      List<Long> times = watch(track, VideoFrame::timestampUs);
      fixture.clock.advanceUs(1_000_000);
      MediaStreamTrackVideoStats stats = (MediaStreamTrackVideoStats) track.stats();
      // the first frame may have come before the sink
      assertThat(stats.deliveredFrames()).isBetween((long) times.size(), times.size() + 1L);
      assertThat(times).hasSizeBetween(9, 11);
      assertThat(stats.totalFrames()).isGreaterThan(stats.deliveredFrames());
      assertThat(stats.droppedFrames()).isZero();
    }
  }

  @Test
  void aTrackThatIsDroppedIsFoundAndItsDeviceLetGo() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      assertThat(fixture.camera().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!Threads.ofSources().isEmpty() && System.nanoTime() < deadline) {
        System.gc();
        fixture.clock.advanceUs(FRAME_US);
      }
      assertThat(Threads.ofSources()).isEmpty();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isBlack(VideoFrame frame) {
    for (byte sample : frame.plane(0).toArray(ValueLayout.JAVA_BYTE)) {
      if (sample != 16) {
        return false;
      }
    }
    return true;
  }
}
