package dev.usermedia.internal.pipeline;

import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a source runs: as its hub told it, but for controls that somebody else turned since. Safe for
 * use from any thread; its monitor is a leaf.
 */
final class RunningSettings {
  private volatile @Nullable SourceSettings told;
  private volatile @Nullable SourceSettings now;
  private volatile Map<String, Object> turned = Map.of();

  /** What the hub told it; null if it does not run. */
  @Nullable SourceSettings told() {
    return told;
  }

  /** How it runs; null if it does not. */
  @Nullable SourceSettings now() {
    return now;
  }

  /** Pictures per second that it delivers; 0 if it does not run, or delivers sound. */
  double frameRate() {
    SourceSettings settings = told;
    return settings != null && settings.mode() instanceof VideoMode mode ? mode.maxFrameRate() : 0;
  }

  /** Controls that somebody else turned, and no track has wanted otherwise since. */
  Map<String, Object> turned() {
    return turned;
  }

  /**
   * The source was told. What it was not told has its initial value.
   *
   * @param kept what others turned before, which it was told too
   */
  synchronized void set(SourceSettings settings, Map<String, Object> kept) {
    told = settings;
    turned = Map.copyOf(kept);
    now = settings.with(kept);
  }

  /** Somebody else turned controls. */
  synchronized void turn(Map<String, Object> controls) {
    SourceSettings settings = told;
    if (settings != null) {
      Map<String, Object> all = new HashMap<>(turned);
      all.putAll(controls);
      set(settings, all);
    }
  }

  /** It does not run. */
  synchronized void clear() {
    told = null;
    now = null;
    turned = Map.of();
  }
}
