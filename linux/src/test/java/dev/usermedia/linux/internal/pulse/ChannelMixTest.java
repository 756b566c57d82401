package dev.usermedia.linux.internal.pulse;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelMixTest {
  // pa_channel_position_t
  private static final int MONO = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;
  private static final int CENTER = 3;
  private static final int REAR_LEFT = 5;
  private static final int REAR_RIGHT = 6;
  private static final int AUX = 12;

  /** Two frames through the mix, written behind a first frame that is left alone. */
  private static float[][] mix(List<Integer> positions, int channels, float... interleaved) {
    try (Arena arena = Arena.ofConfined();
        AudioDataPool pool = new AudioDataPool(AudioLayout.f32Planar(8_000, channels), 3, 1)) {
      MemorySegment input = arena.allocateFrom(JAVA_FLOAT, interleaved);
      AudioDataBuffer buffer = pool.acquire().orElseThrow();
      new ChannelMix(positions, channels).write(input.address(), 2, buffer, 1);
      float[][] output = new float[channels][];
      for (int channel = 0; channel < channels; channel++) {
        output[channel] = buffer.plane(channel).asSlice(Float.BYTES, 8).toArray(JAVA_FLOAT);
      }
      buffer.discard();
      return output;
    }
  }

  @Test
  void theSourcesOwnChannelsAreCopied() {
    assertThat(mix(List.of(LEFT, CENTER, RIGHT), 3, 1, 2, 3, 4, 5, 6))
        .isDeepEqualTo(new float[][] {{1, 4}, {2, 5}, {3, 6}});
  }

  @Test
  void monoIsTheMean() {
    assertThat(mix(List.of(LEFT, RIGHT), 1, 0.5f, -0.25f, 1, 1))
        .isDeepEqualTo(new float[][] {{0.125f, 1}});
  }

  @Test
  void aMonoSourceIsHeardOnBothSides() {
    assertThat(mix(List.of(MONO), 2, 0.5f, -1))
        .isDeepEqualTo(new float[][] {{0.5f, -1}, {0.5f, -1}});
  }

  @Test
  void stereoOfManyIsTheMeanOfEachSide() {
    assertThat(mix(List.of(LEFT, RIGHT, REAR_LEFT, REAR_RIGHT), 2, 1, 2, 3, 4, 0, 1, 1, 0))
        .isDeepEqualTo(new float[][] {{2, 0.5f}, {3, 0.5f}});
    assertThat(mix(List.of(LEFT, RIGHT, CENTER), 2, 1, 3, 5, 0, 0, 1))
        .isDeepEqualTo(new float[][] {{3, 0.5f}, {4, 0.5f}});
  }

  @Test
  void channelsWithoutASideAreOnBoth() {
    assertThat(mix(List.of(AUX, AUX + 1, AUX + 2), 2, 1, 2, 6, 0, 0, 3))
        .isDeepEqualTo(new float[][] {{3, 1}, {3, 1}});
    assertThat(mix(List.of(REAR_LEFT, REAR_LEFT, LEFT), 2, 1, 2, 6, 0, 0, 3))
        .isDeepEqualTo(new float[][] {{3, 1}, {3, 1}});
  }
}
