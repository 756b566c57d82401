package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.await;
import static dev.usermedia.testkit.context.ContextFixture.listen;
import static dev.usermedia.testkit.context.ContextFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.DOMException;
import dev.usermedia.MediaClock;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RelinquishTest {
  private static final long SECOND_US = 1_000_000;

  /** Turns the clock in small steps until as many devices are open, or what stands for them. */
  private static void awaitOpen(ContextFixture fixture, int devices) {
    turnUntil(fixture, () -> Threads.ofSources().size() == devices);
    fixture.clock.awaitWaiters(1);
  }

  /** Turns the clock in small steps until something is so; the rest is up to threads. */
  private static void turnUntil(ContextFixture fixture, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("is so in time").isLessThan(deadline);
      fixture.clock.advanceUs(1_000);
    }
  }

  @Test
  void aCameraWhoseTracksAreDisabledIsClosedAfterThreeSecondsAndGoesOnBlack() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      List<Long> times = watch(track, VideoFrame::timestampUs);
      fixture.clock.advanceUs(5 * SECOND_US);
      assertThat(fixture.context.indicators().live(MediaKind.VIDEO)).isTrue();
      track.enabled(false);
      fixture.clock.advanceUs(2 * SECOND_US + 900_000);
      assertThat(Threads.ofSources()).hasSize(1);
      fixture.clock.advanceUs(200_000);
      awaitOpen(fixture, 0);
      turnUntil(fixture, () -> !fixture.context.indicators().live(MediaKind.VIDEO));
      assertThat(fixture.context.indicators().accessible(MediaKind.VIDEO)).isTrue();
      int before = times.size();
      fixture.clock.advanceUs(SECOND_US);
      assertThat(times.size() - before).isBetween(28, 32);
      assertThat(times).isSorted().doesNotHaveDuplicates();
      assertThat(track.muted()).isFalse();
      assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);

      List<Boolean> patterns = watch(track, frame -> VideoPattern.read(frame).isPresent());
      track.enabled(true);
      awaitOpen(fixture, 1);
      patterns.clear();
      fixture.clock.advanceUs(SECOND_US);
      assertThat(patterns).hasSizeGreaterThan(25).containsOnly(true);
      assertThat(times).isSorted().doesNotHaveDuplicates();
      turnUntil(fixture, () -> fixture.context.indicators().live(MediaKind.VIDEO));
    }
  }

  @Test
  void aMicrophoneGoesOnSilentWithoutGaps() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.microphone();
      track.enabled(false);
      fixture.clock.advanceUs(3_100_000);
      awaitOpen(fixture, 0);
      List<long[]> chunks =
          listen(track, (AudioData d) -> new long[] {d.timestampUs(), d.durationUs()});
      fixture.clock.advanceUs(SECOND_US);
      assertThat(chunks).hasSizeGreaterThan(50);
      for (int i = 1; i < chunks.size(); i++) {
        long[] before = chunks.get(i - 1);
        assertThat(chunks.get(i)[0]).isBetween(before[0] + before[1], before[0] + before[1] + 1);
      }
    }
  }

  @Test
  void oneEnabledTrackKeepsTheDeviceUntilItStops() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack off = fixture.camera();
      MediaStreamTrack on = off.clone();
      off.enabled(false);
      fixture.clock.advanceUs(6 * SECOND_US);
      assertThat(Threads.ofSources()).hasSize(1);
      on.stop();
      fixture.clock.advanceUs(2 * SECOND_US);
      assertThat(Threads.ofSources()).hasSize(1);
      fixture.clock.advanceUs(1_100_000);
      awaitOpen(fixture, 0);
      off.enabled(true);
      awaitOpen(fixture, 1);
      off.enabled(false);
      fixture.clock.advanceUs(3_100_000);
      awaitOpen(fixture, 0);
      MediaStreamTrack another =
          fixture
              .context
              .mediaDevices()
              .getUserMedia(ContextFixture.CAMERA)
              .getVideoTracks()
              .getFirst();
      assertThat(Threads.ofSources()).hasSize(1);
      assertThat(another.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }
  }

  @Test
  void aDeviceThatCannotBeOpenedAgainEndsItsTracks() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      CompletableFuture<Void> ended = new CompletableFuture<>();
      var _ = track.onended(e -> ended.complete(null));
      track.enabled(false);
      fixture.clock.advanceUs(3_100_000);
      awaitOpen(fixture, 0);
      fixture.driver.refuse("camera-user", Optional.of(SourceException.Kind.BUSY));
      track.enabled(true);
      await(ended);
      assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    }
  }

  @Test
  void whatAPersonTurnedOnTheDeviceIsAsItWasWhenTheDeviceIsOpenedAgain() throws Exception {
    SyntheticDriver blurring =
        new SyntheticDriver(
            List.of(
                SyntheticDevice.camera("camera-user")
                    .withCapability(
                        "backgroundBlur", new Capability.Choice(List.of(false, true)))));
    try (ContextFixture fixture = new ContextFixture(blurring)) {
      MediaStreamTrack track = fixture.camera();
      CompletableFuture<Void> changed = new CompletableFuture<>();
      var _ = track.onconfigurationchange(e -> changed.complete(null));
      blurring.turn("camera-user", "backgroundBlur", true);
      await(changed);
      track.enabled(false);
      fixture.clock.advanceUs(3_100_000);
      awaitOpen(fixture, 0);
      track.enabled(true);
      awaitOpen(fixture, 1);
      assertThat(track.getSettings().backgroundBlur()).contains(true);
      assertThat(track.clone().getSettings().backgroundBlur()).contains(true);
    }
  }

  @Test
  void aDeviceThatOpensButDoesNotStartAgainLeavesItsTracksOnTheirBlackPictures() throws Exception {
    StubbornDriver stubborn = new StubbornDriver();
    try (ContextFixture fixture =
        new ContextFixture(new SyntheticDriver(List.of()), builder -> builder.driver(stubborn))) {
      MediaStreamTrack off = fixture.camera();
      off.enabled(false);
      fixture.clock.advanceUs(3_100_000);
      awaitOpen(fixture, 0);
      List<Long> times = watch(off, VideoFrame::timestampUs);

      stubborn.startsNext = false;
      assertThatThrownBy(() -> fixture.context.mediaDevices().getUserMedia(ContextFixture.CAMERA))
          .isInstanceOfSatisfying(
              DOMException.class, e -> assertThat(e.name()).isEqualTo("NotReadableError"));
      assertThat(Threads.ofSources()).isEmpty();
      fixture.clock.awaitWaiters(1);
      fixture.clock.advanceUs(SECOND_US);
      assertThat(times).hasSizeGreaterThan(25).isSorted();
      assertThat(off.readyState()).isEqualTo(MediaStreamTrackState.LIVE);

      off.enabled(true);
      awaitOpen(fixture, 1);
    }
  }

  /** One synthetic camera, which opens, and refuses to start when it is told to. */
  private static final class StubbornDriver implements MediaDriver {
    private final SyntheticDriver driver = new SyntheticDriver();
    private volatile boolean startsNext = true;

    @Override
    public String name() {
      return driver.name();
    }

    @Override
    public List<SourceDevice> devices() {
      return driver.devices().stream()
          .filter(device -> device.hardwareId().equals("camera-user"))
          .toList();
    }

    @Override
    public Source open(SourceDevice device, MediaClock clock) throws SourceException {
      Source source = driver.open(device, clock);
      return new Source() {
        @Override
        public void start(SourceSettings settings, SourceOutput output) throws SourceException {
          if (!startsNext) {
            startsNext = true;
            throw new SourceException(
                SourceException.Kind.BUSY, name(), "start", device.hardwareId(), "not this time");
          }
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
      };
    }
  }

  @Test
  void outOfViewATrackThatIsEnabledIsMutedUntilTheDocumentComesIntoView() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
      var _ = track.onmute(e -> events.add("mute"));
      var _ = track.onunmute(e -> events.add("unmute"));
      track.enabled(false);
      fixture.clock.advanceUs(3_100_000);
      awaitOpen(fixture, 0);
      fixture.context.inView(false);
      track.enabled(true);
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("mute");
      assertThat(Threads.ofSources()).isEmpty();
      fixture.context.inView(true);
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("unmute");
      awaitOpen(fixture, 1);
    }
  }

  @Test
  void aContextThatWasToldSoKeepsItsDevices() {
    try (ContextFixture fixture =
        new ContextFixture(new SyntheticDriver(), builder -> builder.relinquishDevices(false))) {
      MediaStreamTrack track = fixture.camera();
      track.enabled(false);
      fixture.clock.advanceUs(6 * SECOND_US);
      assertThat(Threads.ofSources()).hasSize(1);
    }
  }
}
