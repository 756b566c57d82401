package dev.usermedia;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.GetUserMediaSemantics;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.privacy.Privacy;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.RequestedConstraints;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.internal.select.Selected;
import dev.usermedia.internal.select.Selection;
import dev.usermedia.permissions.CameraDevicePermissionDescriptor;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.spi.SourceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The steps of {@code getUserMedia}, in the specification's order. The constructor is what happens
 * at the call, {@link #run} what happens in parallel, on a thread that may block.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia">Media
 *     Capture and Streams, getUserMedia()</a>
 */
final class GetUserMedia {
  private static final Set<ConstrainableProperty> PAN_TILT_ZOOM =
      EnumSet.of(ConstrainableProperty.PAN, ConstrainableProperty.TILT, ConstrainableProperty.ZOOM);

  private final MediaContext context;
  private final Privacy privacy;
  private final List<Request> requests = new ArrayList<>();
  private final Set<MediaKind> requestedMediaTypes = EnumSet.noneOf(MediaKind.class);
  private final GetUserMediaSemantics semantics;

  /** A kind that is asked for, without the constraints that its tracks do not have. */
  private record Request(MediaKind kind, MediaTrackConstraints constraints) {
    PermissionName permission() {
      return PermissionName.of(kind);
    }

    /** Cameras that are to be moved need the stronger permission. */
    PermissionDescriptor descriptor() {
      return kind == MediaKind.AUDIO
          ? PermissionDescriptor.of(PermissionName.MICROPHONE)
          : new CameraDevicePermissionDescriptor(
              constraints.members().keySet().stream().anyMatch(PAN_TILT_ZOOM::contains));
    }
  }

  /** A device with the settings that it would be opened with. */
  record Opening(KnownDevice known, Selected selected) {}

  /**
   * Steps 1 to 5.
   *
   * @throws TypeError if nothing is asked for
   * @throws DOMException {@code InvalidStateError} if the context is closed, {@code
   *     NotAllowedError} if its policy forbids what is asked for
   */
  GetUserMedia(MediaContext context, MediaStreamConstraints constraints) {
    this.context = context;
    this.privacy = context.privacy();
    this.semantics = constraints.semantics().orElseGet(context.mediaDevices()::defaultSemantics);
    // 1. and 2. the set of requested media types, the members of which apply to their kind
    for (MediaKind kind : MediaKind.values()) {
      constraints
          .get(kind)
          .map(asked -> RequestedConstraints.applicable(asked, kind))
          .ifPresent(asked -> requests.add(new Request(kind, asked)));
    }
    requests.forEach(request -> requestedMediaTypes.add(request.kind));
    // 3. nothing
    if (requests.isEmpty()) {
      throw new TypeError("getUserMedia needs audio, video or both");
    }
    // 4. the document is fully active
    if (!privacy.document().isActive()) {
      throw new DOMException("the context is closed", "InvalidStateError");
    }
    // 5. and is allowed to use what it asks for
    for (Request request : requests) {
      if (!privacy.isAllowedToUse(request.permission())) {
        throw permissionFailure("the context's policy forbids the " + request.permission().value());
      }
    }
  }

  MediaStream run() throws InterruptedException {
    // 6. wait until in view
    if (!privacy.document().awaitInView()) {
      throw new DOMException("the context was closed", "AbortError");
    }
    // 7. the candidates of each kind, best first
    List<List<Opening>> finalSet = new ArrayList<>();
    for (Request request : requests) {
      finalSet.add(candidates(request));
    }
    // what the platform refuses, which is left to it
    for (Request request : requests) {
      if (privacy.permissions().isRefused(request.descriptor())) {
        throw permissionFailure(
            "the use of the " + request.permission().value() + " is refused here");
      }
    }
    // 8. permission, the denied kinds having failed before
    for (int i = 0; i < requests.size(); i++) {
      if (semantics == GetUserMediaSemantics.USER_CHOOSES && finalSet.get(i).size() > 1) {
        finalSet.set(i, List.of(chosen(finalSet.get(i))));
      }
      requestPermission(requests.get(i), finalSet.get(i));
    }
    // 9. wait for system focus
    if (!privacy.document().awaitSystemFocus()) {
      throw new DOMException("the context was closed", "AbortError");
    }
    // 10. from here on the context may know the devices
    privacy.exposure().setDeviceInformationExposure(requestedMediaTypes, true);
    // 11. open; the devices' slots are set as the tracks come to life
    List<MediaStreamTrack> tracks = new ArrayList<>();
    try {
      for (int i = 0; i < requests.size(); i++) {
        Request request = requests.get(i);
        tracks.add(
            TrackOpener.openFirst(context, request.kind, request.constraints, finalSet.get(i)));
      }
    } catch (Throwable failure) {
      tracks.forEach(MediaStreamTrack::stop); // nothing stays open behind a failure
      throw failure;
    }
    // Audio Output Devices: who may listen through a headset may speak through it
    for (MediaStreamTrack track : tracks) {
      if (track.kind().equals(MediaKind.AUDIO.value())) {
        track.getSettings().groupId().ifPresent(privacy.outputs()::microphoneOpened);
      }
    }
    return new MediaStream(tracks);
  }

  /** Step 7 for one kind. */
  private List<Opening> candidates(Request request) {
    // 7.1 and 7.2 every device; each configuration of it is SelectSettings' business
    SourceKind wanted = request.kind == MediaKind.AUDIO ? SourceKind.MICROPHONE : SourceKind.CAMERA;
    List<KnownDevice> devices = context.inventory().devices(kind -> kind == wanted);
    if (devices.isEmpty()) {
      throw masked(
          new DOMException(
              "no " + request.permission().value() + " on this machine", "NotFoundError"));
    }
    // 7.3 and 7.4 members of another kind were dropped when the request was made
    // 7.5 required constraints outside the list
    RequestedConstraints.checkAllowedRequired(request.constraints);
    // 7.6 and 7.7 those that can satisfy the constraints
    List<Opening> candidates = selected(request, devices);
    // 7.8 and 7.9 those that are not denied
    if (privacy.permissions().state(request.permission()) == PermissionState.DENIED
        && !privacy.captures().isLive(request.kind)) {
      throw permissionFailure("the use of the " + request.permission().value() + " is denied");
    }
    return candidates;
  }

  private List<Opening> selected(Request request, List<KnownDevice> devices) {
    try {
      return select(request.kind, request.constraints, devices);
    } catch (OverconstrainedError e) {
      // which constraint, and what the devices have, is told to those who may know the devices
      throw masked(
          privacy.exposure().deviceInformationCanBeExposed()
              ? e
              : new OverconstrainedError("", "no device can satisfy the constraints"));
    }
  }

  static List<Opening> select(
      MediaKind kind, MediaTrackConstraints constraints, List<KnownDevice> devices) {
    List<Candidate> candidates = devices.stream().map(KnownDevice::candidate).toList();
    return switch (SelectSettings.selectSettings(candidates, constraints, kind)) {
      case Selection.Failed failed -> throw Overconstrained.error(failed, constraints);
      case Selection.Ranked ranked ->
          ranked.bestFirst().stream()
              .map(
                  selected ->
                      new Opening(devices.get(candidates.indexOf(selected.candidate())), selected))
              .toList();
    };
  }

  /**
   * Prompt the user to choose, whatever was granted before.
   *
   * @see <a href="https://w3c.github.io/mediacapture-extensions/#algorithms">Media Capture and
   *     Streams Extensions</a>
   */
  private Opening chosen(List<Opening> choices) {
    String picked =
        context
            .settings()
            .inputPicker()
            .pick(choices.stream().map(Opening::known).map(DeviceList::described).toList())
            .orElseThrow(() -> permissionFailure("nobody chose a device"))
            .deviceId();
    return choices.stream()
        .filter(choice -> choice.known().deviceId().equals(picked))
        .findFirst()
        .orElseThrow(() -> new DOMException("no device " + picked, "NotFoundError"));
  }

  /** Step 8 for one kind; a kind that the context captures already counts as granted. */
  private void requestPermission(Request request, List<Opening> choices) {
    List<String> labels = choices.stream().map(choice -> choice.known().device().label()).toList();
    if (!privacy.captures().isLive(request.kind)
        && !privacy.permissions().request(request.descriptor(), labels)) {
      throw permissionFailure("the use of the " + request.permission().value() + " was refused");
    }
  }

  /** NotFound Failure and Constraint Failure: told only where nothing that is asked is denied. */
  private DOMException masked(DOMException specific) {
    return privacy.specificFailureIsAllowed(requestedMediaTypes)
        ? specific
        : permissionFailure("the use of what was asked for is denied");
  }

  private static DOMException permissionFailure(String message) {
    return new DOMException(message, "NotAllowedError");
  }
}
