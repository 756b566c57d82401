package dev.usermedia.internal.synthetic;

import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.Map;

/** Whether a device can do what it is asked to. */
final class SettingsCheck {
  private SettingsCheck() {}

  static void check(DeviceState state, SourceSettings settings, String operation)
      throws SourceException {
    if (state.device().modes().stream().noneMatch(mode -> covers(mode, settings.mode()))) {
      throw refusal(state, operation, "no such mode: " + settings.mode());
    }
    for (Map.Entry<String, Object> control : settings.controls().entrySet()) {
      Capability capability = state.device().capabilities().get(control.getKey());
      if (capability == null || !allows(capability, control.getValue())) {
        throw refusal(state, operation, control.getKey() + " cannot be " + control.getValue());
      }
    }
  }

  private static boolean covers(SourceMode mode, SourceMode wanted) {
    return switch (mode) {
      case VideoMode has ->
          wanted instanceof VideoMode w
              && w.format() == has.format()
              && w.width() == has.width()
              && w.height() == has.height()
              && w.minFrameRate() == w.maxFrameRate()
              && w.minFrameRate() >= has.minFrameRate()
              && w.maxFrameRate() <= has.maxFrameRate();
      case AudioMode has ->
          wanted instanceof AudioMode w
              && w.sampleRateHz() == has.sampleRateHz()
              && w.channelCount() == has.channelCount()
              && w.minLatencySeconds() == w.maxLatencySeconds()
              && w.minLatencySeconds() >= has.minLatencySeconds()
              && w.maxLatencySeconds() <= has.maxLatencySeconds();
    };
  }

  private static boolean allows(Capability capability, Object value) {
    return switch (capability) {
      case Capability.Choice choice -> choice.values().contains(value);
      case Capability.Range range ->
          value instanceof Double number && number >= range.min() && number <= range.max();
    };
  }

  private static SourceException refusal(DeviceState state, String operation, String message) {
    return state.failure(SourceException.Kind.FAILED, operation, message);
  }
}
