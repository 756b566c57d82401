package dev.usermedia;

import dev.usermedia.internal.devices.DeviceIds;
import dev.usermedia.internal.devices.Inventory;
import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.synthetic.SyntheticDriver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  private static final System.Logger LOG = System.getLogger("dev.usermedia");

  private final Settings settings;
  private final EventLoop loop;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Inventory inventory;
  private final MediaDevices mediaDevices;
  private final AtomicBoolean closed = new AtomicBoolean();

  private MediaContext(Builder builder) {
    this.settings = new Settings(builder);
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
            drivers, new DeviceIds(builder.secret, builder.origin), builder.clock, loop, workers);
    this.mediaDevices = new MediaDevices(this);
  }

  /** What the builder was told. */
  record Settings(
      String origin, MediaClock clock, PermissionPrompt prompt, DisplayPicker displayPicker) {
    Settings(Builder builder) {
      this(builder.origin, builder.clock, builder.prompt, builder.displayPicker);
    }
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

  /** The clock of all capture timestamps in this context. */
  public MediaClock clock() {
    return settings.clock;
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

  /** What {@code getDisplayMedia} could capture now. */
  public List<DisplaySurface> displaySurfaces() {
    return mediaDevices.displays().surfaces();
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

  /** Why drivers of this context have no devices, each reason in a line for a person to read. */
  public List<String> unavailable() {
    return inventory.unavailable(kind -> true);
  }

  /** Why drivers that could have devices of a kind have none. */
  public List<String> unavailable(SourceKind wanted) {
    return inventory.unavailable(kind -> kind == wanted);
  }

  /** Stops all tracks, waits until all devices are let go, and ends the loop. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    mediaDevices.stopAllSources();
    try {
      if (!inventory.isDelivering() && !loop.isCurrent()) {
        inventory.settled().get(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "devices were still closing after " + CLOSE_TIMEOUT_SECONDS + " s");
    } catch (java.util.concurrent.ExecutionException e) {
      loop.report(e);
    }
    inventory.close();
    loop.close();
    workers.shutdown();
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

  Settings settings() {
    return settings;
  }

  /** Makes a context. Not safe for use by several threads. */
  public static final class Builder {
    private final List<MediaDriver> drivers = new ArrayList<>();
    private boolean systemDrivers = true;
    private MediaClock clock = MediaClock.system();
    private @Nullable Executor host;
    private String origin = "local";
    private byte[] secret = "usermedia".getBytes(StandardCharsets.UTF_8);
    private PermissionPrompt prompt = request -> true;
    private DisplayPicker displayPicker =
        surfaces ->
            surfaces.stream()
                .filter(DisplaySurface::primary)
                .findFirst()
                .or(() -> Optional.of(surfaces.getFirst()));
    private Consumer<Throwable> errors =
        failure ->
            LOG.log(System.Logger.Level.ERROR, "application code called by usermedia", failure);

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

    /** Who is asked before capture starts; all is granted unless told. */
    public Builder prompt(PermissionPrompt newPrompt) {
      prompt = newPrompt;
      return this;
    }

    /** Who chooses what {@code getDisplayMedia} captures; the primary screen unless told. */
    public Builder displayPicker(DisplayPicker picker) {
      displayPicker = picker;
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
}
