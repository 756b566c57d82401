package dev.usermedia;

import dev.usermedia.spi.MediaDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The device change notification steps: asks the drivers to tell of changes, and compares what is
 * there with what was.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-device-change-notification-steps">
 *     Media Capture and Streams, device change notification steps</a>
 */
final class DeviceWatch {
  private final MediaContext context;
  private final Supplier<List<MediaDeviceInfo>> list;
  private final BiConsumer<List<MediaDeviceInfo>, List<MediaDeviceInfo>> changed;
  private final AtomicBoolean pending = new AtomicBoolean();

  /** Guards the fields below and makes comparisons one at a time; above the drivers' own locks. */
  private final Object lock = new Object();

  private final List<Registration> registrations = new ArrayList<>();
  private List<MediaDeviceInfo> stored = List.of();
  private boolean started;
  private boolean closed;

  DeviceWatch(
      MediaContext context,
      Supplier<List<MediaDeviceInfo>> list,
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
      stored = list.get();
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

  /** From a driver's thread; several at once are one. */
  private void somethingChanged() {
    if (!pending.getAndSet(true)) {
      context.workers().execute(this::compare);
    }
  }

  private void compare() {
    pending.set(false);
    synchronized (lock) {
      if (closed) {
        return;
      }
      List<MediaDeviceInfo> now = list.get();
      if (now.equals(stored)) {
        return;
      }
      List<MediaDeviceInfo> before = stored;
      stored = now;
      List<MediaDeviceInfo> inserted =
          now.stream().filter(device -> !before.contains(device)).toList();
      context.loop().queue(() -> changed.accept(now, inserted));
    }
  }
}
