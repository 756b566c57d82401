package dev.usermedia.spi;

import java.util.HashMap;
import java.util.Map;

/**
 * How a source is to deliver.
 *
 * @param mode one of the device's modes with its bounds narrowed to one rate or latency
 * @param controls a value for each of the device's capabilities that is to be set: a {@code
 *     Double}, {@code String} or {@code Boolean}
 */
public record SourceSettings(SourceMode mode, Map<String, Object> controls) {
  public SourceSettings {
    controls = Map.copyOf(controls);
  }

  /** The same with other values of some controls. */
  public SourceSettings with(Map<String, Object> changed) {
    Map<String, Object> all = new HashMap<>(controls);
    all.putAll(changed);
    return new SourceSettings(mode, all);
  }

  /** A mode, with everything else at its initial value. */
  public static SourceSettings of(SourceMode mode) {
    return new SourceSettings(mode, Map.of());
  }
}
