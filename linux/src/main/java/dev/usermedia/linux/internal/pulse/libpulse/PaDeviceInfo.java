package dev.usermedia.linux.internal.pulse.libpulse;

import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.DEVICE_INFO;
import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.offset;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A copy of {@code pa_source_info} or {@code pa_sink_info}.
 *
 * @param format a {@code pa_sample_format_t}
 * @param channelPositions a {@code pa_channel_position_t} for each channel
 * @param monitorOf for a source, the index of the sink whose sound it repeats, or {@link
 *     LibPulse#INVALID_INDEX}
 * @param card index of its card, or {@link LibPulse#INVALID_INDEX}
 * @param busPath where the hardware is plugged in, as udev has it; empty if unknown
 */
public record PaDeviceInfo(
    int index,
    String name,
    String description,
    int format,
    int sampleRateHz,
    List<Integer> channelPositions,
    boolean muted,
    int monitorOf,
    int card,
    String busPath) {
  private static final MethodHandle PROPLIST_GETS =
      LibPulse.function("pa_proplist_gets", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));

  /** {@code PA_PROP_DEVICE_BUS_PATH}, and what PipeWire calls it. */
  private static final List<MemorySegment> BUS_PATH =
      List.of(
          Arena.global().allocateFrom("device.bus_path"),
          Arena.global().allocateFrom("device.bus-path"));

  private static final long NAME = offset(DEVICE_INFO, "name");
  private static final long INDEX = offset(DEVICE_INFO, "index");
  private static final long DESCRIPTION = offset(DEVICE_INFO, "description");
  private static final long FORMAT = offset(DEVICE_INFO, "sample_spec", "format");
  private static final long RATE = offset(DEVICE_INFO, "sample_spec", "rate");
  private static final long CHANNELS = offset(DEVICE_INFO, "channel_map", "channels");
  private static final long MAP = offset(DEVICE_INFO, "channel_map", "map");
  private static final long MUTE = offset(DEVICE_INFO, "mute");
  private static final long MONITOR_OF = offset(DEVICE_INFO, "monitor_of_sink");
  private static final long PROPLIST = offset(DEVICE_INFO, "proplist");
  private static final long CARD = offset(DEVICE_INFO, "card");

  public PaDeviceInfo {
    channelPositions = List.copyOf(channelPositions);
  }

  /** Copies what a callback was shown. */
  public static PaDeviceInfo read(MemorySegment pointer) {
    MemorySegment info = pointer.reinterpret(DEVICE_INFO.byteSize());
    MemorySegment properties = info.get(ADDRESS, PROPLIST);
    return new PaDeviceInfo(
        info.get(JAVA_INT, INDEX),
        LibPulse.string(info.get(ADDRESS, NAME)),
        LibPulse.string(info.get(ADDRESS, DESCRIPTION)),
        info.get(JAVA_INT, FORMAT),
        info.get(JAVA_INT, RATE),
        IntStream.range(0, info.get(JAVA_BYTE, CHANNELS))
            .mapToObj(i -> info.get(JAVA_INT, MAP + (long) i * Integer.BYTES))
            .toList(),
        info.get(JAVA_INT, MUTE) != 0,
        info.get(JAVA_INT, MONITOR_OF),
        info.get(JAVA_INT, CARD),
        BUS_PATH.stream()
            .map(key -> property(properties, key))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse(""));
  }

  private static String property(MemorySegment properties, MemorySegment key) {
    try {
      return LibPulse.string((MemorySegment) PROPLIST_GETS.invokeExact(properties, key));
    } catch (Throwable t) {
      throw LibPulse.unchecked(t);
    }
  }
}
