package dev.usermedia;

import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.file.BlobUrlStore;
import dev.usermedia.internal.devices.DeviceIds;
import dev.usermedia.internal.devices.Inventory;
import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.file.ContextBlobUrls;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.pipeline.Relinquishing;
import dev.usermedia.internal.pipeline.SourceHub;
import dev.usermedia.internal.privacy.Privacy;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.Permissions;
import dev.usermedia.permissions.PrivacyIndicators;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.synthetic.SyntheticDriver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a document is on the Web: the home of one application's devices, permissions, tracks and
 * events. Closing it stops all tracks and lets all devices go.
 *
 * <p>Safe for use from any thread. All events are fired on the context's event loop.
 */
public final class MediaContext implements AutoCloseable {
  private static final long CLOSE_TIMEOUT_SECONDS = 10;

  private final ContextSettings settings;
  private final EventLoop loop;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Inventory inventory;
  private final Privacy privacy;
  private final MediaDevices mediaDevices;
  private final ContextBlobUrls blobUrls;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final List<Closing> closing = new CopyOnWriteArrayList<>();

  @SuppressWarnings("this-escape") // into what calls back only once devices are opened
  private MediaContext(Builder builder) {
    this.settings =
        new ContextSettings(
            builder.origin,
            builder.clock,
            builder.displayPicker,
            builder.displayFocus,
            builder.inputPicker,
            builder.audioOutputPicker);
    this.loop =
        builder.host == null
            ? new EventLoop("usermedia loop " + builder.origin, builder.errors)
            : new EventLoop(builder.host, builder.errors);
    List<MediaDriver> drivers = new ArrayList<>(builder.drivers);
    if (builder.systemDrivers) {
      ServiceLoader.load(MediaDriver.class).forEach(drivers::add);
    }
    this.inventory =
        new Inventory(
            drivers,
            new DeviceIds(builder.secret, builder.origin),
            builder.clock,
            loop,
            workers,
            new Relinquishing(builder.relinquishing, this::isInView));
    this.privacy =
        new Privacy(
            new Privacy.Terms(
                builder.origin,
                builder.store,
                builder.prompt,
                builder.policy,
                builder.trusted,
                builder.transientActivation),
            builder.clock,
            loop,
            workers,
            this::permissionRevoked);
    this.mediaDevices = new MediaDevices(this);
    this.blobUrls = new ContextBlobUrls(builder.origin);
  }

  /** A context with the machine's own devices, granting what its application asks for. */
  public static MediaContext create() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The context's devices: {@code navigator.mediaDevices} on the Web. */
  public MediaDevices mediaDevices() {
    return mediaDevices;
  }

  /**
   * Where this context's events are fired and its futures completed: runs tasks one after another,
   * and tells {@link Builder#onError} what they throw. Rejects tasks once the context is closed.
   */
  public Executor eventLoop() {
    return task -> {
      if (!loop.queue(task)) {
        throw new RejectedExecutionException("the context is closed");
      }
    };
  }

  /**
   * Whether the calling thread is running a task of the event loop, where waiting for the context
   * would never end.
   */
  public boolean isOnEventLoop() {
    return loop.isCurrent();
  }

  /** The clock of all capture timestamps in this context. */
  public MediaClock clock() {
    return settings.clock();
  }

  /**
   * Makes a file or URL a camera, a microphone or both of this context.
   *
   * @param address such as {@code file:clip.mp4}; a driver must know what stands before the colon
   * @return the devices at the address
   * @throws DOMException {@code NotFoundError} if there is nothing, {@code NotReadableError} if it
   *     cannot be read
   */
  public List<MediaDeviceInfo> addDevice(String address) {
    int colon = address.indexOf(':');
    if (colon < 1) {
      throw new TypeError("a device's address is scheme:rest, not " + address);
    }
    try {
      return inventory.add(address.substring(0, colon), address.substring(colon + 1)).stream()
          .map(mediaDevices::info)
          .toList();
    } catch (SourceException e) {
      throw SourceErrors.toDomException(e);
    }
  }

  /**
   * Whether the permissions policy of the document allows a feature.
   *
   * @see <a href="https://html.spec.whatwg.org/#allowed-to-use">HTML, allowed to use</a>
   */
  public boolean isAllowedToUse(PermissionName feature) {
    return privacy().isAllowedToUse(feature);
  }

  /** What {@code getDisplayMedia} could capture now. */
  public List<DisplaySurface> displaySurfaces() {
    return GetDisplayMedia.surfaces(this);
  }

  /**
   * Every way in which each device delivers by itself, before this library crops, scales or
   * decimates, best first; none for a speaker.
   *
   * @return by {@link MediaDeviceInfo#deviceId} and {@link DisplaySurface#id}
   */
  public Map<String, List<SourceMode>> modes() {
    return inventory.devices(kind -> true).stream()
        .collect(
            Collectors.toMap(
                KnownDevice::deviceId, known -> known.device().modes(), (first, second) -> first));
  }

  /**
   * What constraints make of each camera or microphone, without opening any or asking anybody.
   *
   * @param kind of the tracks that the constraints are for; members for the other are left out
   */
  public List<DeviceFit> fit(MediaTrackConstraints constraints, MediaKind kind) {
    SourceKind wanted = kind == MediaKind.AUDIO ? SourceKind.MICROPHONE : SourceKind.CAMERA;
    return inventory.devices(it -> it == wanted).stream()
        .map(known -> Overconstrained.fit(known.candidate(), constraints, kind))
        .toList();
  }

