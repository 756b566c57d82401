package dev.usermedia;

import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.privacy.Privacy;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.spi.SourceKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The steps of {@code selectAudioOutput}, in the specification's order. The constructor is what
 * happens at the call, {@link #run} what happens in parallel, on a thread that may block.
 *
 * @see <a href="https://www.w3.org/TR/audio-output/#dom-mediadevices-selectaudiooutput">Audio
 *     Output Devices API, selectAudioOutput()</a>
 */
final class SelectAudioOutput {
  private static final PermissionName FEATURE = PermissionName.SPEAKER_SELECTION;

  private final MediaContext context;
  private final Privacy privacy;
  private final String deviceId;

  /**
   * Steps 1 to 3.
   *
   * @throws DOMException {@code InvalidStateError} without transient activation
   */
  SelectAudioOutput(MediaContext context, AudioOutputOptions options) {
    this.context = context;
    this.privacy = context.privacy();
    this.deviceId = options.deviceId();
    if (!privacy.document().hasTransientActivation()) {
      throw new DOMException(
          "selectAudioOutput is called when a person has just done something", "InvalidStateError");
    }
  }

  /** Step 6. */
  MediaDeviceInfo run() {
    // 6.1 and 6.2 denied, be it by the policy
    if (!privacy.isAllowedToUse(FEATURE)
        || privacy.permissions().state(FEATURE) == PermissionState.DENIED) {
      throw new DOMException("the choice of audio outputs is denied", "NotAllowedError");
    }
    // 6.3 and 6.4 available audio output devices
    List<KnownDevice> outputs = context.inventory().devices(kind -> kind == SourceKind.SPEAKER);
    if (outputs.isEmpty()) {
      throw new DOMException("no audio output on this machine", "NotFoundError");
    }
    // 6.5 a device that was exposed before needs nobody's consent again
    Optional<KnownDevice> known =
        outputs.stream().filter(this::isAskedFor).filter(this::isExposedBefore).findFirst();
    // 6.6 to 6.8 prompt the user to choose
    KnownDevice selected = known.orElseGet(() -> chosen(outputs));
    // 6.9 to 6.11
    privacy.outputs().grant(selected.deviceId());
    return DeviceList.described(selected);
  }

  private boolean isAskedFor(KnownDevice output) {
    return output.deviceId().equals(deviceId);
  }

  /**
   * By this method or with a microphone of the same hardware; or in an earlier session, which a
   * grant that was stored stands for, since nobody can guess an id.
   */
  private boolean isExposedBefore(KnownDevice output) {
    return privacy.outputs().isGranted(output.deviceId(), output.groupId())
        || privacy.permissions().isStored(FEATURE, PermissionState.GRANTED);
  }

  private KnownDevice chosen(List<KnownDevice> outputs) {
    List<MediaDeviceInfo> offered =
        outputs.stream()
            .sorted(Comparator.comparing(output -> !isAskedFor(output)))
            .map(DeviceList::described)
            .toList();
    MediaDeviceInfo picked =
        context
            .settings()
            .audioOutputPicker()
            .pick(offered)
            .orElseThrow(() -> new DOMException("nobody chose an audio output", "NotAllowedError"));
    KnownDevice chosen =
        outputs.stream()
            .filter(output -> output.deviceId().equals(picked.deviceId()))
            .findFirst()
            .orElseThrow(
                () -> new DOMException("no audio output " + picked.deviceId(), "NotFoundError"));
    if (!privacy
        .permissions()
        .requestAnew(PermissionDescriptor.of(FEATURE), List.of(chosen.device().label()))) {
      throw new DOMException("the use of the audio output was refused", "NotAllowedError");
    }
    return chosen;
  }
}
