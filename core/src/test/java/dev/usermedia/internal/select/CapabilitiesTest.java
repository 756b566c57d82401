package dev.usermedia.internal.select;

import static dev.usermedia.internal.select.Devices.best;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What devices can do, and how it becomes settings and controls. */
class CapabilitiesTest {
  private static final Candidate CAMERA =
      Devices.device(
          "camera",
          SourceKind.CAMERA,
          Map.of(
              "facingMode", new Capability.Choice(List.of("user")),
              "torch", new Capability.Choice(List.of(false, true)),
              "zoom", new Capability.Range(1, 3, 0.1),
              "exposureCompensation", new Capability.Range(-2, 2, 0.5),
              "iso", new Capability.Range(100, 800, 100, 200),
              "somethingElse", new Capability.Choice(List.of("x"))),
          Devices.mode(1280, 720, 30),
          Devices.mode(640, 480, 60));

  private static MediaTrackConstraints.Builder constraints() {
    return MediaTrackConstraints.builder();
  }

  @Test
  void aCamerasCapabilitiesSpanItsModes() {
    assertThat(SelectSettings.capabilities(CAMERA))
        .hasToString(
            "{\"width\":{\"max\":1280,\"min\":1},\"height\":{\"max\":720,\"min\":1},"
                + "\"aspectRatio\":{\"max\":1280,\"min\":0.0013888889},"
                + "\"frameRate\":{\"max\":60,\"min\":0},\"facingMode\":[\"user\"],"
                + "\"resizeMode\":[\"none\",\"crop-and-scale\"],\"deviceId\":\"camera\","
                + "\"groupId\":\"group of camera\",\"backgroundBlur\":[false],"
                + "\"exposureCompensation\":{\"max\":2,\"min\":-2,\"step\":0.5},"
                + "\"iso\":{\"max\":800,\"min\":100,\"step\":100},"
                + "\"zoom\":{\"max\":3,\"min\":1,\"step\":0.1},\"torch\":[false,true]}");
  }

  @Test
  void aDisplaysSettingsTellItsPixelRatioAndACamerasDoNot() {
    assertThat(best(MediaTrackConstraints.EMPTY, Devices.screen(1920, 1080)).settings().toMap())
        .containsEntry("screenPixelRatio", 1.0);
    assertThat(best(MediaTrackConstraints.EMPTY, CAMERA).settings().screenPixelRatio()).isEmpty();
  }

  @Test
  void aScreensAspectRatioIsFixed() {
    assertThat(SelectSettings.capabilities(Devices.screen(1920, 1080)))
        .hasToString(
            "{\"width\":{\"max\":1920,\"min\":1},\"height\":{\"max\":1080,\"min\":1},"
                + "\"aspectRatio\":{\"max\":1.7777777778,\"min\":1.7777777778},"
                + "\"frameRate\":{\"max\":60,\"min\":0.001},"
                + "\"resizeMode\":[\"none\",\"crop-and-scale\"],\"deviceId\":\"screen\","
                + "\"groupId\":\"group of screen\",\"displaySurface\":\"monitor\","
                + "\"cursor\":[\"always\",\"motion\",\"never\"]}");
  }

  @Test
  void aMicrophoneThatSaysNothingCannotProcessSound() {
    assertThat(SelectSettings.capabilities(Devices.microphone()))
        .hasToString(
            "{\"sampleRate\":{\"max\":48000,\"min\":44100},\"sampleSize\":{\"max\":16,\"min\":16},"
                + "\"echoCancellation\":[false],\"autoGainControl\":[false],"
                + "\"noiseSuppression\":[false],\"latency\":{\"max\":0.1,\"min\":0.005},"
                + "\"channelCount\":{\"max\":2,\"min\":1},\"deviceId\":\"microphone\","
                + "\"groupId\":\"group of microphone\"}");
  }

  @Test
  void aSpeakerHasNoModes() {
    assertThat(SelectSettings.capabilities(Devices.device("speaker", SourceKind.SPEAKER, Map.of())))
        .hasToString("{\"deviceId\":\"speaker\",\"groupId\":\"group of speaker\"}");
  }

  @Test
  void aCapabilityOfTheWrongTypeIsTheDriversFault() {
    for (Map<String, Capability> wrong :
        List.<Map<String, Capability>>of(
            Map.of("zoom", new Capability.Choice(List.of("near"))),
            Map.of("torch", new Capability.Range(0, 1, 1)),
            Map.of("cursor", new Capability.Choice(List.of())),
            Map.of("cursor", new Capability.Choice(List.of(true))))) {
      Candidate device =
          Devices.device("bad", SourceKind.CAMERA, wrong, Devices.mode(640, 480, 30));
      assertThatThrownBy(() -> SelectSettings.capabilities(device))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is no capability of");
    }
  }

  @Test
  void settingsAreInitialUnlessAskedOtherwiseAndOnlyTheRestIsControlled() {
    Selected usual = best(MediaTrackConstraints.EMPTY, CAMERA);
    assertThat(usual.settings().zoom()).hasValue(1);
    assertThat(usual.settings().exposureCompensation()).hasValue(0);
    assertThat(usual.settings().iso()).hasValue(200);
    assertThat(usual.settings().torch()).contains(false);
    assertThat(usual.settings().facingMode()).contains("user");
    assertThat(usual.source()).isEqualTo(SourceSettings.of(Devices.mode(640, 480, 60)));

    Selected changed =
        best(constraints().zoom(2.04).torch(true).iso(ConstrainDouble.max(150)).build(), CAMERA);
    assertThat(changed.source().controls())
        .isEqualTo(Map.of("zoom", 2.0, "torch", true, "iso", 100.0));
    assertThat(changed.settings().iso()).hasValue(100);
  }

  @Test
  void stepsAreWhatAPersonWrites() {
    assertThat(
            best(constraints().zoom(ConstrainDouble.exact(1.3)).build(), CAMERA).settings().zoom())
        .hasValue(1.3);
    assertThat(Devices.failed(constraints().zoom(ConstrainDouble.exact(1.25)).build(), CAMERA))
        .isEqualTo("zoom");
    assertThat(
            Devices.failed(constraints().zoom(ConstrainDouble.range(1.31, 1.39)).build(), CAMERA))
        .isEqualTo("zoom");
  }

  @Test
  void thePointerIsAControlAndTheSurfaceIsNot() {
    Selected selected =
        best(
            constraints()
                .cursor(ConstrainDOMString.exact("never"))
                .displaySurface(ConstrainDOMString.exact("window"))
                .build(),
            Devices.screen(640, 480));
    assertThat(selected.source().controls()).isEqualTo(Map.of("cursor", "never"));
    assertThat(selected.settings().displaySurface()).contains("monitor");
  }
}
