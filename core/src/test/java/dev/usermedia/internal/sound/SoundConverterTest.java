package dev.usermedia.internal.sound;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.frame.AudioSampleFormat;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundConverterTest {
  private static final int CAPACITY = 100_000;

  private static final class Made {
    final float[][] samples;
    final List<Long> timesUs;
    final List<Integer> counts;

    Made(float[][] samples, List<Long> timesUs, List<Integer> counts) {
      this.samples = samples;
      this.timesUs = timesUs;
      this.counts = counts;
    }
  }

  /** All of the sound through a converter, in chunks of such lengths, the rest of it too. */
  private static Made convert(
      float[][] sound, int inputHz, int outputHz, int outputs, IntSupplier chunks) {
    AudioLayout from = AudioLayout.f32Planar(inputHz, sound.length);
    AudioLayout to = AudioLayout.f32Planar(outputHz, outputs);
    SoundConverter converter = new SoundConverter(from, to);
    List<float[][]> pieces = new ArrayList<>();
    List<Long> timesUs = new ArrayList<>();
    try (AudioDataPool in = new AudioDataPool(from, CAPACITY, 1);
        AudioDataPool out = new AudioDataPool(to, CAPACITY, 1)) {
      for (int at = 0; at < sound[0].length; ) {
        int count = Math.min(chunks.getAsInt(), sound[0].length - at);
        AudioDataBuffer buffer = in.acquire().orElseThrow();
        for (int channel = 0; channel < sound.length; channel++) {
          MemorySegment.copy(sound[channel], at, buffer.plane(channel), JAVA_FLOAT, 0, count);
        }
        long beginsUs = Math.round(at * 1e6 / inputHz);
        try (AudioData data = buffer.publish(count, beginsUs)) {
          converter.add(data);
        }
        at += count;
        if (at == sound[0].length) {
          converter.finish();
        }
        int ready = converter.available();
        if (ready > 0) {
          timesUs.add(beginsUs + converter.nextOffsetUs());
          AudioDataBuffer made = out.acquire().orElseThrow();
          converter.make(made, ready);
          float[][] piece = new float[outputs][];
          for (int channel = 0; channel < outputs; channel++) {
            piece[channel] = made.plane(channel).asSlice(0, 4L * ready).toArray(JAVA_FLOAT);
          }
          pieces.add(piece);
          made.discard();
        }
      }
    }
    float[][] all = new float[outputs][pieces.stream().mapToInt(p -> p[0].length).sum()];
    for (int channel = 0; channel < outputs; channel++) {
      int at = 0;
      for (float[][] piece : pieces) {
        System.arraycopy(piece[channel], 0, all[channel], at, piece[channel].length);
        at += piece[channel].length;
      }
    }
    return new Made(all, timesUs, pieces.stream().map(p -> p[0].length).toList());
  }

  private static float[] tone(double hertz, int rateHz, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rateHz));
    }
    return samples;
  }

  private static double rms(float[] samples) {
    double sum = 0;
    int margin = samples.length / 10;
    for (int i = margin; i < samples.length - margin; i++) {
      sum += samples[i] * samples[i];
    }
    return Math.sqrt(sum / (samples.length - 2 * margin));
  }

  /** How much else there is than the very tone that went in, in dB, where the ends are far. */
  private static double residueDb(float[] made, double hertz, int rateHz) {
    float[] tone = tone(hertz, rateHz, made.length);
    float[] residue = new float[made.length];
    for (int i = 0; i < made.length; i++) {
      residue[i] = made[i] - tone[i];
    }
    return 20 * Math.log10(rms(residue) / rms(tone));
  }

  @ParameterizedTest
  @CsvSource({
    "48000,16000",
    "48000,44100",
    "44100,48000",
    "44100,16000",
    "16000,48000",
    "96000,48000",
    "48000,8000",
    "8000,48000",
    "48000,47999",
    "44100,22050",
    "192000,44100"
  })
  void aToneOfOneKilohertzStaysThatToneAtItsPlace(int inputHz, int outputHz) {
    Made made =
        convert(new float[][] {tone(1000, inputHz, inputHz)}, inputHz, outputHz, 1, () -> 441);
    assertThat(made.samples[0]).hasSize(outputHz);
    assertThat(residueDb(made.samples[0], 1000, outputHz)).isLessThan(-80);
  }

  @ParameterizedTest
  @CsvSource({
    "48000,16000,7100",
    "48000,44100,19800",
    "44100,48000,19800",
    "16000,48000,7200",
    "8000,48000,3600"
  })
  void whatTheLowerRateCanCarryPassesAndHasNoImages(int inputHz, int outputHz, int hertz) {
    Made made =
        convert(new float[][] {tone(hertz, inputHz, inputHz)}, inputHz, outputHz, 1, () -> 480);
    assertThat(residueDb(made.samples[0], hertz, outputHz)).isLessThan(-70);
  }

  @ParameterizedTest
  @CsvSource({
    "48000,16000,8000", "48000,16000,9000", "48000,16000,15000", "48000,16000,17000",
    "48000,44100,22500", "44100,16000,9000", "44100,16000,20000", "48000,8000,4100",
    "48000,47000,23900", "192000,44100,43000"
  })
  void whatTheLowerRateCannotCarryIsGone(int inputHz, int outputHz, int hertz) {
    float[] tone = tone(hertz, inputHz, inputHz);
    Made made = convert(new float[][] {tone}, inputHz, outputHz, 1, () -> 480);
    assertThat(20 * Math.log10(rms(made.samples[0]) / rms(tone))).isLessThan(-70);
  }

  @Test
  void whereverChunksEndTheSamplesAreTheSame() {
    Random random = new Random(7);
    float[] noise = new float[20_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextFloat() - 0.5f;
    }
    for (int[] rates : new int[][] {{48_000, 16_000}, {44_100, 48_000}, {16_000, 44_100}}) {
      Made whole = convert(new float[][] {noise}, rates[0], rates[1], 1, () -> noise.length);
      Made pieces =
          convert(new float[][] {noise}, rates[0], rates[1], 1, () -> 1 + random.nextInt(700));
      assertThat(pieces.samples[0]).containsExactly(whole.samples[0]);
      assertThat(pieces.counts).hasSizeGreaterThan(20);
      Made single = convert(new float[][] {noise}, rates[0], rates[1], 1, () -> 1);
      assertThat(single.samples[0]).containsExactly(whole.samples[0]);
    }
  }

  @Test
  void eachChunkHasTheTimeOfItsFirstSample() {
    Made made = convert(new float[][] {new float[44_100]}, 44_100, 16_000, 1, () -> 441);
    long samples = 0;
    for (int i = 0; i < made.counts.size(); i++) {
      assertThat(made.timesUs.get(i)).isCloseTo(samples * 1_000_000 / 16_000, within(1L));
      samples += made.counts.get(i);
    }
    assertThat(samples).isEqualTo(16_000);
  }

  @Test
  void soundIsLateByFiftyEightSamplesOfTheLowerRate() {
    assertThat(latencyUs(48_000, 16_000)).isBetween(3_550L, 3_650L);
    assertThat(latencyUs(16_000, 48_000)).isBetween(3_550L, 3_650L);
    assertThat(latencyUs(48_000, 44_100)).isBetween(1_250L, 1_340L);
    assertThat(latencyUs(48_000, 48_000)).isZero();
    Made made = convert(new float[][] {new float[4_800]}, 48_000, 16_000, 1, () -> 480);
    // the first chunk lacks what waits for the second
    assertThat(made.counts.getFirst()).isEqualTo(160 - 57);
    assertThat(made.counts.get(1)).isEqualTo(160);
  }

  private static long latencyUs(int inputHz, int outputHz) {
    return new SoundConverter(AudioLayout.f32Planar(inputHz, 1), AudioLayout.f32Planar(outputHz, 1))
        .latencyUs();
  }

  @Test
  void aStretchThatBeginsLoudDoesNotClick() {
    float[] constant = new float[4_800];
    Arrays.fill(constant, 0.5f);
    Made made = convert(new float[][] {constant}, 48_000, 16_000, 1, () -> 480);
    assertThat(made.samples[0]).hasSize(1_600);
    for (float sample : made.samples[0]) {
      assertThat(sample).isCloseTo(0.5f, within(1e-4f));
    }
  }

  @Test
  void channelsAreMixedAsOnTheWeb() {
    assertThat(mixed(2, 0.5f)).containsExactly(0.5f, 0.5f);
    assertThat(mixed(1, 0.5f, -0.25f)).containsExactly(0.125f);
    assertThat(mixed(6, 0.5f)).containsExactly(0, 0, 0.5f, 0, 0, 0);
    assertThat(mixed(2, 0.5f, 0.25f, 0.25f, 0.5f)).containsExactly(0.375f, 0.375f);
    assertThat(mixed(1, 1, 0, 0, 0)).containsExactly(0.25f);
    assertThat(mixed(4, 0.5f, 0.25f)).containsExactly(0.5f, 0.25f, 0, 0);
    float half = (float) Math.sqrt(0.5);
    assertThat(mixed(1, 0, 0, 0.5f, 1, 0.5f, 0)).containsExactly(0.75f);
    assertThat(mixed(2, 0, 0, 0.5f, 1, 0, 0)).containsExactly(half / 2, half / 2);
    assertThat(mixed(4, 0, 0, 0.5f, 1, 0.25f, 0)).containsExactly(half / 2, half / 2, 0.25f, 0);
  }

  @Test
  void otherCountsOfChannelsAreTakenOneByOne() {
    assertThat(mixed(3, 0.5f, 0.25f)).containsExactly(0.5f, 0.25f, 0);
    assertThat(mixed(2, 0.5f, 0.25f, 1)).containsExactly(0.5f, 0.25f);
    assertThat(mixed(1, 0.5f, 0.25f, 1)).containsExactly(0.5f);
  }

  private static float[] mixed(int outputs, float... levels) {
    float[][] sound = new float[levels.length][10];
    for (int channel = 0; channel < levels.length; channel++) {
      Arrays.fill(sound[channel], levels[channel]);
    }
    Made made = convert(sound, 48_000, 48_000, outputs, () -> 4);
    assertThat(made.counts).containsExactly(4, 4, 2);
    float[] result = new float[outputs];
    for (int channel = 0; channel < outputs; channel++) {
      result[channel] = made.samples[channel][9];
    }
    return result;
  }

  @Test
  void channelsAreMixedAndResampledTogether() {
    float[] left = tone(1000, 48_000, 48_000);
    float[] right = tone(3000, 48_000, 48_000);
    Made down = convert(new float[][] {left, left}, 48_000, 16_000, 1, () -> 480);
    assertThat(residueDb(down.samples[0], 1000, 16_000)).isLessThan(-80);
    Made both = convert(new float[][] {left, right}, 48_000, 44_100, 2, () -> 480);
    assertThat(residueDb(both.samples[0], 1000, 44_100)).isLessThan(-80);
    assertThat(residueDb(both.samples[1], 3000, 44_100)).isLessThan(-80);
    Made up = convert(new float[][] {left}, 48_000, 16_000, 2, () -> 480);
    assertThat(up.samples[1]).containsExactly(up.samples[0]);
    assertThat(residueDb(up.samples[0], 1000, 16_000)).isLessThan(-80);
  }

  @Test
  void interleavedSamplesAreRefused() {
    AudioLayout interleaved = new AudioLayout(AudioSampleFormat.S16, 48_000, 2);
    assertThatThrownBy(() -> new SoundConverter(interleaved, AudioLayout.f32Planar(16_000, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
