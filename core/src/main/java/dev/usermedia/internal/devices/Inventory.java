package dev.usermedia.internal.devices;

import dev.usermedia.MediaClock;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.pipeline.Relinquishing;
import dev.usermedia.internal.pipeline.SourceHub;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.DeviceIndex;
import dev.usermedia.spi.AddressedDriver;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** The drivers of a context and the devices that they have. Safe for use from any thread. */
public final class Inventory implements AutoCloseable {
  private final List<MediaDriver> drivers;
  private final DeviceIds ids;
  private final MediaClock clock;
  private final EventLoop loop;
  private final Executor workers;
  private final Relinquishing relinquishing;

  /** Guarded by itself; a leaf. One hub for each device that was ever seen, by driver and id. */
  private final Map<String, Shared> hubs = new HashMap<>();

  /** What all that use a device have in common. */
  private record Shared(DeviceIndex index, SourceHub hub) {}

  public Inventory(
      List<MediaDriver> drivers,
      DeviceIds ids,
      MediaClock clock,
      EventLoop loop,
      Executor workers,
      Relinquishing relinquishing) {
    this.drivers = List.copyOf(drivers);
    this.ids = ids;
    this.clock = clock;
    this.loop = loop;
    this.workers = workers;
    this.relinquishing = relinquishing;
  }

  public List<MediaDriver> drivers() {
    return drivers;
  }

  /**
   * What is there now of the wanted kinds: system defaults first, else in the order of the drivers
   * and of their own lists. A driver that fails has no devices; the failure is logged.
   */
  public List<KnownDevice> devices(Predicate<SourceKind> wanted) {
    List<KnownDevice> found = new ArrayList<>();
    for (MediaDriver driver : drivers) {
      if (driver.kinds().stream().noneMatch(wanted)) {
        continue;
      }
      try {
        for (SourceDevice device : driver.devices()) {
          if (wanted.test(device.kind())) {
            found.add(known(driver, device));
          }
        }
      } catch (SourceException e) {
        log().log(System.Logger.Level.WARNING, "no devices of driver " + driver.name(), e);
      }
    }
    found.sort(Comparator.comparing(known -> !known.device().systemDefault()));
    return found;
  }

  /** Why drivers have no devices of the wanted kinds, where they know, each in a line. */
  public List<String> unavailable(Predicate<SourceKind> wanted) {
    return drivers.stream()
        .filter(driver -> driver.kinds().stream().anyMatch(wanted))
        .map(MediaDriver::unavailable)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** Has a window's driver give it the focus; a failure is logged, since nobody waits for it. */
  public void focus(SourceDevice window) {
    for (MediaDriver driver : drivers) {
      if (driver.name().equals(window.driver())) {
        try {
          driver.focus(window);
        } catch (SourceException e) {
          log().log(System.Logger.Level.WARNING, "no focus for " + window.label(), e);
        }
      }
    }
  }

  /** Makes the device at an address such as {@code file:clip.mp4} one of the context's. */
  public List<KnownDevice> add(String scheme, String address) throws SourceException {
    for (MediaDriver driver : drivers) {
      if (driver instanceof AddressedDriver addressed && addressed.scheme().equals(scheme)) {
        return addressed.add(address).stream().map(device -> known(driver, device)).toList();
      }
    }
    throw new SourceException(
        SourceException.Kind.NOT_FOUND,
        scheme,
        "add",
        address,
        "no driver knows addresses that begin with " + scheme + ":");
  }

  /** Whether the calling thread is delivering frames of any device. */
  public boolean isDelivering() {
    return snapshot().stream().anyMatch(SourceHub::isDelivering);
  }

  /** Completes once all that was asked of all devices so far is done. */
  public CompletableFuture<Void> settled() {
    return CompletableFuture.allOf(
        snapshot().stream().map(SourceHub::settled).toArray(CompletableFuture<?>[]::new));
  }

  /** The hubs that have tracks. */
  public List<SourceHub> open() {
    return snapshot().stream().filter(SourceHub::isOpen).toList();
  }

  @Override
  public void close() {
    drivers.forEach(MediaDriver::close);
  }

  private KnownDevice known(MediaDriver driver, SourceDevice device) {
    String key = device.driver() + '\n' + device.kind() + '\n' + device.hardwareId();
    synchronized (hubs) {
      Shared shared = hubs.get(key);
      // a device that came back with other modes gets a hub of its own; the old one serves its
      // tracks to their end
      if (shared == null || (!shared.hub.device().equals(device) && !shared.hub.isOpen())) {
        SourceHub hub =
            new SourceHub(
                driver,
                device,
                clock,
                loop,
                workers,
                device.kind() == SourceKind.CAMERA || device.kind() == SourceKind.MICROPHONE
                    ? relinquishing
                    : Relinquishing.NEVER);
        shared = new Shared(new DeviceIndex(device), hub);
        hubs.put(key, shared);
      }
      return new KnownDevice(
          new Candidate(shared.index, ids.deviceId(device), ids.groupId(device)), shared.hub);
    }
  }

  private List<SourceHub> snapshot() {
    synchronized (hubs) {
      return hubs.values().stream().map(Shared::hub).toList();
    }
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.devices");
  }
}
