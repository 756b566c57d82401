package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usermedia.MediaStreamTrack;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.constraints.ConstrainBoolean;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.spi.Capability;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What tracks are told of their device when something else than they changes it. */
class ConfigurationChangeTest {
  private static final MediaTrackConstraints BLURRED =
      MediaTrackConstraints.builder().backgroundBlur(ConstrainBoolean.exact(true)).build();
  private static final MediaTrackConstraints SHARP =
      MediaTrackConstraints.builder().backgroundBlur(ConstrainBoolean.exact(false)).build();

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
      assertThat(ofClone.poll(20, TimeUnit.SECONDS)).contains(true);
      assertThat(track.getSettings().width()).hasValue(640);
      fixture.driver.turn("camera-user", "backgroundBlur", true); // no change, no event
      fixture.driver.turn("camera-user", "backgroundBlur", false);
      assertThat(changes.poll(20, TimeUnit.SECONDS)).contains(false);
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

  @Test
  void whatOneTrackTurnsIsInTheSettingsOfTheOthersWhichAreTold() throws Exception {
    try (ContextFixture fixture = new ContextFixture(blurring())) {
      MediaStreamTrack one = fixture.camera();
      MediaStreamTrack other = fixture.camera();
      LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
      var _ = one.onconfigurationchange(e -> events.add("one"));
      var _ =
          other.onconfigurationchange(
              e -> events.add("other " + other.getSettings().backgroundBlur().orElseThrow()));
      one.applyConstraints(BLURRED);
      assertThat(one.getSettings().backgroundBlur()).contains(true);
      assertThat(other.getSettings().backgroundBlur()).contains(true);
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("other true");
      // who asks for nothing has what the other asked for, as has who comes later
      other.applyConstraints(MediaTrackConstraints.EMPTY);
      assertThat(other.getSettings().backgroundBlur()).contains(true);
      assertThat(fixture.camera().getSettings().backgroundBlur()).contains(true);
      assertThat(other.clone().getSettings().backgroundBlur()).contains(true);
      one.applyConstraints(MediaTrackConstraints.EMPTY);
      assertThat(other.getSettings().backgroundBlur()).contains(false);
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("other false");
      assertThat(events).isEmpty();
    }
  }

  @Test
  void whatAnotherTrackRequiresIsNotTurned() {
    try (ContextFixture fixture = new ContextFixture(blurring())) {
      MediaStreamTrack sharp = fixture.camera();
      MediaStreamTrack other = fixture.camera();
      sharp.applyConstraints(SHARP);
      OverconstrainedError error =
          catchThrowableOfType(OverconstrainedError.class, () -> other.applyConstraints(BLURRED));
      assertThat(error.constraint()).isEqualTo("backgroundBlur");
      assertThat(other.getConstraints()).isEqualTo(MediaTrackConstraints.EMPTY);
      assertThat(other.getSettings().backgroundBlur()).contains(false);
      sharp.stop();
      other.applyConstraints(BLURRED);
      assertThat(other.getSettings().backgroundBlur()).contains(true);
    }
  }

  @Test
  void whatAPersonTurnedStaysForTracksThatComeAndGivesWayToConstraints() throws Exception {
    try (ContextFixture fixture = new ContextFixture(blurring())) {
      MediaStreamTrack track = fixture.camera();
      LinkedBlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
      var _ =
          track.onconfigurationchange(
              e -> changes.add(track.getSettings().backgroundBlur().orElseThrow()));
      fixture.driver.turn("camera-user", "backgroundBlur", true);
      assertThat(changes.poll(20, TimeUnit.SECONDS)).isTrue();
      MediaStreamTrack other = fixture.camera();
      assertThat(other.getSettings().backgroundBlur()).contains(true);
      other.applyConstraints(SHARP);
      assertThat(other.getSettings().backgroundBlur()).contains(false);
      assertThat(changes.poll(20, TimeUnit.SECONDS)).isFalse();
    }
  }
}
