package dev.usermedia;

import dev.usermedia.internal.devices.KnownDevice;
import dev.usermedia.internal.privacy.Privacy;
import dev.usermedia.spi.MediaDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * The device change notification steps: asks the drivers to tell of changes, and compares what is
 * there with what was.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-device-change-notification-steps">
 *     Media Capture and Streams, device change notification steps</a>
 */
final class DeviceWatch {
  private final MediaContext context;
  private final DeviceList list;
  private final BiConsumer<List<MediaDeviceInfo>, List<MediaDeviceInfo>> changed;
  private final AtomicBoolean pending = new AtomicBoolean();

  /** Guards the fields below and makes comparisons one at a time; above the drivers' own locks. */
  private final Object lock = new Object();

  private final List<Registration> registrations = new ArrayList<>();

  /** [[storedDeviceList]]: whole, since what may be told of it changes. */
  private List<KnownDevice> stored = List.of();

  private boolean started;
  private boolean closed;

  DeviceWatch(
      MediaContext context,
      DeviceList list,
      BiConsumer<List<MediaDeviceInfo>, List<MediaDeviceInfo>> changed) {
    this.context = context;
    this.list = list;
    this.changed = changed;
  }

  /** Starts with the first listener; what is there by then is not news. */
  void start() {
    synchronized (lock) {
      if (started || closed) {
        return;
      }
      started = true;
      for (MediaDriver driver : context.inventory().drivers()) {
        registrations.add(driver.watch(this::somethingChanged));
      }
      stored = list.devices();
    }
  }

  void close() {
    List<Registration> old;
    synchronized (lock) {
      closed = true;
      old = List.copyOf(registrations);
      registrations.clear();
    }
    old.forEach(Registration::close);
  }

  /** Compares once more, if anybody listens. */
  void check() {
    synchronized (lock) {
      if (!started) {
        return;
      }
    }
    somethingChanged();
  }

  /** From a driver's thread; several at once are one. */
  private void somethingChanged() {
    if (!pending.getAndSet(true)) {
      context.workers().execute(this::compare);
    }
  }

  private void compare() {
    pending.set(false);
    synchronized (lock) {
      if (closed || !enumerationCanProceed()) {
        return;
      }
      List<KnownDevice> devices = list.devices();
      List<MediaDeviceInfo> before = list.create(stored);
      List<MediaDeviceInfo> now = list.create(devices);
      if (now.equals(before)) {
        return;
      }
      stored = devices;
      List<MediaDeviceInfo> inserted =
          now.stream().filter(device -> isInserted(device, before)).toList();
      context.loop().queue(() -> changed.accept(now, inserted));
    }
  }

  /** Whether the device itself is new, rather than its name, its rank or what is told of it. */
  private static boolean isInserted(MediaDeviceInfo device, List<MediaDeviceInfo> before) {
    return !device.deviceId().equals(DeviceList.DEFAULT_OUTPUT)
        && before.stream()
            .noneMatch(it -> it.kind() == device.kind() && it.deviceId().equals(device.deviceId()));
  }

  private boolean enumerationCanProceed() {
    Privacy privacy = context.privacy();
    return privacy.exposure().deviceInformationCanBeExposed() || privacy.document().isInView();
  }
}
