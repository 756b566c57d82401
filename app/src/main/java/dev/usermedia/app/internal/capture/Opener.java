package dev.usermedia.app.internal.capture;

import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.DisplaySurface;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaDeviceKind;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.log.CommandLog;
import dev.usermedia.app.internal.options.SourceRequest;
import dev.usermedia.app.internal.options.SourceRequest.Camera;
import dev.usermedia.app.internal.options.SourceRequest.Screen;
import dev.usermedia.app.internal.options.SourceRequest.Sound;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.spi.SourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds the devices that a request names and opens them. */
final class Opener {
  /** Of microphones, unless asked for another. */
  private static final double RECORDING_LATENCY_SECONDS = 0.05;

  private final MediaContext context;
  private final ChosenSurface surface;
  private final Consumer<String> notes;

  /** The devices of each file or URL. */
  private final Map<String, List<MediaDeviceInfo>> files = new HashMap<>();

  Opener(MediaContext context, ChosenSurface surface, Consumer<String> notes) {
    this.context = context;
    this.surface = surface;
    this.notes = notes;
  }

  Capture.Opened open(SourceRequest request) {
    request.addresses().forEach(address -> files.put(address, context.addDevice(address)));
    MediaStreamConstraints.Builder asked = MediaStreamConstraints.builder();
    boolean videoIsFile = false;
    boolean audioIsFile = false;
    Optional<Screen> screen = Optional.empty();
    switch (request.picture().orElse(null)) {
      case Camera camera -> {
        asked.video(camera(camera));
        videoIsFile = camera.device().filter(SourceRequest::isAddress).isPresent();
      }
      case Screen it -> {
        surface.choose(screen(it));
        screen = Optional.of(it);
      }
      case null -> {}
    }
    if (request.sound().isPresent()) {
      Optional<MediaTrackConstraints> sound = microphone(request.sound().get());
      sound.ifPresent(asked::audio);
      audioIsFile =
          sound.isPresent()
              && request.sound().get().device().filter(SourceRequest::isAddress).isPresent();
    }
    List<MediaStreamTrack> tracks = new ArrayList<>();
    screen.ifPresent(it -> tracks.addAll(capture(it)));
    MediaStreamConstraints constraints = asked.build();
    if (constraints.video().isPresent() || constraints.audio().isPresent()) {
      tracks.addAll(context.mediaDevices().getUserMedia(constraints).getTracks());
    }
    return new Capture.Opened(
        ofKind(tracks, "video"), videoIsFile, ofKind(tracks, "audio"), audioIsFile);
  }

  private MediaTrackConstraints camera(Camera camera) {
    List<MediaDeviceInfo> candidates = candidates(MediaDeviceKind.VIDEOINPUT, camera.device());
    if (candidates.isEmpty()) {
      throw CommandException.notFound(
          camera.device().filter(SourceRequest::isAddress).isPresent()
              ? camera.device().get() + " has no picture; name a file that has one"
              : "no camera on this machine"
                  + reasons(SourceKind.CAMERA)
                  + "; try --fake or --camera file:clip.mp4");
    }
    return narrowed(camera.constraints(), "camera", camera.device(), candidates);
  }

  private Optional<MediaTrackConstraints> microphone(Sound sound) {
    List<MediaDeviceInfo> candidates = candidates(MediaDeviceKind.AUDIOINPUT, sound.device());
    if (!candidates.isEmpty()) {
      return Optional.of(
          narrowed(unhurried(sound.constraints()), "microphone", sound.device(), candidates));
    }
    boolean isFile = sound.device().filter(SourceRequest::isAddress).isPresent();
    String cause =
        isFile
            ? sound.device().orElseThrow() + " has no sound"
            : "no microphone on this machine" + reasons(SourceKind.MICROPHONE);
    if (sound.asked()) {
      throw CommandException.notFound(
          cause
              + (isFile
                  ? "; name a file that has some, or say --no-audio"
                  : "; try --fake, --mic file:voice.wav or --no-audio"));
    }
    notes.accept(cause + ": recording without sound");
    return Optional.empty();
  }

  /** Nobody hears a recording while it is made: larger chunks cost less. */
  private static MediaTrackConstraints unhurried(MediaTrackConstraints asked) {
    return asked.latency().isPresent()
        ? asked
        : asked.toBuilder().latency(ConstrainDouble.of(RECORDING_LATENCY_SECONDS)).build();
  }

  private String screen(Screen screen) {
    List<DisplaySurface> surfaces = context.displaySurfaces();
    if (surfaces.isEmpty()) {
      throw CommandException.notFound(
          "no screen on this machine"
              + reasons(SourceKind.SCREEN)
              + "; try --fake, or set DISPLAY");
    }
    if (screen.device().isEmpty()) {
      return surfaces.stream()
          .filter(DisplaySurface::primary)
          .findFirst()
          .orElse(surfaces.getFirst())
          .id();
    }
    return DeviceChoice.find(
            "screen or window",
            screen.device().get(),
            surfaces.stream().map(it -> new DeviceChoice(it.id(), it.label())).toList())
        .id();
  }

  /**
   * {@code getDisplayMedia} bars required constraints, so that no choice of a screen can fail; a
   * track takes them.
   */
  private List<MediaStreamTrack> capture(Screen screen) {
    MediaStream stream = context.mediaDevices().getDisplayMedia(DisplayMediaStreamOptions.DEFAULT);
    if (!screen.constraints().equals(MediaTrackConstraints.EMPTY)) {
      stream.getTracks().forEach(track -> track.applyConstraints(screen.constraints()));
    }
    return stream.getTracks();
  }

  /** What a name is to be looked for among: the devices of its file, or those that are no files. */
  private List<MediaDeviceInfo> candidates(MediaDeviceKind kind, Optional<String> name) {
    List<MediaDeviceInfo> all =
        name.filter(SourceRequest::isAddress)
            .map(files::get)
            .orElseGet(
                () -> {
                  List<MediaDeviceInfo> others =
                      new ArrayList<>(context.mediaDevices().enumerateDevices());
                  files.values().forEach(others::removeAll);
                  return others;
                });
    return all.stream().filter(info -> info.kind() == kind).toList();
  }

  /** The constraints, for the named device; without a name for any that is none of the files. */
  private MediaTrackConstraints narrowed(
      MediaTrackConstraints constraints,
      String what,
      Optional<String> name,
      List<MediaDeviceInfo> candidates) {
    if (name.isEmpty() && (files.isEmpty() || constraints.deviceId().isPresent())) {
      return constraints;
    }
    List<String> ids =
        name.isEmpty() || SourceRequest.isAddress(name.get())
            ? candidates.stream().map(MediaDeviceInfo::deviceId).toList()
            : List.of(
                DeviceChoice.find(
                        what,
                        name.get(),
                        candidates.stream()
                            .map(info -> new DeviceChoice(info.deviceId(), info.label()))
                            .toList())
                    .id());
    return constraints.toBuilder().deviceId(ConstrainDOMString.exact(ids)).build();
  }

  /** Why there may be less than expected, in parentheses. */
  private String reasons(SourceKind kind) {
    List<String> reasons =
        Stream.concat(context.unavailable(kind).stream(), CommandLog.current().take().stream())
            .distinct()
            .toList();
    return reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")";
  }

  private static Optional<MediaStreamTrack> ofKind(List<MediaStreamTrack> tracks, String kind) {
    return tracks.stream().filter(track -> track.kind().equals(kind)).findFirst();
  }
}
