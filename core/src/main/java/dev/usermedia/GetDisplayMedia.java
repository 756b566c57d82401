package dev.usermedia;

import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDOMStringParameters;
import dev.usermedia.constraints.DOMStringOrSequence;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.privacy.Privacy;
import dev.usermedia.internal.select.RequestedConstraints;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import java.util.Comparator;
import java.util.List;

/**
 * The steps of {@code getDisplayMedia}, in the specification's order. The constructor is what
 * happens at the call, {@link #run} what happens in parallel, on a thread that may block.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#dom-mediadevices-getdisplaymedia">Screen
 *     Capture, getDisplayMedia()</a>
 */
final class GetDisplayMedia {
  private static final String MONITOR = "monitor";

  private final MediaContext context;
  private final Privacy privacy;
  private final DisplayMediaStreamOptions options;
  private final MediaTrackConstraints video;

  /**
   * Steps 1 to 10.
   *
   * @throws TypeError if no video is asked for, or a constraint is one that the specification bars
   *     here: min, exact, advanced
   * @throws OverconstrainedError if a maximum is below what any display can be scaled down to
   * @throws DOMException {@code InvalidStateError} if the controller was used before, or the
   *     document is not as it has to be
   */
  GetDisplayMedia(MediaContext context, DisplayMediaStreamOptions options) {
    this.context = context;
    this.privacy = context.privacy();
    this.options = options;
    // 1. to 3. a controller serves one call, whatever becomes of it
    options.controller().ifPresent(CaptureController::bind);
    // 4. transient activation
    if (!privacy.document().hasTransientActivation()) {
      throw invalidState("getDisplayMedia is called when a person has just done something");
    }
    // 5. to 7. video is asked for
    MediaTrackConstraints asked =
        options.video().orElseThrow(() -> new TypeError("getDisplayMedia needs video"));
    // 8. what is barred, and what can never be had
    this.video = RequestedConstraints.displayMedia(asked, MediaKind.VIDEO);
    options.audio().ifPresent(it -> RequestedConstraints.displayMedia(it, MediaKind.AUDIO));
    RequestedConstraints.belowFloor(video)
        .ifPresent(
            constraint -> {
              throw new OverconstrainedError(
                  constraint, "no display can be scaled down to the constraint " + constraint);
            });
    // 9. and 10. the document is fully active and has the focus
    if (!privacy.document().isActive()) {
      throw invalidState("the context is closed");
    }
    if (!privacy.document().hasSystemFocus()) {
      throw invalidState("getDisplayMedia is called by an application that has the focus");
    }
  }

  /** What there is to choose from now. */
  static List<DisplaySurface> surfaces(MediaContext context) {
    return devices(context).stream().map(GetDisplayMedia::surface).toList();
  }

  /** Step 12. */
  MediaStream run() {
    // 12.1 sources of each type: for sound there need be none, and no driver has any of displays
    List<KnownDevice> devices = devices(context);
    if (devices.isEmpty()) {
      throw new DOMException("no screen on this machine", "NotFoundError");
    }
    if (!privacy.isAllowedToUse(PermissionName.DISPLAY_CAPTURE)
        || privacy.permissions().state(PermissionName.DISPLAY_CAPTURE) == PermissionState.DENIED) {
      throw permissionFailure("the capture of screens is denied");
    }
    // 12.3 prompt the user to choose
    KnownDevice chosen = chosen(devices);
    // each time: no earlier answer grants it
    if (!privacy
        .permissions()
        .requestAnew(
            PermissionDescriptor.of(PermissionName.DISPLAY_CAPTURE),
            List.of(chosen.device().label()))) {
      throw permissionFailure("the capture of the screen was refused");
    }
    // 12.4 to 12.8 open, with the constraints applied
    MediaStreamTrack track =
        TrackOpener.openFirst(
            context,
            MediaKind.VIDEO,
            video,
            GetUserMedia.select(MediaKind.VIDEO, video, List.of(chosen)));
    // 12.10 the controller learns what it controls; the focus is decided once all were told
    options
        .controller()
        .ifPresent(
            controller ->
                controller.started(
                    new CaptureController.Session(
                        context,
                        track.link(),
                        surface(chosen),
                        chosen.device(),
                        context.clock().nowUs())));
    return new MediaStream(List.of(track));
  }

  private KnownDevice chosen(List<KnownDevice> devices) {
    DisplaySurface picked =
        context
            .settings()
            .displayPicker()
            .pick(offered(devices.stream().map(GetDisplayMedia::surface).toList()), options)
            .orElseThrow(() -> permissionFailure("nobody chose a screen or window"));
    return devices.stream()
        .filter(known -> known.deviceId().equals(picked.id()))
        .findFirst()
        .orElseThrow(() -> new DOMException("no screen " + picked.id(), "NotFoundError"));
  }

  /** All surfaces, those first that the application prefers; they are hints and hide nothing. */
  private List<DisplaySurface> offered(List<DisplaySurface> surfaces) {
    boolean monitorsLast =
        options.monitorTypeSurfaces().filter(MonitorTypeSurfacesEnum.EXCLUDE::equals).isPresent();
    List<String> preferred =
        video.displaySurface().map(GetDisplayMedia::preferred).orElse(List.of());
    return surfaces.stream()
        .sorted(
            Comparator.<DisplaySurface, Boolean>comparing(
                    it -> monitorsLast && it.displaySurface().equals(MONITOR))
                .thenComparing(it -> !preferred.contains(it.displaySurface())))
        .toList();
  }

  private static List<String> preferred(ConstrainDOMString displaySurface) {
    return switch (displaySurface) {
      case ConstrainDOMString.Bare bare -> bare.value().values();
      case ConstrainDOMStringParameters it ->
          it.ideal().map(DOMStringOrSequence::values).orElse(List.of());
    };
  }

  private static List<KnownDevice> devices(MediaContext context) {
    return context.inventory().devices(SourceKind::isDisplay);
  }

  private static DisplaySurface surface(KnownDevice known) {
    return new DisplaySurface(
        known.deviceId(),
        known.device().label(),
        displaySurface(known.device()),
        known.device().bounds(),
        known.device().systemDefault());
  }

  /** What the driver says; a whole screen or a window where it says nothing. */
  private static String displaySurface(SourceDevice device) {
    return device.capabilities().get("displaySurface") instanceof Capability.Choice choice
            && choice.values().getFirst() instanceof String surface
        ? surface
        : device.kind() == SourceKind.WINDOW ? "window" : MONITOR;
  }

  private static DOMException invalidState(String message) {
    return new DOMException(message, "InvalidStateError");
  }

  private static DOMException permissionFailure(String message) {
    return new DOMException(message, "NotAllowedError");
  }
}
