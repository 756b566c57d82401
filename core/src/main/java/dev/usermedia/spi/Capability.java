package dev.usermedia.spi;

import java.util.List;

/** What a device can do about one constrainable property besides size, rate and channels. */
public sealed interface Capability {
  /** Any number from min to max, in steps from min; step 0 means any at all. */
  record Range(double min, double max, double step) implements Capability {}

  /**
   * One of several values: each a {@code String} or a {@code Boolean}; the first is the default.
   */
  record Choice(List<Object> values) implements Capability {
    public Choice {
      values = List.copyOf(values);
    }
  }
}
