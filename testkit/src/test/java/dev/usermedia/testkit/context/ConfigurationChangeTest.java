package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaStreamTrack;
import dev.usermedia.spi.Capability;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConfigurationChangeTest {
  private static SyntheticDriver blurring() {
    return new SyntheticDriver(
        List.of(
            SyntheticDevice.camera("camera-user")
                .withCapability("backgroundBlur", new Capability.Choice(List.of(false, true)))));
  }

  @Test
  void aControlThatSomebodyTurnsIsInTheSettingsWhenTheEventIsFired() throws Exception {
    try (ContextFixture fixture = new ContextFixture(blurring())) {
      MediaStreamTrack track = fixture.camera();
      MediaStreamTrack clone = track.clone();
      LinkedBlockingQueue<Optional<Boolean>> changes = new LinkedBlockingQueue<>();
      LinkedBlockingQueue<Optional<Boolean>> ofClone = new LinkedBlockingQueue<>();
      var _ = track.onconfigurationchange(e -> changes.add(track.getSettings().backgroundBlur()));
      var _ = clone.onconfigurationchange(e -> ofClone.add(clone.getSettings().backgroundBlur()));
      assertThat(track.getSettings().backgroundBlur()).contains(false);
      fixture.driver.turn("camera-user", "backgroundBlur", true);
      assertThat(changes.poll(20, TimeUnit.SECONDS)).contains(true);
      assertThat(track.getSettings().width()).hasValue(640);
      fixture.driver.turn("camera-user", "backgroundBlur", true); // no change, no event
      fixture.driver.turn("camera-user", "backgroundBlur", false);
      assertThat(changes.poll(20, TimeUnit.SECONDS)).contains(false);
      assertThat(ofClone.poll(20, TimeUnit.SECONDS)).contains(true);
      assertThat(ofClone.poll(20, TimeUnit.SECONDS)).contains(false);
    }
  }

  @Test
  void aMutedTrackIsToldOnceItIsUnmuted() throws Exception {
    try (ContextFixture fixture = new ContextFixture(blurring())) {
      MediaStreamTrack track = fixture.camera();
      LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
      var _ = track.onmute(e -> events.add(e.type()));
      var _ = track.onunmute(e -> events.add(e.type()));
      var _ = track.onconfigurationchange(e -> events.add(e.type()));
      fixture.driver.setMuted("camera-user", true);
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("mute");
      fixture.driver.turn("camera-user", "backgroundBlur", true);
      fixture.clock.advanceUs(100_000);
      assertThat(track.getSettings().backgroundBlur()).contains(false);
      fixture.driver.setMuted("camera-user", false);
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("unmute");
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("configurationchange");
      assertThat(track.getSettings().backgroundBlur()).contains(true);
    }
  }
}
