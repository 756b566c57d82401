package dev.usermedia;

import dev.usermedia.constraints.GetUserMediaSemantics;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackSupportedConstraints;
import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.loop.Listeners;
import dev.usermedia.internal.privacy.Privacy;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
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

  /** Links of tracks that were transferred here; the context of their source has them too. */
  private final Set<TrackLink> visitors = ConcurrentHashMap.newKeySet();

  private final Listeners<DeviceChangeEvent> devicechange = new Listeners<>(() -> {});
  private final DeviceList list;
  private final DeviceWatch watch;
  private final Set<CaptureController> deciding = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  MediaDevices(MediaContext context) {
    this.context = context;
    this.list = new DeviceList(context);
    this.watch = new DeviceWatch(context, list, this::changed);
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
    return async(
        () -> {
          awaitEnumerationCanProceed();
          return list.create(list.devices());
        });
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
    } catch (TypeError | DOMException e) {
      return CompletableFuture.failedFuture(e);
    }
    return async(() -> kept(steps.run()));
  }

  /**
   * Captures a screen or window that somebody chooses: the context's {@link DisplayPicker}. Asks
   * each time. Of the chosen display there may be no sound, even if it is asked for.
   *
   * @throws TypeError if no video is asked for, or a constraint is a min, an exact or an advanced
   *     one
   * @throws OverconstrainedError if it cannot be scaled or decimated to a constraint
   * @throws DOMException {@code InvalidStateError} if the controller was used before, nobody has
   *     just used the application, it has no focus or its context is closed; {@code NotFoundError}
   *     if there is no screen; {@code NotAllowedError} if none is chosen or it is refused; {@code
   *     NotReadableError} if it cannot be captured
   */
  public MediaStream getDisplayMedia(DisplayMediaStreamOptions options) {
    return blocking("getDisplayMedia", () -> getDisplayMediaAsync(options));
  }

  /** {@link #getDisplayMedia} without waiting. */
  public CompletableFuture<MediaStream> getDisplayMediaAsync(DisplayMediaStreamOptions options) {
    GetDisplayMedia steps;
    try {
      steps = new GetDisplayMedia(context, options);
    } catch (TypeError | DOMException e) {
      return CompletableFuture.failedFuture(e);
    }
    return async(
        () -> kept(steps.run()),
        () -> options.controller().ifPresent(CaptureController::finalizeFocusDecision));
  }

  /**
   * An audio output that somebody chooses: the context's {@link DevicePicker}. It is listed by
   * {@link #enumerateDevices} from then on.
   *
   * @throws DOMException {@code InvalidStateError} if nobody has just used the application or its
   *     context is closed; {@code NotFoundError} if there is no output; {@code NotAllowedError} if
   *     none is chosen or it is refused
   */
  public MediaDeviceInfo selectAudioOutput(AudioOutputOptions options) {
    return blocking("selectAudioOutput", () -> selectAudioOutputAsync(options));
  }

  /** {@link #selectAudioOutput} without waiting. */
  public CompletableFuture<MediaDeviceInfo> selectAudioOutputAsync(AudioOutputOptions options) {
    SelectAudioOutput steps;
    try {
      steps = new SelectAudioOutput(context, options);
    } catch (DOMException e) {
      return CompletableFuture.failedFuture(e);
    }
    return async(steps::run);
  }

  /**
   * The screens of the machine, once whoever is asked allows it.
   *
   * @return with {@code NotAllowedError} if it is refused; {@code InvalidStateError} if the context
   *     is closed
   * @see <a href="https://www.w3.org/TR/window-management/#api-window-getScreenDetails-method">
   *     Window Management, getScreenDetails()</a>
   */
  public CompletableFuture<List<DisplaySurface>> screenDetailsAsync() {
    return async(
        () -> {
          Privacy privacy = context.privacy();
          PermissionDescriptor screens = PermissionDescriptor.of(PermissionName.WINDOW_MANAGEMENT);
          if (!privacy.isAllowedToUse(screens.name())
              || privacy.permissions().state(screens.name()) == PermissionState.DENIED
              || !privacy.permissions().request(screens, List.of())) {
            throw new DOMException("the look at the screens was refused", "NotAllowedError");
          }
          return context.displaySurfaces().stream()
              .filter(surface -> surface.displaySurface().equals("monitor"))
              .toList();
        });
  }

  /** Who chooses where {@code getUserMedia} is not told. */
  public GetUserMediaSemantics defaultSemantics() {
    return GetUserMediaSemantics.BROWSER_CHOOSES;
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

  /** The controllers of captures that began, until the focus is decided. */
  Set<CaptureController> deciding() {
    return deciding;
  }

  void lostFocus() {
    deciding.forEach(CaptureController::disableFocusChange);
  }

  /**
   * Where a track that comes from elsewhere is to live.
   *
   * @throws DOMException {@code InvalidStateError} if the context is closed
   */
  TrackLink.Visit visit() {
    if (closed) {
      throw closedError();
    }
    return new TrackLink.Visit(context.loop(), visitors);
  }

  /** Ends all tracks without events and refuses new ones. */
  void stopAllSources() {
    closed = true;
    watch.close();
    List.copyOf(visitors).forEach(TrackLink::stop);
    List.copyOf(links).forEach(TrackLink::contextClosed);
  }

  MediaDeviceInfo info(KnownDevice known) {
    return list.info(known);
  }

  /** On the event loop, the device permission revocation algorithm. */
  void endTracks(PermissionName permission) {
    for (TrackLink link : List.copyOf(links)) {
      if (link.standsOn(permission)) {
        link.endedByUserAgent(new DOMException("the permission was revoked", "NotAllowedError"));
      }
    }
  }

  /** Changes that were not told while the document was out of view are told now. */
  void cameIntoView() {
    watch.check();
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

  /** Steps that run in parallel and may wait. */
  private interface Steps<T> {
    T run() throws InterruptedException;
  }

  private <T> CompletableFuture<T> async(Steps<T> steps) {
    return async(steps, () -> {});
  }

  /** The same, and what is to happen on the loop after all who wait for a success were told. */
  private <T> CompletableFuture<T> async(Steps<T> steps, Runnable afterwards) {
    if (closed) {
      return CompletableFuture.failedFuture(closedError());
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable task =
        () -> {
          Runnable settle;
          try {
            T value = steps.run();
            settle =
                () -> {
                  context.loop().queue(afterwards); // before what the callbacks queue
                  result.complete(value);
                };
          } catch (InterruptedException e) {
            settle = () -> result.completeExceptionally(closedError());
          } catch (Throwable failure) {
            settle = () -> result.completeExceptionally(failure);
          }
          if (!context.loop().queue(settle)) {
            settle.run(); // the loop is gone; nobody else will tell
          }
        };
    try {
      context.workers().execute(task);
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(closedError());
    }
    return result;
  }

  private void awaitEnumerationCanProceed() throws InterruptedException {
    Privacy privacy = context.privacy();
    if (!privacy.exposure().deviceInformationCanBeExposed() && !privacy.document().awaitInView()) {
      throw closedError();
    }
  }
}
