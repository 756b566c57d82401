package dev.usermedia.internal.privacy;

import dev.usermedia.MediaClock;
import dev.usermedia.MediaKind;
import dev.usermedia.Registration;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.loop.Listeners;
import dev.usermedia.permissions.PrivacyIndicators;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Lights that go on with a record of captures and stay on for long enough to be seen. */
public final class IndicatorLights implements PrivacyIndicators {
  private final MediaClock clock;
  private final EventLoop loop;
  private final Executor workers;
  private final CaptureRecord devices;
  private final CaptureRecord displays;
  private final Listeners<PrivacyIndicators> listeners = new Listeners<>(() -> {});

  /** Guards itself; a leaf. When each lit indicator went on. */
  private final Map<Light, Long> litSinceUs = new HashMap<>();

  private record Light(CaptureRecord of, boolean live, MediaKind kind) {
    boolean isToBeOn() {
      return live ? of.isShownLive(kind) : of.isAccessible(kind);
    }
  }

  /** Of a context. {@link #refresh} is called after each change of a record. */
  public IndicatorLights(
      MediaClock clock,
      EventLoop loop,
      Executor workers,
      CaptureRecord devices,
      CaptureRecord displays) {
    this.clock = clock;
    this.loop = loop;
    this.workers = workers;
    this.devices = devices;
    this.displays = displays;
  }

  @Override
  public boolean live(MediaKind kind) {
    return isLit(new Light(devices, true, kind));
  }

  @Override
  public boolean accessible(MediaKind kind) {
    return isLit(new Light(devices, false, kind));
  }

  @Override
  public boolean displayLive(MediaKind kind) {
    return isLit(new Light(displays, true, kind));
  }

  @Override
  public boolean displayAccessible(MediaKind kind) {
    return isLit(new Light(displays, false, kind));
  }

  @Override
  public Registration onchange(Consumer<PrivacyIndicators> listener) {
    return listeners.add(listener);
  }

  /** Brings the lights to what is recorded, those that were not on for long enough later. */
  public void refresh() {
    boolean changed = false;
    for (MediaKind kind : MediaKind.values()) {
      for (CaptureRecord record : List.of(devices, displays)) {
        changed |= refresh(new Light(record, true, kind));
        changed |= refresh(new Light(record, false, kind));
      }
    }
    if (changed) {
      loop.queue(() -> listeners.fire(this, loop));
    }
  }

  private boolean refresh(Light light) {
    boolean on = light.isToBeOn();
    long nowUs = clock.nowUs();
    synchronized (litSinceUs) {
      Long since = litSinceUs.get(light);
      if (on == (since != null)) {
        return false;
      }
      if (since == null) {
        litSinceUs.put(light, nowUs);
        return true;
      }
      long offUs = since + SHORTEST_MS * 1_000L;
      if (nowUs >= offUs) {
        litSinceUs.remove(light);
        return true;
      }
      workers.execute(() -> refreshAt(offUs));
      return false;
    }
  }

  private void refreshAt(long timeUs) {
    try {
      clock.awaitUs(timeUs);
      refresh();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the context is going
    }
  }

  private boolean isLit(Light light) {
    synchronized (litSinceUs) {
      return litSinceUs.containsKey(light);
    }
  }
}
