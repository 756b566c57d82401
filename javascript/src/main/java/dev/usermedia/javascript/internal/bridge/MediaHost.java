package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.AudioOutputOptions;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.DisplaySurface;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.permissions.CameraDevicePermissionDescriptor;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A document's devices, as a script may use them. Used on the script's thread only. */
public final class MediaHost {
  private final MediaContext context;
  private final Trees trees;
  private final Answers answers;
  private final Value undefined;
  private final Map<MediaStreamTrack, WeakReference<TrackHost>> hosts = new WeakHashMap<>();
  private final Map<MediaStream, WeakReference<StreamHost>> streams = new WeakHashMap<>();

  MediaHost(MediaContext context, Trees trees, Answers answers, Value undefined) {
    this.context = context;
    this.trees = trees;
    this.answers = answers;
    this.undefined = undefined;
  }

  /** The same for another document of the same scripts. */
  MediaHost of(MediaContext other) {
    return new MediaHost(other, trees, answers, undefined);
  }

  MediaContext context() {
    return context;
  }

  Trees trees() {
    return trees;
  }

  Answers answers() {
    return answers;
  }

  Value undefined() {
    return undefined;
  }

  /** The one object for a track, as long as a script has it. */
  TrackHost host(MediaStreamTrack track) {
    WeakReference<TrackHost> known = hosts.get(track);
    TrackHost host = known == null ? null : known.get();
    if (host == null) {
      host = new TrackHost(track, this);
      hosts.put(track, new WeakReference<>(host));
    }
    return host;
  }

  /** The one object for a stream, as long as a script has it. */
  StreamHost host(MediaStream stream) {
    WeakReference<StreamHost> known = streams.get(stream);
    StreamHost host = known == null ? null : known.get();
    if (host == null) {
      host = new StreamHost(stream, this);
      streams.put(stream, new WeakReference<>(host));
    }
    return host;
  }

  /** A track that came attached to a {@link Parcel}. */
  @Export
  public TrackHost received(MediaStreamTrack track) {
    return host(answers.get(() -> track.transfer(context)));
  }

  /** A stream without tracks. */
  @Export
  public StreamHost stream() {
    return host(new MediaStream());
  }

  @Export
  public void enumerateDevices(Value resolve, Value reject) {
    answers.settle(
        () -> context.mediaDevices().enumerateDevicesAsync(), this::devices, resolve, reject);
  }

  /** Constraints are a dictionary that the script's side has converted. */
  @Export
  public void getUserMedia(Value constraints, Value resolve, Value reject) {
    answers.settle(
        () ->
            context
                .mediaDevices()
                .getUserMediaAsync(MediaStreamConstraints.fromMap(Trees.map(constraints))),
        this::host,
        resolve,
        reject);
  }

  /** What a script's CaptureController is of. */
  @Export
  public ControllerHost controller() {
    return new ControllerHost(answers);
  }

  /**
   * Captures a display.
   *
   * @param controller a {@link ControllerHost}, or nothing
   */
  @Export
  public void getDisplayMedia(Value options, Value controller, Value resolve, Value reject) {
    answers.settle(
        () -> {
          DisplayMediaStreamOptions.Builder asked = DisplayOptions.read(Trees.map(options));
          if (controller.isHostObject()) {
            asked.controller(controller.<ControllerHost>asHostObject().controller());
          }
          return context.mediaDevices().getDisplayMediaAsync(asked.build());
        },
        this::host,
        resolve,
        reject);
  }

  @Export
  public void selectAudioOutput(String deviceId, Value resolve, Value reject) {
    answers.settle(
        () -> context.mediaDevices().selectAudioOutputAsync(new AudioOutputOptions(deviceId)),
        device -> new DeviceHost(device, trees),
        resolve,
        reject);
  }

  /** The screens: arrays of a label, a place, a size and whether the system prefers it. */
  @Export
  public void screens(Value resolve, Value reject) {
    answers.settle(
        () -> context.mediaDevices().screenDetailsAsync(),
        screens -> trees.array(screens.stream().map(MediaHost::screen).toList()),
        resolve,
        reject);
  }

  private static List<Object> screen(DisplaySurface screen) {
    VideoRect bounds = screen.bounds().orElse(new VideoRect(0, 0, 0, 0));
    return List.of(
        screen.label(), bounds.x(), bounds.y(), bounds.width(), bounds.height(), screen.primary());
  }

  @Export
  public Value getSupportedConstraints() {
    return trees.object(context.mediaDevices().getSupportedConstraints().toMap());
  }

  @Export
  public String defaultSemantics() {
    return context.mediaDevices().defaultSemantics().value();
  }

  /** Calls the listener with the devices and with those that were not there before. */
  @Export
  public boolean onDeviceChange(Value listener) {
    var _ =
        context
            .mediaDevices()
            .ondevicechange(
                event ->
                    listener.executeVoid(
                        devices(event.devices()), devices(event.userInsertedDevices())));
    return true;
  }

  /** Whether the permissions policy allows a feature. */
  @Export
  public boolean isAllowedToUse(String name) {
    return context.isAllowedToUse(named(name));
  }

  private static PermissionName named(String name) {
    return Arrays.stream(PermissionName.values())
        .filter(it -> it.value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** How the permission of a name stands. */
  @Export
  public PermissionHost permission(String name, boolean panTiltZoom) {
    PermissionName wanted = named(name);
    PermissionDescriptor descriptor =
        wanted == PermissionName.CAMERA
            ? new CameraDevicePermissionDescriptor(panTiltZoom)
            : PermissionDescriptor.of(wanted);
    return answers.get(() -> new PermissionHost(context.permissions().query(descriptor)));
  }

  private Value devices(List<MediaDeviceInfo> devices) {
    return trees.array(devices.stream().map(info -> new DeviceHost(info, trees)).toList());
  }
}
