package dev.usermedia.linux.internal.pulse;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.frame.AudioDataBuffer;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the channels that are asked for of those that the source has: itself, since servers differ
 * in how loud they mix. Each channel is the mean of the source's channels on its side, so nothing
 * clips; mono is the mean of all.
 */
final class ChannelMix {
  /** All memory, to read at the addresses that the library shows. */
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private final int inputCount;
  private final int[][] inputsOf;

  /**
   * A mix.
   *
   * @param positions a {@code pa_channel_position_t} for each of the source's channels
   * @param channelCount as many as the source has, or one, or two
   */
  ChannelMix(List<Integer> positions, int channelCount) {
    inputCount = positions.size();
    inputsOf = new int[channelCount][];
    for (int channel = 0; channel < channelCount; channel++) {
      int output = channel;
      inputsOf[channel] =
          channelCount == inputCount
              ? new int[] {channel}
              : IntStream.range(0, inputCount)
                  .filter(input -> channelCount == 1 || isHeard(positions.get(input), output))
                  .toArray();
      if (inputsOf[channel].length == 0) {
        inputsOf[channel] = IntStream.range(0, inputCount).toArray(); // a side without channels
      }
    }
  }

  /** Writes frames of interleaved floats as planes. */
  void write(long address, int frames, AudioDataBuffer to, int firstFrame) {
    for (int channel = 0; channel < inputsOf.length; channel++) {
      MemorySegment plane = to.plane(channel);
      int[] inputs = inputsOf[channel];
      long offset = (long) firstFrame * Float.BYTES;
      if (inputCount == 1) {
        MemorySegment.copy(MEMORY, address, plane, offset, (long) frames * Float.BYTES);
      } else if (inputs.length == 1) {
        pick(address, inputs[0], frames, plane, offset);
      } else {
        mean(address, inputs, frames, plane, offset);
      }
    }
  }

  private void pick(long address, int input, int frames, MemorySegment plane, long offset) {
    long stride = (long) inputCount * Float.BYTES;
    long from = address + (long) input * Float.BYTES;
    for (int frame = 0; frame < frames; frame++) {
      plane.set(
          JAVA_FLOAT,
          offset + (long) frame * Float.BYTES,
          MEMORY.get(JAVA_FLOAT, from + frame * stride));
    }
  }

  private void mean(long address, int[] inputs, int frames, MemorySegment plane, long offset) {
    long stride = (long) inputCount * Float.BYTES;
    float gain = 1f / inputs.length;
    for (int frame = 0; frame < frames; frame++) {
      float sum = 0;
      for (int input : inputs) {
        sum += MEMORY.get(JAVA_FLOAT, address + frame * stride + (long) input * Float.BYTES);
      }
      plane.set(JAVA_FLOAT, offset + (long) frame * Float.BYTES, sum * gain);
    }
  }

  /** Whether a position is heard left (0) or right (1); those in the middle are on both sides. */
  private static boolean isHeard(int position, int side) {
    return switch (position) {
      // front, rear, front of centre, side, top front, top rear
      case 1, 5, 8, 10, 45, 48 -> side == 0;
      case 2, 6, 9, 11, 46, 49 -> side == 1;
      default -> true;
    };
  }
}