  /** Why drivers of this context have no devices, each reason in a line for a person to read. */
  public List<String> unavailable() {
    return inventory.unavailable(kind -> true);
  }

  /** Why drivers that could have devices of a kind have none. */
  public List<String> unavailable(SourceKind wanted) {
    return inventory.unavailable(kind -> kind == wanted);
  }

  /** What this context may do, and how to take it back: {@code navigator.permissions}. */
  public Permissions permissions() {
    return privacy.permissions();
  }

  /** The URLs that stand for blobs in this context: {@code URL.createObjectURL} on the Web. */
  public BlobUrlStore blobUrls() {
    return blobUrls;
  }

  /** What a person is to be shown of this context's captures. */
  public PrivacyIndicators indicators() {
    return privacy.indicators();
  }

  /**
   * The host tells whether the application is in view; it is until told. {@code getUserMedia} and,
   * before any capture, {@code enumerateDevices} wait until it is.
   */
  public void inView(boolean nowInView) {
    privacy.document().inView(nowInView);
    if (nowInView) {
      mediaDevices.cameIntoView();
      inventory.open().forEach(SourceHub::cameIntoView);
    }
  }

  private boolean isInView() {
    return privacy.document().isInView();
  }

  /** The host tells whether the application has the focus; it has until told. */
  public void systemFocus(boolean nowFocused) {
    privacy.document().systemFocus(nowFocused);
    if (!nowFocused) {
      mediaDevices.lostFocus();
    }
  }

  /**
   * Calls steps when this context is closed, before its tracks stop, on the thread that closes it:
   * for what keeps something of its own in the context.
   *
   * @throws DOMException {@code InvalidStateError} if it is closed already
   */
  public Registration onclose(Runnable steps) {
    Closing own = new Closing(steps, new AtomicBoolean());
    closing.add(own);
    if (closed.get() && own.take()) {
      throw new DOMException("the context is closed", "InvalidStateError");
    }
    return () -> {
      own.take();
      closing.remove(own);
    };
  }

  /** Each registration stands for itself: its flag is compared by identity. */
  private record Closing(Runnable steps, AtomicBoolean taken) {
    boolean take() {
      return !taken.getAndSet(true);
    }
  }

  /** Stops all tracks, waits until all devices are let go, and ends the loop. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    for (Closing it : closing) {
      if (it.take()) {
        try {
          it.steps.run();
        } catch (RuntimeException failure) {
          loop.report(failure);
        }
      }
    }
    privacy.document().close();
    blobUrls.close();
    mediaDevices.stopAllSources();
    try {
      if (!inventory.isDelivering() && !loop.isCurrent()) {
        inventory.settled().get(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      log()
          .log(
              System.Logger.Level.WARNING,
              "devices were still closing after " + CLOSE_TIMEOUT_SECONDS + " s");
    } catch (java.util.concurrent.ExecutionException e) {
      loop.report(e);
    }
    inventory.close();
    loop.close();
    workers.shutdownNow();
  }

  EventLoop loop() {
    return loop;
  }

  Executor workers() {
    return workers;
  }

  Inventory inventory() {
    return inventory;
  }

  ContextSettings settings() {
    return settings;
  }

  Privacy privacy() {
    return privacy;
  }

  private void permissionRevoked(PermissionName permission) {
    mediaDevices.endTracks(permission);
  }

  /** Makes a context. Not safe for use by several threads. */
  public static final class Builder extends HostTerms<Builder> {
    private final List<MediaDriver> drivers = new ArrayList<>();
    private boolean systemDrivers = true;
    private MediaClock clock = MediaClock.system();
    private @Nullable Executor host;
    private String origin = "local";
    private byte[] secret = "usermedia".getBytes(StandardCharsets.UTF_8);
    private Consumer<Throwable> errors =
        failure ->
            log().log(System.Logger.Level.ERROR, "application code called by usermedia", failure);

    private Builder() {}

    /** Adds a driver, before those of the system. */
    public Builder driver(MediaDriver driver) {
      drivers.add(driver);
      return this;
    }

    /** Whether the drivers found by {@link ServiceLoader} take part; they do unless told. */
    public Builder systemDrivers(boolean wanted) {
      systemDrivers = wanted;
      return this;
    }

    /** Adds the synthetic camera, microphone and screen and leaves the machine's own out. */
    public Builder fakeDevices() {
      return driver(new SyntheticDriver()).systemDrivers(false);
    }

    /** The clock that capture timestamps are read from; the machine's monotonic one unless told. */
    public Builder clock(MediaClock newClock) {
      clock = newClock;
      return this;
    }

    /** Runs the event loop on a host's executor, such as a user interface's thread. */
    public Builder eventLoop(Executor executor) {
      host = executor;
      return this;
    }

    /** Who captures, in prompts and for device ids; {@code "local"} unless told. */
    public Builder origin(String newOrigin) {
      origin = newOrigin;
      return this;
    }

    /**
     * What device ids are derived from besides the origin. Hosts that run applications which must
     * not recognise a person by the devices give a secret of their own.
     */
    public Builder secret(byte[] newSecret) {
      secret = newSecret.clone();
      return this;
    }

    /** Told what application code throws when this library calls it; logged unless told. */
    public Builder onError(Consumer<Throwable> handler) {
      errors = handler;
      return this;
    }

    public MediaContext build() {
      return new MediaContext(this);
    }
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia");
  }
}
