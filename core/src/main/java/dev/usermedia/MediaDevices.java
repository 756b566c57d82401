package dev.usermedia;

import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSupportedConstraints;
import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.loop.Listeners;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.spi.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A context's devices: listing them and opening them.
 *
 * <p>Safe for use from any thread. Blocking methods refuse, with {@code InvalidStateError}, to be
 * called on the context's event loop and while frames are delivered; the {@code Async} ones may be
 * called anywhere, and their futures complete on the event loop.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediadevices">Media Capture and
 *     Streams, MediaDevices</a>
 */
public final class MediaDevices {
  private final MediaContext context;
  private final Set<TrackLink> links = ConcurrentHashMap.newKeySet();
  private final Listeners<DeviceChangeEvent> devicechange = new Listeners<>(() -> {});
  private final DeviceWatch watch;
  private final GetDisplayMedia displays;
  private volatile boolean closed;

  MediaDevices(MediaContext context) {
    this.context = context;
    this.displays = new GetDisplayMedia(context);
    this.watch = new DeviceWatch(context, this::list, this::changed);
  }

  /**
   * All microphones, cameras and audio outputs, in that order, the default of each kind first.
   *
   * @throws DOMException {@code InvalidStateError} if the context is closed
   */
  public List<MediaDeviceInfo> enumerateDevices() {
    return blocking("enumerateDevices", this::enumerateDevicesAsync);
  }

  /** {@link #enumerateDevices} without waiting. */
  public CompletableFuture<List<MediaDeviceInfo>> enumerateDevicesAsync() {
    return async(this::list);
  }

  /**
   * Opens a microphone, a camera or both, as the constraints ask.
   *
   * @throws TypeError if neither is asked for, or a constraint is required that may not be
   * @throws OverconstrainedError if no device satisfies what is required
   * @throws DOMException {@code NotFoundError} if there is no device; {@code NotAllowedError} if it
   *     is refused; {@code NotReadableError} if it cannot be opened; {@code InvalidStateError} if
   *     the context is closed
   */
  public MediaStream getUserMedia(MediaStreamConstraints constraints) {
    return blocking("getUserMedia", () -> getUserMediaAsync(constraints));
  }

  /** {@link #getUserMedia} without waiting. */
  public CompletableFuture<MediaStream> getUserMediaAsync(MediaStreamConstraints constraints) {
    GetUserMedia steps;
    try {
      steps = new GetUserMedia(context, constraints);
    } catch (TypeError e) {
      return CompletableFuture.failedFuture(e);
    }
    return async(() -> kept(steps.run()));
  }

  /**
   * Captures a screen or window that somebody chooses: the context's {@link DisplayPicker}.
   *
   * @throws TypeError if a constraint is a min, an exact or an advanced one
   * @throws DOMException {@code NotFoundError} if there is no screen; {@code NotAllowedError} if
   *     none is chosen or it is refused; {@code NotReadableError} if it cannot be captured
   */
  public MediaStream getDisplayMedia(DisplayMediaStreamOptions options) {
    return blocking("getDisplayMedia", () -> getDisplayMediaAsync(options));
  }

  /** {@link #getDisplayMedia} without waiting. */
  public CompletableFuture<MediaStream> getDisplayMediaAsync(DisplayMediaStreamOptions options) {
    MediaTrackConstraints video;
    try {
      video = GetDisplayMedia.checked(options);
    } catch (TypeError e) {
      return CompletableFuture.failedFuture(e);
    }
    return async(() -> kept(displays.run(video)));
  }

  /** The constraints that this library knows, whichever devices there are. */
  public MediaTrackSupportedConstraints getSupportedConstraints() {
    return MediaTrackSupportedConstraints.SUPPORTED;
  }

  /** Listens for devices coming, going or changing their order. */
  public Registration ondevicechange(Consumer<DeviceChangeEvent> listener) {
    Registration registration = devicechange.add(listener);
    watch.start();
    return registration;
  }

