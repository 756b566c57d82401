package dev.usermedia.linux.internal.pulse.libpulse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.StructLayout;

/**
 * The structures of the library's headers on 64-bit Linux. Since PulseAudio 1.0 members were only
 * ever appended, so that the offsets hold for every version one meets.
 */
final class PaLayouts {
  /** {@code PA_CHANNELS_MAX}. */
  static final int CHANNELS_MAX = 32;

  private static final MemoryLayout PADDING_3 = MemoryLayout.paddingLayout(3);
  private static final MemoryLayout PADDING_4 = MemoryLayout.paddingLayout(4);
  private static final SequenceLayout PER_CHANNEL =
      MemoryLayout.sequenceLayout(CHANNELS_MAX, JAVA_INT);

  /** {@code pa_sample_spec}. */
  static final StructLayout SAMPLE_SPEC =
      MemoryLayout.structLayout(
          JAVA_INT.withName("format"),
          JAVA_INT.withName("rate"),
          JAVA_BYTE.withName("channels"),
          PADDING_3);

  /** {@code pa_channel_map}. */
  static final StructLayout CHANNEL_MAP =
      MemoryLayout.structLayout(
          JAVA_BYTE.withName("channels"), PADDING_3, PER_CHANNEL.withName("map"));

  /** {@code pa_cvolume}. */
  private static final StructLayout CVOLUME =
      MemoryLayout.structLayout(
          JAVA_BYTE.withName("channels"), PADDING_3, PER_CHANNEL.withName("values"));

  /** {@code pa_buffer_attr}. */
  static final StructLayout BUFFER_ATTR =
      MemoryLayout.structLayout(
          JAVA_INT.withName("maxlength"),
          JAVA_INT.withName("tlength"),
          JAVA_INT.withName("prebuf"),
          JAVA_INT.withName("minreq"),
          JAVA_INT.withName("fragsize"));

  /** {@code pa_server_info}. */
  static final StructLayout SERVER_INFO =
      MemoryLayout.structLayout(
          ADDRESS.withName("user_name"),
          ADDRESS.withName("host_name"),
          ADDRESS.withName("server_version"),
          ADDRESS.withName("server_name"),
          SAMPLE_SPEC.withName("sample_spec"),
          PADDING_4,
          ADDRESS.withName("default_sink_name"),
          ADDRESS.withName("default_source_name"));

  /**
   * How {@code pa_source_info} begins, and {@code pa_sink_info} with {@code monitor_source} for
   * {@code monitor_of_sink}.
   */
  static final StructLayout DEVICE_INFO =
      MemoryLayout.structLayout(
          ADDRESS.withName("name"),
          JAVA_INT.withName("index"),
          PADDING_4,
          ADDRESS.withName("description"),
          SAMPLE_SPEC.withName("sample_spec"),
          CHANNEL_MAP.withName("channel_map"),
          JAVA_INT.withName("owner_module"),
          CVOLUME.withName("volume"),
          JAVA_INT.withName("mute"),
          JAVA_INT.withName("monitor_of_sink"),
          ADDRESS.withName("monitor_of_sink_name"),
          JAVA_LONG.withName("latency"),
          ADDRESS.withName("driver"),
          JAVA_INT.withName("flags"),
          PADDING_4,
          ADDRESS.withName("proplist"),
          JAVA_LONG.withName("configured_latency"),
          JAVA_INT.withName("base_volume"),
          JAVA_INT.withName("state"),
          JAVA_INT.withName("n_volume_steps"),
          JAVA_INT.withName("card"));

  /** {@code pa_timing_info}. */
  static final StructLayout TIMING_INFO =
      MemoryLayout.structLayout(
          JAVA_LONG.withName("tv_sec"),
          JAVA_LONG.withName("tv_usec"),
          JAVA_INT.withName("synchronized_clocks"),
          PADDING_4,
          JAVA_LONG.withName("sink_usec"),
          JAVA_LONG.withName("source_usec"),
          JAVA_LONG.withName("transport_usec"),
          JAVA_INT.withName("playing"),
          JAVA_INT.withName("write_index_corrupt"),
          JAVA_LONG.withName("write_index"),
          JAVA_INT.withName("read_index_corrupt"),
          PADDING_4,
          JAVA_LONG.withName("read_index"));

  private PaLayouts() {}

  /** Offset in bytes of a member, which may be a member's member. */
  static long offset(StructLayout layout, String... path) {
    MemoryLayout.PathElement[] elements = new MemoryLayout.PathElement[path.length];
    for (int i = 0; i < path.length; i++) {
      elements[i] = MemoryLayout.PathElement.groupElement(path[i]);
    }
    return layout.byteOffset(elements);
  }
}
