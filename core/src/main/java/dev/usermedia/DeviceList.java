package dev.usermedia;

import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.privacy.DeviceExposure;
import dev.usermedia.internal.privacy.Privacy;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.spi.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What {@code enumerateDevices} tells, as far as it may be told.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#creating-a-list-of-device-info-objects">
 *     Media Capture and Streams, creating a list of device info objects</a>
 */
final class DeviceList {
  /** What the system's default output is listed as besides its own id. */
  static final String DEFAULT_OUTPUT = "default";

  private final MediaContext context;

  DeviceList(MediaContext context) {
    this.context = context;
  }

  /** The media input and output devices that there are now and that the policy allows. */
  List<KnownDevice> devices() {
    Privacy privacy = context.privacy();
    return context
        .inventory()
        .devices(
            kind ->
                (kind == SourceKind.MICROPHONE && privacy.isAllowedToUse(PermissionName.MICROPHONE))
                    || (kind == SourceKind.CAMERA && privacy.isAllowedToUse(PermissionName.CAMERA))
                    || (kind == SourceKind.SPEAKER
                        && privacy.isAllowedToUse(PermissionName.SPEAKER_SELECTION)));
  }

  /** Creating a list of device info objects. */
  List<MediaDeviceInfo> create(List<KnownDevice> devices) {
    DeviceExposure exposure = context.privacy().exposure();
    // the inventory has system defaults first
    List<MediaDeviceInfo> microphones = infos(devices, SourceKind.MICROPHONE);
    List<MediaDeviceInfo> cameras = infos(devices, SourceKind.CAMERA);
    if (!exposure.informationCanBeExposed(MediaKind.AUDIO)) {
      microphones = microphones.stream().limit(1).toList();
    }
    if (!exposure.informationCanBeExposed(MediaKind.VIDEO)) {
      cameras = cameras.stream().limit(1).toList();
    }
    List<MediaDeviceInfo> all = new ArrayList<>(microphones);
    all.addAll(cameras);
    all.addAll(outputs(devices));
    return List.copyOf(all);
  }

  /** Creating a device info object. */
  MediaDeviceInfo info(KnownDevice known) {
    return switch (known.device().kind()) {
      case MICROPHONE -> input(known, MediaKind.AUDIO);
      case CAMERA, SCREEN, WINDOW -> input(known, MediaKind.VIDEO);
      case SPEAKER -> described(known);
    };
  }

  /** The same with all that there is to tell, for those who may see everything. */
  static MediaDeviceInfo described(KnownDevice known) {
    String label = known.device().label();
    MediaDeviceKind kind = kind(known);
    if (kind == MediaDeviceKind.AUDIOOUTPUT) {
      return new MediaDeviceInfo(known.deviceId(), kind, label, known.groupId());
    }
    Supplier<MediaTrackCapabilities> capabilities =
        () -> SelectSettings.capabilities(known.candidate());
    return new InputDeviceInfo(known.deviceId(), kind, label, known.groupId(), capabilities);
  }

  private MediaDeviceInfo input(KnownDevice known, MediaKind media) {
    return context.privacy().exposure().informationCanBeExposed(media)
        ? described(known)
        : new InputDeviceInfo("", kind(known), "", "", () -> MediaTrackCapabilities.EMPTY);
  }

  private static MediaDeviceKind kind(KnownDevice known) {
    return switch (known.device().kind()) {
      case MICROPHONE -> MediaDeviceKind.AUDIOINPUT;
      case SPEAKER -> MediaDeviceKind.AUDIOOUTPUT;
      case CAMERA, SCREEN, WINDOW -> MediaDeviceKind.VIDEOINPUT;
    };
  }

  private List<MediaDeviceInfo> infos(List<KnownDevice> devices, SourceKind kind) {
    return devices.stream().filter(known -> known.device().kind() == kind).map(this::info).toList();
  }

  private List<MediaDeviceInfo> outputs(List<KnownDevice> devices) {
    List<MediaDeviceInfo> outputs = new ArrayList<>();
    boolean hasDefault = false;
    for (KnownDevice known : devices) {
      if (known.device().kind() == SourceKind.SPEAKER && isExposed(known)) {
        MediaDeviceInfo info = info(known);
        outputs.add(info);
        if (known.device().systemDefault() && !hasDefault) {
          hasDefault = true; // of several drivers the first
          outputs.addFirst(
              new MediaDeviceInfo(
                  DEFAULT_OUTPUT, info.kind(), "Default - " + info.label(), info.groupId()));
        }
      }
    }
    return outputs;
  }

  /**
   * The exposure decision algorithm for devices other than camera and microphone: outputs are
   * exposed with the microphones, or once they were chosen.
   *
   * @see <a
   *     href="https://www.w3.org/TR/audio-output/#exposure-decision-algorithm-for-devices-other-than-camera-and-microphone">
   *     Audio Output Devices API</a>
   */
  private boolean isExposed(KnownDevice output) {
    Privacy privacy = context.privacy();
    return privacy.outputs().isExplicitlyGranted(output.deviceId())
        || privacy.exposure().informationCanBeExposed(MediaKind.AUDIO);
  }
}
