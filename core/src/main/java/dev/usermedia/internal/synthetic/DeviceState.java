package dev.usermedia.internal.synthetic;

import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A plugged-in device as its sources see it. May be used from any thread. */
public final class DeviceState {
  private final SourceDevice device;
  private final List<SyntheticSource> sources = new CopyOnWriteArrayList<>();
  private volatile boolean muted;
  private volatile boolean stalled;
  private volatile boolean unplugged;
  private volatile Optional<SourceException.Kind> refusal = Optional.empty();

  /** A device that was just plugged in. */
  public DeviceState(SourceDevice device) {
    this.device = device;
  }

  /** What the driver lists. */
  public SourceDevice device() {
    return device;
  }

  boolean isMuted() {
    return muted;
  }

  /** Whether the device can deliver; its sources tell their outputs. */
  public void setMuted(boolean muted) {
    this.muted = muted;
    sources.forEach(SyntheticSource::wake);
  }

  boolean isStalled() {
    return stalled;
  }

  /** Whether the device delivers nothing and says nothing of it. */
  public void setStalled(boolean stalled) {
    this.stalled = stalled;
  }

  /** Somebody turned controls of the device; its sources tell their outputs. */
  public void turn(Map<String, Object> controls) {
    sources.forEach(source -> source.turn(controls));
  }

  boolean isUnplugged() {
    return unplugged;
  }

  /** Ends all sources. What is plugged in again is another {@code DeviceState}. */
  public void unplug() {
    unplugged = true;
    sources.forEach(SyntheticSource::wake);
  }

  /** Why the device is not to be opened, if it is not. */
  public void setRefusal(Optional<SourceException.Kind> refusal) {
    this.refusal = refusal;
  }

  /** Throws if the device was unplugged or is to refuse. */
  public void check(String operation) throws SourceException {
    if (unplugged) {
      throw failure(SourceException.Kind.NOT_FOUND, operation, "the device was unplugged");
    }
    Optional<SourceException.Kind> reason = refusal;
    if (reason.isPresent()) {
      throw failure(reason.get(), operation, "the device refuses, as it was told to");
    }
  }

  /** A failure of this device. */
  SourceException failure(SourceException.Kind kind, String operation, String message) {
    return new SourceException(kind, device.driver(), operation, device.hardwareId(), message);
  }

  void attach(SyntheticSource source) {
    sources.add(source);
  }

  void detach(SyntheticSource source) {
    sources.remove(source);
  }
}
