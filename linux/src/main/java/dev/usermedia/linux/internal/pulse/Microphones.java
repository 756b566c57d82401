package dev.usermedia.linux.internal.pulse;

import dev.usermedia.linux.internal.pulse.libpulse.LibPulse;
import dev.usermedia.linux.internal.pulse.libpulse.PaDeviceInfo;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a server's sources and sinks look as devices. */
final class Microphones {
  /** {@link dev.usermedia.spi.MediaDriver#name} of the driver. */
  static final String DRIVER = "pulse";

  private static final double MIN_LATENCY_SECONDS = 0.005;
  private static final double MAX_LATENCY_SECONDS = 0.2;
  private static final List<Integer> COMMON_RATES_HZ = List.of(48_000, 44_100, 16_000);
  private static final List<Integer> COMMON_CHANNELS = List.of(1, 2);

  /** udev's path of a USB interface: the controller, the ports, and the interface. */
  private static final Pattern USB_PATH =
      Pattern.compile("pci-(?<controller>[^-]+)-usb[^-]*-\\d+:(?<ports>[\\d.]+):\\d+\\.\\d+");

  private Microphones() {}

  /** Whether the source hears something of its own, rather than what a sink plays. */
  static boolean isMicrophone(PaDeviceInfo source) {
    return source.monitorOf() == LibPulse.INVALID_INDEX;
  }

  static SourceDevice microphone(PaDeviceInfo source, String defaultName) {
    return device(source, SourceKind.MICROPHONE, defaultName, modes(source));
  }

  static SourceDevice speaker(PaDeviceInfo sink, String defaultName) {
    return device(sink, SourceKind.SPEAKER, defaultName, List.of());
  }

  /**
   * The source's own rate and channels first. Other rates are converted by the server, other
   * channel counts made by {@link ChannelMix}.
   */
  static List<SourceMode> modes(PaDeviceInfo source) {
    Set<Integer> rates = new LinkedHashSet<>(List.of(source.sampleRateHz()));
    rates.addAll(COMMON_RATES_HZ);
    Set<Integer> channels = new LinkedHashSet<>(List.of(source.channelPositions().size()));
    channels.addAll(COMMON_CHANNELS);
    List<SourceMode> modes = new ArrayList<>();
    for (int rate : rates) {
      for (int count : channels) {
        modes.add(
            new AudioMode(
                rate,
                count,
                sampleSizeBits(source.format()),
                MIN_LATENCY_SECONDS,
                MAX_LATENCY_SECONDS));
      }
    }
    return modes;
  }

  /**
   * The mode of settings that the source can be started with.
   *
   * @throws SourceException if it is none of the source's
   */
  static AudioMode accepted(PaDeviceInfo source, SourceSettings settings) throws SourceException {
    if (!settings.controls().isEmpty()) {
      throw Failures.failed("start", source.name(), "no controls " + settings.controls().keySet());
    }
    for (SourceMode mode : modes(source)) {
      if (mode instanceof AudioMode own
          && settings.mode() instanceof AudioMode wanted
          && own.with(wanted.minLatencySeconds()).equals(wanted)
          && own.minLatencySeconds() <= wanted.minLatencySeconds()
          && wanted.maxLatencySeconds() <= own.maxLatencySeconds()) {
        return wanted;
      }
    }
    throw Failures.failed("start", source.name(), "no mode " + settings.mode());
  }

  private static SourceDevice device(
      PaDeviceInfo info, SourceKind kind, String defaultName, List<SourceMode> modes) {
    return new SourceDevice(
        DRIVER,
        info.name(),
        kind,
        info.description().isBlank() ? info.name() : info.description(),
        group(info),
        info.name().equals(defaultName),
        modes);
  }

  /**
   * What the devices of one piece of hardware share. Of a USB device that is where it is plugged
   * in, written as the kernel names it, so that its camera can be told to belong to it.
   */
  private static String group(PaDeviceInfo info) {
    Matcher usb = USB_PATH.matcher(info.busPath());
    if (usb.matches()) {
      return "usb-" + usb.group("controller") + "-" + usb.group("ports");
    }
    if (!info.busPath().isEmpty()) {
      return info.busPath();
    }
    return info.card() == LibPulse.INVALID_INDEX ? "" : "pulse-card-" + info.card();
  }

  /** Significant bits of a {@code pa_sample_format_t}. */
  private static int sampleSizeBits(int format) {
    return switch (format) {
      case 0, 1, 2 -> 8; // U8, ALAW, ULAW
      case 5, 6, 7, 8 -> 32; // FLOAT32, S32
      case 9, 10, 11, 12 -> 24; // S24, S24_32
      default -> 16; // S16, and what came after
    };
  }
}
