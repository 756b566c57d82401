package dev.usermedia;

import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.select.RequestedConstraints;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.spi.SourceKind;
import java.util.List;
import java.util.Optional;

/**
 * The steps of {@code getDisplayMedia}, on a thread that may block.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-mediadevices-getdisplaymedia">Screen
 *     Capture, getDisplayMedia()</a>
 */
final class GetDisplayMedia {
  private final MediaContext context;

  GetDisplayMedia(MediaContext context) {
    this.context = context;
  }

  /** What there is to choose from now. */
  List<DisplaySurface> surfaces() {
    return devices().stream().map(GetDisplayMedia::surface).toList();
  }

  /**
   * Checks what can be checked at once.
   *
   * @throws TypeError if a constraint is one that the specification bars here: min, exact, advanced
   * @throws OverconstrainedError if a maximum is below what any display can be scaled down to
   */
  static MediaTrackConstraints checked(DisplayMediaStreamOptions options) {
    MediaTrackConstraints video =
        RequestedConstraints.displayMedia(options.video(), MediaKind.VIDEO);
    options.audio().ifPresent(it -> RequestedConstraints.displayMedia(it, MediaKind.AUDIO));
    RequestedConstraints.belowFloor(video)
        .ifPresent(
            constraint -> {
              throw new OverconstrainedError(
                  constraint, "no display can be scaled down to the constraint " + constraint);
            });
    return video;
  }

  MediaStream run(MediaTrackConstraints video) {
    List<KnownDevice> devices = devices();
    if (devices.isEmpty()) {
      throw new DOMException("no screen on this machine", "NotFoundError");
    }
    Optional<DisplaySurface> picked =
        context
            .settings()
            .displayPicker()
            .pick(devices.stream().map(GetDisplayMedia::surface).toList());
    if (picked.isEmpty()) {
      throw new DOMException("nobody chose a screen or window", "NotAllowedError");
    }
    KnownDevice chosen =
        devices.stream()
            .filter(known -> known.deviceId().equals(picked.get().id()))
            .findFirst()
            .orElseThrow(() -> new DOMException("no screen " + picked.get().id(), "NotFoundError"));
    // asked for each time: no earlier answer counts
    if (!context
        .privacy()
        .permissions()
        .request(
            PermissionDescriptor.of(PermissionName.DISPLAY_CAPTURE),
            List.of(chosen.device().label()))) {
      throw new DOMException("the capture of the screen was refused", "NotAllowedError");
    }
    List<GetUserMedia.Opening> openings =
        GetUserMedia.select(MediaKind.VIDEO, video, List.of(chosen));
    // Sound of a display is optional in the specification; no driver has any.
    return new MediaStream(
        List.of(TrackOpener.openFirst(context, MediaKind.VIDEO, video, openings)));
  }

  private List<KnownDevice> devices() {
    return context
        .inventory()
        .devices(kind -> kind == SourceKind.SCREEN || kind == SourceKind.WINDOW);
  }

  private static DisplaySurface surface(KnownDevice known) {
    return new DisplaySurface(
        known.deviceId(),
        known.device().label(),
        known.device().kind() == SourceKind.WINDOW ? "window" : "monitor",
        known.device().bounds(),
        known.device().systemDefault());
  }
}
