package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.await;
import static dev.usermedia.testkit.context.ContextFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.ContentHint;
import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static final long FRAME_US = 33_334;

  private static MediaContext elsewhere() {
    return MediaContext.builder().systemDrivers(false).origin("elsewhere").build();
  }

  private static long number(VideoFrame frame) {
    return VideoPattern.read(frame).orElseThrow().number();
  }

  @Test
  void theTrackGoesOnElsewhereAsItWasWithoutLosingAFrame() {
    try (ContextFixture fixture = new ContextFixture();
        MediaContext other = elsewhere()) {
      MediaStreamTrack original =
          fixture.camera(MediaTrackConstraints.builder().width(ConstrainULong.exact(320)).build());
      original.contentHint(ContentHint.DETAIL);
      List<Long> before = watch(original, TransferTest::number);
      List<String> events = new ArrayList<>();
      var _ = original.onended(e -> events.add("ended"));
      fixture.clock.advanceUs(3 * FRAME_US);
      MediaStreamTrack moved = original.transfer(other);
      List<Long> after = watch(moved, TransferTest::number);
      List<String> sizes = watch(moved, ContextFixture::size);
      fixture.clock.advanceUs(3 * FRAME_US);

      assertThat(original.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
      assertThat(events).isEmpty();
      assertThat(moved.id()).isEqualTo(original.id());
      assertThat(moved.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
      assertThat(moved.getConstraints()).isEqualTo(original.getConstraints());
      assertThat(moved.getSettings().width()).hasValue(320);
      assertThat(moved.contentHint()).isEqualTo(ContentHint.DETAIL);
      assertThat(after.getFirst()).isEqualTo(before.getLast() + 1);
      assertThat(sizes).containsOnly(sizes.getFirst()).first().asString().startsWith("320x");
      moved.applyConstraints(
          MediaTrackConstraints.builder().width(ConstrainULong.exact(160)).build());
      sizes.clear();
      fixture.clock.advanceUs(3 * FRAME_US);
      assertThat(sizes).isNotEmpty().allMatch(size -> size.startsWith("160x"));
    }
  }

  @Test
  @SuppressWarnings("try") // the other context is closed early
  void aTrackIsTransferredOnceAndOneThatEndedStaysEnded() {
    try (ContextFixture fixture = new ContextFixture();
        MediaContext other = elsewhere()) {
      MediaStreamTrack original = fixture.camera();
      MediaStreamTrack moved = original.transfer(other);
      assertThatExceptionOfType(DOMException.class)
          .isThrownBy(() -> original.transfer(other))
          .satisfies(e -> assertThat(e.name()).isEqualTo("DataCloneError"));
      MediaStreamTrack back = moved.transfer(fixture.context);
      assertThat(back.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
      back.stop();
      assertThat(back.transfer(other).readyState()).isEqualTo(MediaStreamTrackState.ENDED);
      MediaStreamTrack kept = fixture.camera();
      other.close();
      assertThatExceptionOfType(DOMException.class)
          .isThrownBy(() -> kept.transfer(other))
          .satisfies(e -> assertThat(e.name()).isEqualTo("InvalidStateError"));
      assertThat(kept.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }
  }

  @Test
  void eventsOfItsDeviceAreFiredOnTheLoopOfItsContext() throws Exception {
    try (ContextFixture fixture = new ContextFixture();
        MediaContext other = elsewhere()) {
      MediaStreamTrack moved = fixture.camera().transfer(other);
      MediaStreamTrack clone = moved.clone();
      LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
      var _ =
          moved.onmute(
              e -> events.add(e.type() + " " + moved.muted() + Thread.currentThread().getName()));
      var _ = clone.onended(e -> events.add(e.type() + Thread.currentThread().getName()));
      fixture.driver.setMuted("camera-user", true);
      fixture.clock.advanceUs(2 * FRAME_US);
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("mute trueusermedia loop elsewhere");
      fixture.driver.unplug("camera-user");
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("endedusermedia loop elsewhere");
    }
  }

  @Test
  void closingTheContextOfTheSourceEndsItWithAnEventAndClosingItsOwnLetsTheDeviceGo()
      throws Exception {
    try (ContextFixture fixture = new ContextFixture();
        MediaContext other = elsewhere()) {
      MediaStreamTrack moved = fixture.camera().transfer(other);
      CompletableFuture<MediaStreamTrackState> ended = new CompletableFuture<>();
      var _ = moved.onended(e -> ended.complete(moved.readyState()));
      fixture.context.close();
      assertThat(await(ended)).isEqualTo(MediaStreamTrackState.ENDED);
    }
    try (ContextFixture fixture = new ContextFixture()) {
      MediaContext other = elsewhere();
      MediaStreamTrack moved = fixture.camera().transfer(other);
      other.close();
      assertThat(moved.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!Threads.ofSources().isEmpty() && System.nanoTime() < deadline) {
        fixture.clock.advanceUs(FRAME_US);
      }
      assertThat(Threads.ofSources()).isEmpty();
    }
  }

  @Test
  void revokingThePermissionOfTheContextOfTheSourceEndsItAndThatOfItsOwnDoesNot() throws Exception {
    try (ContextFixture fixture = new ContextFixture();
        MediaContext other = elsewhere()) {
      MediaStreamTrack moved = fixture.camera().transfer(other);
      CompletableFuture<Void> ended = new CompletableFuture<>();
      var _ = moved.onended(e -> ended.complete(null));
      other.permissions().revoke(PermissionDescriptor.of(PermissionName.CAMERA));
      await(other.mediaDevices().enumerateDevicesAsync()); // has run what the revocation queued
      assertThat(moved.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
      fixture.context.permissions().revoke(PermissionDescriptor.of(PermissionName.CAMERA));
      await(ended);
    }
  }
}
