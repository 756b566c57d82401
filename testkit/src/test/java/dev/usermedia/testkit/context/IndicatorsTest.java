package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.permissions.PrivacyIndicators;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a person is shown of captures. */
class IndicatorsTest {
  @Test
  void anIndicatorGoesOnWithCaptureAndStaysOnForThreeSecondsAtLeast() throws Exception {
    try (ContextFixture fixture = ContextFixture.web()) {
      assertThat(fixture.context.indicators().anyLive()).isFalse();
      MediaStreamTrack track = fixture.camera();
      assertThat(fixture.context.indicators().live(MediaKind.VIDEO)).isTrue();
      assertThat(fixture.context.indicators().live(MediaKind.AUDIO)).isFalse();
      assertThat(fixture.context.indicators().accessible(MediaKind.VIDEO)).isTrue();
      CompletableFuture<Boolean> off = new CompletableFuture<>();
      var _ = fixture.context.indicators().onchange(lights -> off.complete(lights.anyLive()));
      track.stop();
      assertThat(fixture.context.indicators().anyLive()).isTrue();
      fixture.clock.awaitWaiters(1);
      fixture.clock.advanceUs(2_900_000);
      assertThat(fixture.context.indicators().anyLive()).isTrue();
      fixture.clock.advanceUs(200_000);
      assertThat(ContextFixture.await(off)).isFalse();
      assertThat(fixture.context.indicators().anyLive()).isFalse();
      // the permission lasts until the context closes
      assertThat(fixture.context.indicators().anyAccessible()).isTrue();
    }
  }

  @Test
  void aCapturedDisplayHasAnIndicatorOfItsOwn() throws Exception {
    try (ContextFixture fixture = ContextFixture.web()) {
      MediaStreamTrack track =
          fixture
              .context
              .mediaDevices()
              .getDisplayMedia(DisplayMediaStreamOptions.DEFAULT)
              .getVideoTracks()
              .getFirst();
      PrivacyIndicators lights = fixture.context.indicators();
      assertThat(lights.displayLive(MediaKind.VIDEO)).isTrue();
      assertThat(lights.displayAccessible(MediaKind.VIDEO)).isTrue();
      assertThat(lights.displayLive(MediaKind.AUDIO)).isFalse();
      assertThat(lights.anyLive()).isTrue();
      // of the camera nothing is to be shown, nor told
      assertThat(lights.live(MediaKind.VIDEO)).isFalse();
      assertThat(lights.accessible(MediaKind.VIDEO)).isFalse();
      MediaStreamTrack copy = track.clone();
      track.stop();
      copy.stop();
      fixture.clock.awaitWaiters(1);
      assertThat(lights.displayLive(MediaKind.VIDEO)).isTrue();
      CompletableFuture<Boolean> off = new CompletableFuture<>();
      var _ = lights.onchange(now -> off.complete(now.displayLive(MediaKind.VIDEO)));
      fixture.clock.advanceUs(3_100_000);
      assertThat(ContextFixture.await(off)).isFalse();
      // each capture of a display is asked for anew
      assertThat(lights.anyAccessible()).isFalse();
    }
  }
}
