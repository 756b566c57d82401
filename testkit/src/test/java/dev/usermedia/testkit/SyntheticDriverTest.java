package dev.usermedia.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usermedia.MediaClock;
import dev.usermedia.Registration;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SyntheticDriverTest {
  private final SyntheticDriver driver = new SyntheticDriver();

  @Test
  void hasADeviceOfEachKind() {
    assertThat(driver.devices())
        .extracting(SourceDevice::hardwareId)
        .containsExactly(
            "camera-user", "camera-environment", "microphone", "screen-1", "screen-2", "speaker");
    assertThat(device("camera-user").capabilities().get("facingMode"))
        .isEqualTo(new Capability.Choice(List.of("user")));
    assertThat(device("camera-environment").capabilities().get("facingMode"))
        .isEqualTo(new Capability.Choice(List.of("environment")));
    assertThat(device("microphone").group()).isEqualTo(device("camera-user").group());
    assertThat(device("screen-2").bounds()).contains(new VideoRect(1920, 0, 1024, 768));
    assertThat(device("screen-1").capabilities()).containsOnlyKeys("cursor", "displaySurface");
    assertThat(device("speaker").kind()).isEqualTo(SourceKind.SPEAKER);
  }

  @Test
  void isGivenToAContextAndNotFound() {
    assertThat(SyntheticDriver.class.getModule().getDescriptor().provides()).isEmpty();
  }

  @Test
  void aSpeakerCapturesNothing() {
    assertThatThrownBy(() -> open("speaker")).isInstanceOf(SourceException.class);
  }

  @Test
  void watchersLearnOfPlugsAndUnplugsUntilTheyLeave() {
    AtomicInteger changes = new AtomicInteger();
    Runnable changed = changes::incrementAndGet;
    Registration one = driver.watch(changed);
    Registration two = driver.watch(changed);
    driver.plug(SyntheticDevice.camera("third"));
    assertThat(changes).hasValue(2);
    assertThat(driver.devices()).last().extracting(SourceDevice::hardwareId).isEqualTo("third");
    one.close();
    one.close();
    driver.unplug("third");
    assertThat(changes).hasValue(3);
    two.close();
    driver.unplug("speaker");
    assertThat(changes).hasValue(3);
    assertThat(driver.devices()).hasSize(5);
  }

  @Test
  void aDeviceRefusesForAsLongAsItIsTold() throws Exception {
    driver.refuse("camera-user", Optional.of(SourceException.Kind.BUSY));
    SourceException refusal =
        catchThrowableOfType(SourceException.class, () -> open("camera-user"));
    assertThat(refusal.kind()).isEqualTo(SourceException.Kind.BUSY);
    assertThat(refusal.device()).contains("camera-user");
    driver.refuse("camera-user", Optional.empty());
    try (Source source = open("camera-user")) {
      driver.refuse("camera-user", Optional.of(SourceException.Kind.FAILED));
      CapturedOutput output = new CapturedOutput(MediaClock.system());
      SourceSettings settings = SourceSettings.of(device("camera-user").modes().getFirst());
      assertThatThrownBy(() -> source.start(settings, output)).hasMessageContaining("refuses");
      driver.refuse("camera-user", Optional.empty());
      source.start(settings, output);
      output.take();
    }
  }

  @Test
  void aControlMustBeOneThatTheDeviceHas() throws Exception {
    SourceDevice screen = device("screen-2");
    VideoMode mode = ((VideoMode) screen.modes().getFirst()).at(30);
    CapturedOutput output = new CapturedOutput(MediaClock.system());
    try (Source source = open("screen-2")) {
      for (Map<String, Object> controls :
          List.<Map<String, Object>>of(
              Map.of("cursor", "sometimes"), Map.of("zoom", 2.0), Map.of("cursor", true))) {
        assertThatThrownBy(() -> source.start(new SourceSettings(mode, controls), output))
            .isInstanceOf(SourceException.class)
            .hasMessageContaining(controls.keySet().iterator().next());
      }
      source.start(new SourceSettings(mode, Map.of("displaySurface", "monitor")), output);
      output.take();
    }
  }

  @Test
  void devicesThatCannotCarryThePatternAreRefused() {
    SyntheticDevice camera = SyntheticDevice.camera("small");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> camera.withModes(new VideoMode(VideoPixelFormat.I420, 46, 36, 30)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> camera.withModes(new AudioMode(48_000, 1, 16, 0.01, 0.01)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SyntheticDevice.screen("tiny", new VideoRect(0, 0, 160, 120)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyntheticDriver(List.of(camera, camera.withLabel("Same"))));
    assertThatIllegalArgumentException().isThrownBy(() -> driver.unplug("nowhere"));
  }

  private SourceDevice device(String hardwareId) {
    return SyntheticRun.device(driver, hardwareId);
  }

  private Source open(String hardwareId) throws SourceException {
    return driver.open(device(hardwareId), MediaClock.system());
  }
}
