package dev.usermedia.synthetic;

import dev.usermedia.MediaClock;
import dev.usermedia.Registration;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.internal.synthetic.DeviceState;
import dev.usermedia.internal.synthetic.SyntheticSource;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Devices that deliver the project's test pattern ({@code docs/test-pattern.md}), in which every
 * picture and every second of sound says what it is. What they deliver depends on nothing but the
 * device, its settings and the {@link MediaClock} they were opened with.
 *
 * <p>Pictures are due at whole multiples of their interval from a whole second of the clock,
 * samples likewise, and cameras flash and microphones beep at whole seconds, so that picture and
 * sound of any of these devices can be compared. A picture that is due while its four predecessors
 * still wait for the capture thread, or while consumers hold all of the device's memory, is
 * reported as lost, and its number is skipped.
 *
 * <p>Not found by {@link java.util.ServiceLoader}: a context or a command line is given it. May be
 * used from any thread; {@link #plug}, {@link #unplug}, {@link #replace}, {@link #setMuted}, {@link
 * #setStalled}, {@link #turn} and {@link #refuse} are for tests of what uses devices.
 */
public final class SyntheticDriver implements MediaDriver {
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final Map<String, DeviceState> plugged = new LinkedHashMap<>(); // its own lock

  /** A registration: not a record, since each stands for itself. */
  private static final class Watcher {
    final Runnable changed;

    Watcher(Runnable changed) {
      this.changed = changed;
    }
  }

  /**
   * The built-in devices: a front and a rear camera, a microphone in one group with the front
   * camera, two screens side by side, and a speaker.
   */
  public SyntheticDriver() {
    this(
        List.of(
            SyntheticDevice.camera("camera-user")
                .withLabel("Synthetic front camera")
                .withGroup("front")
                .withFacingMode("user")
                .withSystemDefault(true),
            SyntheticDevice.camera("camera-environment")
                .withLabel("Synthetic rear camera")
                .withFacingMode("environment"),
            SyntheticDevice.microphone("microphone").withGroup("front").withSystemDefault(true),
            SyntheticDevice.screen("screen-1", new VideoRect(0, 0, 1920, 1080))
                .withLabel("Synthetic screen 1")
                .withSystemDefault(true),
            SyntheticDevice.screen("screen-2", new VideoRect(1920, 0, 1024, 768))
                .withLabel("Synthetic screen 2"),
            SyntheticDevice.speaker("speaker").withSystemDefault(true)));
  }

  /**
   * Devices of one's own.
   *
   * @throws IllegalArgumentException if two have the same hardware id
   */
  public SyntheticDriver(List<SyntheticDevice> devices) {
    for (SyntheticDevice device : devices) {
      add(device);
    }
  }

  @Override
  public String name() {
    return SyntheticDevice.DRIVER;
  }

  @Override
  public List<SourceDevice> devices() {
    List<SourceDevice> devices = new ArrayList<>();
    synchronized (plugged) {
      plugged.values().forEach(state -> devices.add(state.device()));
    }
    return List.copyOf(devices);
  }

  @Override
  public Source open(SourceDevice device, MediaClock clock) throws SourceException {
    DeviceState state;
    synchronized (plugged) {
      state = plugged.get(device.hardwareId());
    }
    if (state == null) {
      throw failure(SourceException.Kind.NOT_FOUND, device.hardwareId(), "there is no such device");
    }
    if (state.device().kind() == SourceKind.SPEAKER) {
      throw failure(SourceException.Kind.FAILED, device.hardwareId(), "a speaker captures nothing");
    }
    state.check("open");
    return new SyntheticSource(state, clock);
  }

  @Override
  public Registration watch(Runnable changed) {
    Watcher watcher = new Watcher(changed);
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  @Override
  public void close() {
    watchers.clear();
  }

  /**
   * Adds a device, after those of before.
   *
   * @throws IllegalArgumentException if one with its hardware id is there
   */
  public void plug(SyntheticDevice device) {
    add(device);
    tellWatchers();
  }

  /**
   * Takes a device away, as if its cable were pulled: what was opened ends.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  public void unplug(String hardwareId) {
    DeviceState state = find(hardwareId);
    synchronized (plugged) {
      plugged.remove(hardwareId, state);
    }
    state.unplug();
    tellWatchers();
  }

  /**
   * Puts a device in the place of the one with its hardware id, as other firmware or a slower port
   * would: it has other modes and capabilities, and what was opened ends.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  public void replace(SyntheticDevice device) {
    String hardwareId = device.device().hardwareId();
    DeviceState old;
    synchronized (plugged) {
      old = find(hardwareId);
      plugged.put(hardwareId, new DeviceState(device.device()));
    }
    old.unplug();
    tellWatchers();
  }

  /**
   * Keeps a device from delivering, as a switch on its case would, or lets it go on. Pictures due
   * meanwhile take numbers but are not lost.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  public void setMuted(String hardwareId, boolean muted) {
    find(hardwareId).setMuted(muted);
  }

  /**
   * Keeps a device from delivering without a word, as a driver that hangs would, or lets it go on.
   * Pictures due meanwhile take numbers but are not lost, and nobody is told of a mute.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  public void setStalled(String hardwareId, boolean stalled) {
    find(hardwareId).setStalled(stalled);
  }

  /**
   * Turns a control of a device, as a person at the device or the system would: its tracks are
   * told.
   *
   * @param property such as {@code "backgroundBlur"}
   * @throws IllegalArgumentException if there is no such device, or it has no such control
   */
  public void turn(String hardwareId, String property, Object value) {
    DeviceState state = find(hardwareId);
    if (!state.device().capabilities().containsKey(property)) {
      throw new IllegalArgumentException(hardwareId + " has no " + property);
    }
    state.turn(Map.of(property, value));
  }

  /**
   * Has a device fail when it is opened or started, or, with nothing, not any more. Sources that
   * deliver are not concerned.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  public void refuse(String hardwareId, Optional<SourceException.Kind> kind) {
    find(hardwareId).setRefusal(kind);
  }

  private void tellWatchers() {
    watchers.forEach(watcher -> watcher.changed.run());
  }

  private void add(SyntheticDevice device) {
    DeviceState state = new DeviceState(device.device());
    synchronized (plugged) {
      if (plugged.putIfAbsent(device.device().hardwareId(), state) != null) {
        throw new IllegalArgumentException("two devices are " + device.device().hardwareId());
      }
    }
  }

  private DeviceState find(String hardwareId) {
    synchronized (plugged) {
      DeviceState state = plugged.get(hardwareId);
      if (state == null) {
        throw new IllegalArgumentException("no device is " + hardwareId);
      }
      return state;
    }
  }

  private SourceException failure(SourceException.Kind kind, String hardwareId, String message) {
    return new SourceException(kind, name(), "open", hardwareId, message);
  }
}
