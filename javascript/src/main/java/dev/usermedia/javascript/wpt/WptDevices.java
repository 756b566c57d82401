package dev.usermedia.javascript.wpt;

import dev.usermedia.MediaContext;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.spi.Capability;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.List;
import java.util.Optional;

/**
 * The synthetic devices of a page: what a well-equipped computer has. The audio outputs are called
 * as those of Chromium under test, since a page makes subtests' names of them.
 */
final class WptDevices {
  private static final Capability LOGICAL = new Capability.Choice(List.of(true));
  private static final Capability PHYSICAL = new Capability.Choice(List.of(false));
  private static final Capability NO_CURSOR = new Capability.Choice(List.of("never"));
  private static final Capability SWITCH = new Capability.Choice(List.of(false, true));
  private static final VideoRect SCREEN = new VideoRect(0, 0, 1920, 1080);
  private static final VideoRect WINDOW = new VideoRect(100, 100, 800, 600);

  private WptDevices() {}

  /**
   * Gives a context devices of its own. Who is asked for an output chooses one that is not the
   * system's choice, for which nobody would have to be asked.
   */
  static MediaContext.Builder plugInto(MediaContext.Builder media) {
    return media
        .driver(new SyntheticDriver(devices()))
        .systemDrivers(false)
        .audioOutputPicker(outputs -> Optional.of(outputs.getLast()));
  }

  private static List<SyntheticDevice> devices() {
    return List.of(
        SyntheticDevice.camera("camera-user")
            .withLabel("Synthetic front camera")
            .withGroup("front")
            .withFacingMode("user")
            .withSystemDefault(true)
            .withCapability("backgroundBlur", SWITCH)
            .withCapability("backgroundSegmentationMask", SWITCH)
            .withCapability("eyeGazeCorrection", SWITCH)
            .withCapability("faceFraming", SWITCH),
        SyntheticDevice.camera("camera-environment")
            .withLabel("Synthetic rear camera")
            .withFacingMode("environment"),
        SyntheticDevice.microphone("microphone")
            .withGroup("front")
            .withSystemDefault(true)
            .withCapability("voiceIsolation", SWITCH),
        SyntheticDevice.screen("screen", SCREEN)
            .withSystemDefault(true)
            .withCapability("logicalSurface", PHYSICAL),
        SyntheticDevice.window("window", WINDOW)
            .withCapability("logicalSurface", LOGICAL)
            .withCapability("cursor", NO_CURSOR),
        SyntheticDevice.browser("browser", WINDOW)
            .withCapability("logicalSurface", LOGICAL)
            .withCapability("cursor", NO_CURSOR),
        SyntheticDevice.speaker("speaker-default")
            .withLabel("Fake Default Audio Output")
            .withSystemDefault(true),
        SyntheticDevice.speaker("speaker-1").withLabel("Fake Audio Output 1"),
        SyntheticDevice.speaker("speaker-2").withLabel("Fake Audio Output 2"));
  }
}
