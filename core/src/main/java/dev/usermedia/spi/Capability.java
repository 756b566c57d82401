package dev.usermedia.spi;

import java.util.List;

/** What a device can do about one constrainable property besides size, rate and channels. */
public sealed interface Capability {
  /**
   * Any number from min to max, in steps from min; step 0 means any at all.
   *
   * @param initial the value that the device has when nobody asks for one
   */
  record Range(double min, double max, double step, double initial) implements Capability {
    public Range {
      if (!(min <= max) || !(step >= 0) || !(initial >= min && initial <= max)) {
        throw new IllegalArgumentException(
            min + ".." + max + " in steps of " + step + ", initially " + initial);
      }
    }

    /** A range whose initial value is the nearest to 0. */
    public Range(double min, double max, double step) {
      this(min, max, step, Math.clamp(0.0, min, max));
    }
  }

  /**
   * One of several values: each a {@code String} or a {@code Boolean}; the first is the default.
   */
  record Choice(List<Object> values) implements Capability {
    public Choice {
      values = List.copyOf(values);
    }
  }
}
