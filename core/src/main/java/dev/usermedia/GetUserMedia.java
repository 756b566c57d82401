package dev.usermedia;

import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.RequestedConstraints;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.internal.select.Selected;
import dev.usermedia.internal.select.Selection;
import dev.usermedia.spi.SourceKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of {@code getUserMedia}, on a thread that may block.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia">Media
 *     Capture and Streams, getUserMedia()</a>
 */
final class GetUserMedia {
  private final MediaContext context;
  private final List<Request> requests = new ArrayList<>();

  /** One kind that is asked for. */
  private record Request(MediaKind kind, MediaTrackConstraints constraints) {}

  /**
   * Steps 1 to 3: what is asked for.
   *
   * @throws TypeError if neither audio nor video is, or a required constraint is not allowed here
   */
  GetUserMedia(MediaContext context, MediaStreamConstraints constraints) {
    this.context = context;
    for (MediaKind kind : MediaKind.values()) {
      constraints
          .get(kind)
          .map(asked -> RequestedConstraints.applicable(asked, kind))
          .ifPresent(asked -> requests.add(new Request(kind, asked)));
    }
    if (requests.isEmpty()) {
      throw new TypeError("getUserMedia needs audio, video or both");
    }
    requests.forEach(request -> RequestedConstraints.checkAllowedRequired(request.constraints));
  }

  MediaStream run() {
    // no device is opened before all kinds are known to be possible and allowed
    List<List<Opening>> choices = new ArrayList<>();
    for (Request request : requests) {
      choices.add(candidates(request));
    }
    for (int i = 0; i < requests.size(); i++) {
      requestPermission(requests.get(i).kind, choices.get(i));
    }
    List<MediaStreamTrack> tracks = new ArrayList<>();
    try {
      for (int i = 0; i < requests.size(); i++) {
        Request request = requests.get(i);
        tracks.add(
            TrackOpener.openFirst(context, request.kind, request.constraints, choices.get(i)));
      }
    } catch (Throwable failure) {
      tracks.forEach(MediaStreamTrack::stop); // nothing stays open behind a failure
      throw failure;
    }
    return new MediaStream(tracks);
  }

  /** A device with the settings that it would be opened with. */
  record Opening(KnownDevice known, Selected selected) {}

  /** Steps 6.1 to 6.4: every device of the kind that can satisfy the constraints, best first. */
  private List<Opening> candidates(Request request) {
    MediaKind kind = request.kind;
    SourceKind wanted = kind == MediaKind.AUDIO ? SourceKind.MICROPHONE : SourceKind.CAMERA;
    List<KnownDevice> devices = context.inventory().devices(k -> k == wanted);
    if (devices.isEmpty()) {
      throw new DOMException(
          "no " + (kind == MediaKind.AUDIO ? "microphone" : "camera") + " on this machine",
          "NotFoundError");
    }
    return select(kind, request.constraints, devices);
  }

  static List<Opening> select(
      MediaKind kind, MediaTrackConstraints constraints, List<KnownDevice> devices) {
    List<Candidate> candidates =
        devices.stream()
            .map(known -> new Candidate(known.device(), known.deviceId(), known.groupId()))
            .toList();
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

  /** Steps 6.8 and 6.9. */
  private void requestPermission(MediaKind kind, List<Opening> choices) {
    String name = kind == MediaKind.AUDIO ? "microphone" : "camera";
    PermissionRequest request =
        new PermissionRequest(
            context.settings().origin(),
            name,
            choices.stream().map(choice -> choice.known().device().label()).toList());
    if (!context.settings().prompt().allows(request)) {
      throw new DOMException("the use of the " + name + " was refused", "NotAllowedError");
    }
  }
}
