package dev.usermedia.linux.internal.pulse.libpulse;

import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.BUFFER_ATTR;
import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.CHANNEL_MAP;
import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.SAMPLE_SPEC;
import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.offset;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What a recording stream of interleaved floats is made with.
 *
 * @param fragmentFrames samples of each channel that arrive at a time
 */
public record PaRecordSpec(int sampleRateHz, List<Integer> channelPositions, int fragmentFrames) {
  /** {@code PA_SAMPLE_FLOAT32NE}. */
  private static final int FLOAT32 = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 5 : 6;

  /** {@code (uint32_t) -1}: up to the server. */
  private static final int ANY = -1;

  public PaRecordSpec {
    channelPositions = List.copyOf(channelPositions);
  }

  /** Bytes of one sample of every channel. */
  public int frameBytes() {
    return channelPositions.size() * Float.BYTES;
  }

  /** The {@code pa_sample_spec}. */
  public MemorySegment sampleSpec(Arena arena) {
    MemorySegment spec = arena.allocate(SAMPLE_SPEC);
    spec.set(JAVA_INT, offset(SAMPLE_SPEC, "format"), FLOAT32);
    spec.set(JAVA_INT, offset(SAMPLE_SPEC, "rate"), sampleRateHz);
    spec.set(JAVA_BYTE, offset(SAMPLE_SPEC, "channels"), (byte) channelPositions.size());
    return spec;
  }

  /** The {@code pa_channel_map}. */
  public MemorySegment channelMap(Arena arena) {
    MemorySegment map = arena.allocate(CHANNEL_MAP);
    map.set(JAVA_BYTE, offset(CHANNEL_MAP, "channels"), (byte) channelPositions.size());
    for (int i = 0; i < channelPositions.size(); i++) {
      map.set(
          JAVA_INT, offset(CHANNEL_MAP, "map") + (long) i * Integer.BYTES, channelPositions.get(i));
    }
    return map;
  }

  /** The {@code pa_buffer_attr}: small fragments, and a server that keeps as many as it can. */
  public MemorySegment bufferAttr(Arena arena) {
    MemorySegment attr = arena.allocate(BUFFER_ATTR);
    for (String member : List.of("maxlength", "tlength", "prebuf", "minreq")) {
      attr.set(JAVA_INT, offset(BUFFER_ATTR, member), ANY);
    }
    attr.set(JAVA_INT, offset(BUFFER_ATTR, "fragsize"), fragmentFrames * frameBytes());
    return attr;
  }
}
