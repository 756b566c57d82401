package dev.usermedia.testkit;

import static dev.usermedia.testkit.SyntheticRun.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.AudioLayout;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.SyntheticRun.Chunk;
import dev.usermedia.testkit.pattern.AudioPattern;
import dev.usermedia.testkit.pattern.AudioPattern.Beep;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticSoundTest {
  private static final long SECOND_US = 1_000_000;

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000})
  void aBeepBeginsOnEachSecondExactly(int sampleRateHz) throws Exception {
    AudioMode mode = new AudioMode(sampleRateHz, 1, 16, 0.01, 0.01);
    SyntheticDriver driver =
        new SyntheticDriver(List.of(SyntheticDevice.microphone("mic").withModes(mode)));
    long startUs = 3_000_000_123L * 1_000_000 + 456_789;
    try (SyntheticRun run = new SyntheticRun(driver, "mic", startUs)) {
      run.start(SourceSettings.of(mode)).advanceUs(4 * SECOND_US);
      float[] samples = run.notes.channel(0);
      long firstUs = run.notes.chunks.getFirst().timestampUs();
      assertThat(firstUs).isBetween(startUs, startUs + 1_000_000 / sampleRateHz + 1);

      // the sample on the second is the sine's zero, the one before it silence, the next is not
      int onset = (int) Math.round((3_000_000_124e6 - firstUs) * sampleRateHz / 1e6);
      for (int second = 0; second < 3; second++) {
        int at = onset + second * sampleRateHz;
        assertThat(samples[at - 1]).isZero();
        assertThat(samples[at]).isZero();
        double first = 0.5 * Math.sin(2 * Math.PI * 1000 / sampleRateHz);
        assertThat(samples[at + 1]).isEqualTo(Math.round(first * 32768) / 32768f);
      }

      List<Beep> beeps = AudioPattern.find(samples, sampleRateHz, firstUs);
      assertThat(beeps).hasSize(4);
      for (int i = 0; i < 4; i++) {
        long second = 3_000_000_124L + i;
        assertThat(beeps.get(i).ptsUs())
            .isBetween(second * SECOND_US - 300, second * SECOND_US + 300);
        // the last is cut off before its bits have passed
        assertThat(beeps.get(i).second())
            .isEqualTo(i < 3 ? OptionalLong.of(second) : OptionalLong.empty());
      }
    }
  }

  @Test
  void chunksOfAnyLengthCarryTheSameSamples() throws Exception {
    float[] expected = samples(0.01, 2);
    for (double latency : new double[] {0.005, 0.0213, 0.2}) {
      float[] other = samples(latency, 2);
      int common = Math.min(expected.length, other.length);
      assertThat(common).isGreaterThan(85_000);
      assertThat(Arrays.copyOf(other, common)).isEqualTo(Arrays.copyOf(expected, common));
    }
  }

  private static float[] samples(double latency, int seconds) throws Exception {
    try (SyntheticRun run = SyntheticRun.of("microphone", 1_234_567)) {
      run.start(sound(48_000, 1, latency)).advanceUs(seconds * SECOND_US);
      return run.notes.channel(0);
    }
  }

  @Test
  void theSecondChannelIsHalfAsLoud() throws Exception {
    try (SyntheticRun run = SyntheticRun.of("microphone", 0)) {
      run.start(sound(44_100, 2, 0.01)).advanceUs(SECOND_US);
      float[] left = run.notes.channel(0);
      float[] right = run.notes.channel(1);
      assertThat(left).hasSize(44_100);
      for (int i = 0; i < left.length; i++) {
        assertThat(Math.abs(right[i] - left[i] / 2)).isLessThanOrEqualTo(1 / 32768f);
        assertThat(left[i] * 32768).isEqualTo(Math.round(left[i] * 32768));
      }
      assertThat(peak(left)).isEqualTo(0.5f);
    }
  }

  private static float peak(float[] samples) {
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 44_100, 48_000})
  void chunksFollowOneAnotherWithoutAGap(int sampleRateHz) throws Exception {
    try (SyntheticRun run = SyntheticRun.of("microphone", 987_654_321)) {
      run.start(sound(sampleRateHz, 1, 0.01)).advanceUs(3 * SECOND_US);
      List<Chunk> chunks = run.notes.chunks;
      assertThat(chunks.size()).isBetween(298, 300);
      long samples = 0;
      long firstUs = chunks.getFirst().timestampUs();
      for (Chunk chunk : chunks) {
        double dueUs = firstUs + samples * 1e6 / sampleRateHz;
        assertThat(Math.abs(chunk.timestampUs() - dueUs)).isLessThanOrEqualTo(1);
        samples += chunk.channels()[0].length;
      }
      assertThat(run.notes.losses).isEmpty();
    }
  }

  @Test
  void samplesThatALateThreadMissesAreCountedAndTheBeepsShowIt() throws Exception {
    AudioLayout layout = AudioLayout.f32Planar(48_000, 1);
    try (SyntheticRun run = SyntheticRun.of("microphone", 0)) {
      run.start(sound(48_000, 1, 0.01)).advanceUs(1_500_000);
      run.clock.jumpUs(700_000); // of which half a second waits
      run.advanceUs(2 * SECOND_US);
      long lost = run.notes.losses.stream().mapToLong(l -> l).sum();
      assertThat(layout.durationUs(lost)).isBetween(190_000L, 200_000L);
      Chunk last = run.notes.chunks.getLast();
      float[] samples = run.notes.channel(0);
      assertThat(last.timestampUs() + 10_000).isEqualTo(layout.durationUs(lost + samples.length));
      List<Beep> beeps = AudioPattern.find(samples, 48_000, 0);
      assertThat(beeps.get(1).ptsUs() - beeps.get(0).ptsUs())
          .isBetween(
              SECOND_US - layout.durationUs(lost) - 100, SECOND_US - layout.durationUs(lost) + 100);
    }
  }

  @Test
  void aReconfigurationLosesAndRepeatsNothing() throws Exception {
    try (SyntheticRun run = SyntheticRun.of("microphone", 0)) {
      run.start(sound(48_000, 1, 0.01)).advanceUs(500_000);
      run.source.reconfigure(sound(48_000, 2, 0.02));
      run.advanceUs(500_000);
      run.source.reconfigure(sound(16_000, 1, 0.01));
      run.advanceUs(SECOND_US);
      assertThat(run.notes.losses).isEmpty();
      Chunk previous = run.notes.chunks.getFirst();
      for (Chunk chunk : run.notes.chunks.subList(1, run.notes.chunks.size())) {
        long lengthUs = previous.channels()[0].length == 960 ? 20_000 : 10_000;
        assertThat(chunk.timestampUs()).isEqualTo(previous.timestampUs() + lengthUs);
        previous = chunk;
      }
      assertThat(run.notes.chunks.stream().map(c -> c.channels()[0].length).distinct())
          .containsExactly(480, 960, 160);
    }
  }

  @Test
  void cameraAndMicrophoneShareTheirSeconds() throws Exception {
    ManualClock clock = new ManualClock(10_400_000);
    SyntheticDriver driver = new SyntheticDriver();
    SyntheticRun.Notes pictures = new SyntheticRun.Notes();
    SyntheticRun.Notes chunks = new SyntheticRun.Notes();
    try (var camera = driver.open(SyntheticRun.device(driver, "camera-user"), clock);
        var microphone = driver.open(SyntheticRun.device(driver, "microphone"), clock)) {
      camera.start(SyntheticRun.i420(320, 240, 30), pictures);
      microphone.start(sound(48_000, 1, 0.01), chunks);
      clock.awaitWaiters(2);
      clock.advanceUs(3 * SECOND_US);
    }
    var flash = pictures.pictures.stream().filter(p -> p.read().flash()).findFirst().orElseThrow();
    List<Beep> beeps = AudioPattern.find(chunks.channel(0), 48_000, 10_400_000);
    assertThat(flash.timestampUs()).isEqualTo(11 * SECOND_US);
    assertThat(beeps.getFirst().ptsUs()).isBetween(11 * SECOND_US - 300, 11 * SECOND_US + 300);
    assertThat(beeps.getFirst().second()).hasValue(11);
  }
}