  // ---- for the context ----

  Set<TrackLink> links() {
    return links;
  }

  GetDisplayMedia displays() {
    return displays;
  }

  /** Ends all tracks without events and refuses new ones. */
  void stopAllSources() {
    closed = true;
    watch.close();
    List.copyOf(links).forEach(TrackLink::stop);
  }

  MediaDeviceInfo info(KnownDevice known) {
    String label = known.device().label();
    MediaDeviceKind kind =
        switch (known.device().kind()) {
          case MICROPHONE -> MediaDeviceKind.AUDIOINPUT;
          case SPEAKER -> MediaDeviceKind.AUDIOOUTPUT;
          case CAMERA, SCREEN, WINDOW -> MediaDeviceKind.VIDEOINPUT;
        };
    if (kind == MediaDeviceKind.AUDIOOUTPUT) {
      return new MediaDeviceInfo(known.deviceId(), kind, label, known.groupId());
    }
    return new InputDeviceInfo(
        known.deviceId(),
        kind,
        label,
        known.groupId(),
        SelectSettings.capabilities(
            new Candidate(known.device(), known.deviceId(), known.groupId())));
  }

  /** Creating a list of device info objects. */
  private List<MediaDeviceInfo> list() {
    List<KnownDevice> devices =
        context
            .inventory()
            .devices(
                kind ->
                    kind == SourceKind.MICROPHONE
                        || kind == SourceKind.CAMERA
                        || kind == SourceKind.SPEAKER);
    List<MediaDeviceInfo> microphones = new ArrayList<>();
    List<MediaDeviceInfo> cameras = new ArrayList<>();
    List<MediaDeviceInfo> others = new ArrayList<>();
    for (KnownDevice known : devices) {
      MediaDeviceInfo info = info(known);
      switch (info.kind()) {
        case AUDIOINPUT -> microphones.add(info);
        case VIDEOINPUT -> cameras.add(info);
        case AUDIOOUTPUT -> {
          if (others.isEmpty() && known.device().systemDefault()) {
            others.add(new MediaDeviceInfo("default", info.kind(), info.label(), info.groupId()));
          }
          others.add(info);
        }
      }
    }
    microphones.addAll(cameras);
    microphones.addAll(others);
    return List.copyOf(microphones);
  }

  private void changed(List<MediaDeviceInfo> devices, List<MediaDeviceInfo> inserted) {
    devicechange.fire(new DeviceChangeEvent(this, devices, inserted), context.loop());
  }

  /** A stream that came after the context was closed is let go again. */
  private MediaStream kept(MediaStream stream) {
    if (closed) {
      stream.getTracks().forEach(MediaStreamTrack::stop);
      throw closedError();
    }
    return stream;
  }

  private static DOMException closedError() {
    return new DOMException("the context is closed", "InvalidStateError");
  }

  private <T> T blocking(String method, Supplier<CompletableFuture<T>> start) {
    context.loop().checkMayBlock(method);
    if (context.inventory().isDelivering()) {
      throw new DOMException(
          method + " would block the delivery of frames; call " + method + "Async there",
          "InvalidStateError");
    }
    return EventLoop.await(start.get(), method);
  }

  private <T> CompletableFuture<T> async(Supplier<T> steps) {
    if (closed) {
      return CompletableFuture.failedFuture(closedError());
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    AtomicBoolean settled = new AtomicBoolean();
    context
        .workers()
        .execute(
            () -> {
              Runnable settle;
              try {
                T value = steps.get();
                settle = () -> result.complete(value);
              } catch (Throwable failure) {
                settle = () -> result.completeExceptionally(failure);
              }
              Runnable once = settle;
              Runnable task =
                  () -> {
                    if (settled.compareAndSet(false, true)) {
                      once.run();
                    }
                  };
              context.loop().queue(task);
              if (closed) {
                task.run(); // the loop may be gone
              }
            });
    return result;
  }
}
