package dev.usermedia.linux.internal.pulse;

import dev.usermedia.MediaClock;
import dev.usermedia.Registration;
import dev.usermedia.linux.internal.pulse.libpulse.LibPulse;
import dev.usermedia.linux.internal.pulse.libpulse.PaDeviceInfo;
import dev.usermedia.linux.internal.pulse.libpulse.PaError;
import dev.usermedia.linux.internal.pulse.libpulse.PaServerInfo;
import dev.usermedia.linux.internal.pulse.libpulse.PaSubscription;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The microphones and speakers of the user's sound server: PulseAudio, or PipeWire in its place.
 * One connection, made when it is first needed, enumerates and watches; every open source has
 * another. No server is ever started.
 */
public final class PulseDriver implements MediaDriver {
  private static final Set<Integer> ABSENCE =
      Set.of(PaError.CONNECTIONREFUSED, PaError.CONNECTIONTERMINATED, PaError.INVALIDSERVER);

  private static final int SUBSCRIPTION =
      PaSubscription.MASK_SOURCE | PaSubscription.MASK_SINK | PaSubscription.MASK_SERVER;

  private final Optional<String> server;
  private final Watchers watchers = new Watchers();

  private final ReentrantLock lock = new ReentrantLock(); // held for four seconds at most
  private @Nullable PulseConnection control;
  private @Nullable ServerArrival arrival;
  private boolean closed;

  /** For the user's own server, as libpulse finds it. */
  public PulseDriver() {
    this(Optional.empty());
  }

  /** For the server of an address, as {@code PULSE_SERVER} has it. */
  PulseDriver(Optional<String> server) {
    this.server = server;
  }

  /** What a server has. */
  private record Listing(
      PaServerInfo server, List<PaDeviceInfo> sources, List<PaDeviceInfo> sinks) {}

  /** Notes what is to be told. */
  private final class Control implements PulseConnection.Listener {
    private boolean changed;

    @Override
    public void event(int event, int index) {
      // A device that changed is the same device; a server that did has other defaults.
      changed |=
          PaSubscription.type(event) != PaSubscription.TYPE_CHANGE
              || PaSubscription.facility(event) == PaSubscription.FACILITY_SERVER;
    }

    @Override
    public void deliver() {
      if (changed) {
        changed = false;
        watchers.tell();
      }
    }

    @Override
    public void lost(SourceException cause) {
      watchers.tell();
    }
  }

  @Override
  public String name() {
    return Microphones.DRIVER;
  }

  @Override
  public Set<SourceKind> kinds() {
    return EnumSet.of(SourceKind.MICROPHONE, SourceKind.SPEAKER);
  }

  @Override
  public List<SourceDevice> devices() throws SourceException {
    try {
      Listing listing = list(control());
      List<SourceDevice> devices = new ArrayList<>();
      listing.sources().stream()
          .filter(Microphones::isMicrophone)
          .map(s -> Microphones.microphone(s, listing.server().defaultSourceName()))
          .forEach(devices::add);
      listing.sinks().stream()
          .map(s -> Microphones.speaker(s, listing.server().defaultSinkName()))
          .forEach(devices::add);
      devices.sort(
          Comparator.comparing(SourceDevice::kind)
              .thenComparing(SourceDevice::systemDefault, Comparator.reverseOrder()));
      return devices;
    } catch (SourceException e) {
      if (isAbsence(e)) {
        return List.of();
      }
      throw e;
    }
  }

  @Override
  public Source open(SourceDevice device, MediaClock clock) throws SourceException {
    if (device.kind() != SourceKind.MICROPHONE) {
      throw Failures.failed("open", device.hardwareId(), "a speaker cannot be captured");
    }
    return PulseSource.open(device.hardwareId(), server, clock);
  }

  @Override
  public Registration watch(Runnable changed) {
    Registration registration = watchers.add(changed);
    awaitArrivals();
    findServer();
    return registration;
  }

  @Override
  public String unavailable() {
    if (!LibPulse.missing().isEmpty()) {
      return LibPulse.missing();
    }
    try {
      control();
      return "";
    } catch (SourceException e) {
      return isAbsence(e)
          ? "no PulseAudio or PipeWire server runs for this user"
          : String.valueOf(e.getMessage());
    }
  }

  @Override
  public void close() {
    PulseConnection connection;
    ServerArrival watch;
    lock.lock();
    try {
      closed = true;
      connection = control;
      watch = arrival;
    } finally {
      lock.unlock();
    }
    watchers.clear();
    if (watch != null) {
      watch.close();
    }
    if (connection != null) {
      connection.close();
    }
  }

  private static Listing list(PulseConnection connection) throws SourceException {
    return connection.ask(
        "pa_context_get_source_info_list",
        "",
        () -> {
          CompletableFuture<List<PaDeviceInfo>> sources = connection.sources();
          CompletableFuture<List<PaDeviceInfo>> sinks = connection.sinks();
          return connection
              .serverInfo()
              .thenCombine(sources, (server, list) -> new Listing(server, list, List.of()))
              .thenCombine(
                  sinks, (listing, list) -> new Listing(listing.server, listing.sources, list));
        });
  }

  /** The connection, made if there is none. */
  private PulseConnection control() throws SourceException {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.failed("pa_context_connect", "", "interrupted while others connected");
    }
    try {
      if (closed) {
        throw Failures.failed("pa_context_connect", "", "the driver is closed");
      }
      PulseConnection connection = control;
      if (connection == null || !connection.isOpen()) {
        connection = connect();
        control = connection;
      }
      return connection;
    } finally {
      lock.unlock();
    }
  }

  private PulseConnection connect() throws SourceException {
    PulseConnection connection =
        PulseConnection.open("usermedia pulse-control", server, new Control());
    try {
      connection.ask("pa_context_subscribe", "", () -> connection.subscribe(SUBSCRIPTION));
      return connection;
    } catch (SourceException e) {
      connection.close();
      throw e;
    }
  }

  /** Has the watchers told when a server comes, which is told of by no connection. */
  private void awaitArrivals() {
    lock.lock();
    try {
      Optional<Path> socket = ServerArrival.socket(server, System.getenv());
      if (arrival == null && !closed && socket.isPresent()) {
        arrival = new ServerArrival(socket.get(), this::findServer);
      }
    } catch (IOException e) {
      log().log(Level.WARNING, "a sound server that comes back will not be noticed", e);
    } finally {
      lock.unlock();
    }
  }

  /** Connects if need be, and has the watchers told if that is new; false if nobody is there. */
  private boolean findServer() {
    try {
      PulseConnection before = known();
      if (control() != before) {
        watchers.tell();
      }
      return true;
    } catch (SourceException e) {
      log().log(Level.DEBUG, "no server", e);
      return false;
    }
  }

  private @Nullable PulseConnection known() {
    lock.lock();
    try {
      return control;
    } finally {
      lock.unlock();
    }
  }

  /** No server, or no library to reach one, is a state of the system and not an error. */
  private static boolean isAbsence(SourceException e) {
    return !LibPulse.missing().isEmpty() || ABSENCE.contains(e.errno().orElse(0));
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.linux");
  }
}
