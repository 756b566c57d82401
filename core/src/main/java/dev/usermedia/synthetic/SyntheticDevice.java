package dev.usermedia.synthetic;

import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.internal.synthetic.PatternLimits;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A device for {@link SyntheticDriver}: start from {@link #camera}, {@link #microphone}, {@link
 * #screen}, {@link #window}, {@link #browser} or {@link #speaker} and change what a test needs.
 * Immutable.
 *
 * <pre>{@code
 * new SyntheticDriver(
 *     List.of(
 *         SyntheticDevice.camera("door").withLabel("Door").withGroup("hall"),
 *         SyntheticDevice.microphone("phone").withModes(new AudioMode(8000, 1, 16, 0.02, 0.02))));
 * }</pre>
 *
 * @param device what the driver lists
 */
public record SyntheticDevice(SourceDevice device) {
  /** What a device of this driver names as its driver. */
  static final String DRIVER = "synthetic";

  /**
   * A device in full.
   *
   * @throws IllegalArgumentException if it is of another driver, or one of its modes cannot carry
   *     the test pattern
   */
  public SyntheticDevice {
    if (!device.driver().equals(DRIVER)) {
      throw new IllegalArgumentException("a device of driver " + device.driver());
    }
    device.modes().forEach(mode -> PatternLimits.check(device.kind(), mode));
  }

  /** A camera with the modes of a webcam, I420 from 320x240 to 1920x1080. */
  public static SyntheticDevice camera(String hardwareId) {
    return of(hardwareId, SourceKind.CAMERA, "Synthetic camera").withModes(webcamModes());
  }

  /** A microphone with 48, 44.1 and 16 kHz, mono and stereo, in chunks of 5 to 200 ms. */
  public static SyntheticDevice microphone(String hardwareId) {
    List<SourceMode> modes = new ArrayList<>();
    for (int sampleRateHz : new int[] {48_000, 44_100, 16_000}) {
      for (int channelCount = 1; channelCount <= 2; channelCount++) {
        modes.add(new AudioMode(sampleRateHz, channelCount, 16, 0.005, 0.2));
      }
    }
    return of(hardwareId, SourceKind.MICROPHONE, "Synthetic microphone")
        .withModes(modes.toArray(SourceMode[]::new));
  }

  /** A screen at a place of the desktop, BGRX at 1 to 60 pictures a second, with a pointer. */
  public static SyntheticDevice screen(String hardwareId, VideoRect bounds) {
    return of(hardwareId, SourceKind.SCREEN, "Synthetic screen")
        .withBounds(bounds)
        .withModes(new VideoMode(VideoPixelFormat.BGRX, bounds.width(), bounds.height(), 1, 60))
        .withCapability("cursor", new Capability.Choice(List.of("always", "motion", "never")))
        .withCapability("displaySurface", new Capability.Choice(List.of("monitor")));
  }

  /** A window at a place of the desktop, BGRX at 1 to 60 pictures a second, without a pointer. */
  public static SyntheticDevice window(String hardwareId, VideoRect bounds) {
    return of(hardwareId, SourceKind.WINDOW, "Synthetic window")
        .withBounds(bounds)
        .withModes(new VideoMode(VideoPixelFormat.BGRX, bounds.width(), bounds.height(), 1, 60))
        .withCapability("displaySurface", new Capability.Choice(List.of("window")));
  }

  /** A page of a browser at a place of the desktop: a {@link #window} in all else. */
  public static SyntheticDevice browser(String hardwareId, VideoRect bounds) {
    return window(hardwareId, bounds)
        .withLabel("Synthetic page")
        .withCapability("displaySurface", new Capability.Choice(List.of("browser")));
  }

  /** A speaker, for enumeration: nothing can be captured from it. */
  public static SyntheticDevice speaker(String hardwareId) {
    return of(hardwareId, SourceKind.SPEAKER, "Synthetic speaker");
  }

  /** The same with another label. */
  public SyntheticDevice withLabel(String label) {
    return copy(label, device.group(), device.systemDefault(), device.modes());
  }

  /** The same as part of the hardware that shares the group. */
  public SyntheticDevice withGroup(String group) {
    return copy(device.label(), group, device.systemDefault(), device.modes());
  }

  /** The same as the system's choice among its kind, or not. */
  public SyntheticDevice withSystemDefault(boolean systemDefault) {
    return copy(device.label(), device.group(), systemDefault, device.modes());
  }

  /** The same with other modes, best first. */
  public SyntheticDevice withModes(SourceMode... modes) {
    return copy(device.label(), device.group(), device.systemDefault(), List.of(modes));
  }

  /** The same facing that way, as the constraint {@code facingMode} has it. */
  public SyntheticDevice withFacingMode(String facingMode) {
    return withCapability("facingMode", new Capability.Choice(List.of(facingMode)));
  }

  /** The same with a further constrainable property. */
  public SyntheticDevice withCapability(String property, Capability capability) {
    Map<String, Capability> capabilities = new HashMap<>(device.capabilities());
    capabilities.put(property, capability);
    return new SyntheticDevice(
        new SourceDevice(
            device.driver(),
            device.hardwareId(),
            device.kind(),
            device.label(),
            device.group(),
            device.systemDefault(),
            device.modes(),
            capabilities,
            device.bounds()));
  }

  private static SyntheticDevice of(String hardwareId, SourceKind kind, String label) {
    return new SyntheticDevice(
        new SourceDevice(DRIVER, hardwareId, kind, label, "", false, List.of()));
  }

  private SyntheticDevice withBounds(VideoRect bounds) {
    return new SyntheticDevice(
        new SourceDevice(
            device.driver(),
            device.hardwareId(),
            device.kind(),
            device.label(),
            device.group(),
            device.systemDefault(),
            device.modes(),
            device.capabilities(),
            Optional.of(bounds)));
  }

  private SyntheticDevice copy(
      String label, String group, boolean systemDefault, List<SourceMode> modes) {
    return new SyntheticDevice(
        new SourceDevice(
            device.driver(),
            device.hardwareId(),
            device.kind(),
            label,
            group,
            systemDefault,
            modes,
            device.capabilities(),
            device.bounds()));
  }

  private static SourceMode[] webcamModes() {
    return new SourceMode[] {
      i420(1280, 720, 30),
      i420(640, 480, 30),
      i420(320, 240, 30),
      i420(1920, 1080, 30),
      i420(1280, 720, 60),
      i420(640, 360, 30),
      i420(1280, 720, 15),
      i420(640, 480, 15),
      i420(320, 240, 15)
    };
  }

  private static VideoMode i420(int width, int height, double frameRate) {
    return new VideoMode(VideoPixelFormat.I420, width, height, frameRate);
  }
}
