package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.codecs.internal.ffmpeg.FFmpeg;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTimelineTest {
  private static final int RATE_HZ = 48_000;

  private float[] made = new float[RATE_HZ];
  private int length;
  private SoundTimeline timeline;

  @BeforeAll
  static void load() throws FFmpegException {
    FFmpeg.load();
  }

  @AfterEach
  void close() {
    if (timeline != null) {
      timeline.close();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, -0.001, 0.00005})
  void aDriftingClockIsFollowedForTenMinutes(double drift) throws Exception {
    AudioLayout layout = AudioLayout.f32Planar(RATE_HZ, 1);
    timeline = new SoundTimeline(layout, 1, this::collect);

    deliver(layout, RATE_HZ * (1 + drift), 0, 600, 0, Beeps.SOUND);
    timeline.flush();

    List<Double> onsets = Beeps.onsets(sound());
    assertThat(onsets).hasSize(600);
    assertThat(Beeps.worst(onsets)).isLessThan(0.005);
    // once it has settled
    assertThat(Beeps.worst(onsets.subList(60, 600))).isLessThan(0.0015);
    assertThat(timeline.silenced()).isZero();
    assertThat(timeline.trimmed()).isZero();
    assertThat(timeline.stretched()).isCloseTo(-600 * RATE_HZ * drift, within(RATE_HZ * 0.0015));
  }

  @Test
  void whatJittersButDoesNotDriftStaysInPlace() throws Exception {
    AudioLayout layout = AudioLayout.f32Planar(RATE_HZ, 1);
    timeline = new SoundTimeline(layout, 1, this::collect);

    deliver(layout, RATE_HZ, 0, 60, 0.003, Beeps.SOUND);

    assertThat(Beeps.worst(Beeps.onsets(sound()))).isLessThan(0.005);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, -0.001})
  void aToneOfADriftingClockSoundsSmooth(double drift) throws Exception {
    AudioLayout layout = AudioLayout.f32Planar(RATE_HZ, 1);
    timeline = new SoundTimeline(layout, 1, this::collect);
    double frequency = 1_000;

    deliver(
        layout, RATE_HZ * (1 + drift), 0, 30, 0, s -> 0.8 * Math.sin(2 * Math.PI * frequency * s));

    // a sine's second difference is bounded; a jump, a click or a repeated sample is not
    double step = 2 * Math.PI * frequency / RATE_HZ;
    double bound = 0.8 * (2 - 2 * Math.cos(step * (1 + DriftControl.MAX_STRETCH)));
    double worst = 0;
    for (int i = 1_001; i < length - 1_000; i++) {
      worst = Math.max(worst, Math.abs(made[i + 1] - 2 * made[i] + made[i - 1]));
    }
    assertThat(worst).isLessThan(bound * 1.05);
    assertThat(longestPeriodError(frequency)).isLessThan(DriftControl.MAX_STRETCH);
  }

  @Test
  void anExactClockIsPassedOnUntouched() throws Exception {
    AudioLayout layout = AudioLayout.f32Planar(RATE_HZ, 1);
    timeline = new SoundTimeline(layout, 1, this::collect);
    DoubleUnaryOperator tone = s -> 0.5 * Math.sin(2 * Math.PI * 440 * s);

    deliver(layout, RATE_HZ, 0, 2, 0, tone);
    timeline.flush();

    assertThat(length).isEqualTo(2 * RATE_HZ);
    assertThat(timeline.stretched()).isZero();
    for (int i = 100; i < length - 100; i++) {
      assertThat((double) made[i])
          .isCloseTo(tone.applyAsDouble(i / (double) RATE_HZ), within(1e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 44_100, 48_000, 96_000})
  void lostSoundBecomesSilenceAndWhatFollowsKeepsItsPlace(int rateHz) throws Exception {
    AudioLayout layout = AudioLayout.f32Planar(rateHz, 2);
    timeline = new SoundTimeline(layout, 1, this::collect);

    deliver(layout, rateHz, 0, 4.5, 0, Beeps.SOUND);
    deliver(layout, rateHz, 4.8, 10, 0, Beeps.SOUND);

    List<Double> onsets = Beeps.onsets(sound());
    assertThat(onsets).hasSize(10);
    assertThat(Beeps.worst(onsets)).isLessThan(0.001);
    assertThat(timeline.silenced()).isCloseTo(300 * 48, within(48L));
  }

  @Test
  void aGapWhileTheClockDriftsIsBridgedToTheMillisecond() throws Exception {
    AudioLayout layout = AudioLayout.f32Planar(RATE_HZ, 1);
    timeline = new SoundTimeline(layout, 1, this::collect);

    deliver(layout, RATE_HZ * 1.001, 0, 100.5, 0, Beeps.SOUND);
    deliver(layout, RATE_HZ * 1.001, 100.8, 119.5, 0, Beeps.SOUND);

    List<Double> onsets = Beeps.onsets(sound());
    assertThat(onsets).hasSize(120);
    assertThat(Beeps.worst(onsets)).isLessThan(0.005);
  }

  @Test
  void soundThatComesTwiceIsLeftOut() throws Exception {
    AudioLayout layout = AudioLayout.f32Planar(RATE_HZ, 1);
    timeline = new SoundTimeline(layout, 1, this::collect);

    deliver(layout, RATE_HZ, 0, 2.5, 0, Beeps.SOUND);
    deliver(layout, RATE_HZ, 2.2, 5, 0, Beeps.SOUND);

    List<Double> onsets = Beeps.onsets(sound());
    assertThat(onsets).hasSize(5);
    assertThat(Beeps.worst(onsets)).isLessThan(0.001);
    assertThat(timeline.trimmed()).isCloseTo(300 * 48, within(48L));
  }

  @Test
  void theSourceMayChangeItsRateAndChannels() throws Exception {
    timeline = new SoundTimeline(AudioLayout.f32Planar(RATE_HZ, 1), 2, this::collectLeft);

    deliver(AudioLayout.f32Planar(RATE_HZ, 1), RATE_HZ, 0, 2.5, 0, Beeps.SOUND);
    deliver(AudioLayout.f32Planar(16_000, 2), 16_000, 2.5, 5.5, 0, Beeps.SOUND);
    deliver(AudioLayout.f32Planar(44_100, 6), 44_100, 5.5, 8, 0, Beeps.SOUND);
    timeline.flush();

    assertThat(Beeps.onsets(sound())).hasSize(8);
    assertThat(Beeps.worst(Beeps.onsets(sound()))).isLessThan(0.0015);
    assertThat(length).isCloseTo(8 * RATE_HZ, within(50));
  }

  /** Random gaps and repetitions between beeps, at random rates of random clocks. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverHappensBeepsStayWhereTheyBelong(long seed) throws Exception {
    Random random = new Random(seed);
    int rateHz = List.of(8_000, 22_050, 44_100, 48_000, 96_000).get(random.nextInt(5));
    AudioLayout layout = AudioLayout.f32Planar(rateHz, 1);
    timeline = new SoundTimeline(layout, 1, this::collect);
    double drift = (random.nextDouble() - 0.5) * 0.001;
    double from = random.nextDouble(0.2, 0.9);
    int to = 0;
    for (int piece = 0; piece < 6; piece++) {
      to += random.nextInt(1, 6);
      double end = to + random.nextDouble(0.35, 0.5);
      deliver(layout, rateHz * (1 + drift), from, end, 0.0005, Beeps.SOUND);
      boolean gap = random.nextBoolean();
      from = end + (gap ? random.nextDouble(0.03, 0.4) : -random.nextDouble(0.03, 0.2));
    }

    List<Double> onsets = Beeps.onsets(sound());
    assertThat(onsets).hasSize(to);
    assertThat(Beeps.worst(onsets)).isLessThan(0.005);
  }

  /** Chunks of 10 ms by a clock of so many samples in a second, with jitter on the timestamps. */
  private void deliver(
      AudioLayout layout,
      double actualRateHz,
      double fromSeconds,
      double toSeconds,
      double jitterSeconds,
      DoubleUnaryOperator sound)
      throws FFmpegException, IOException {
    Random random = new Random(42);
    int chunk = layout.sampleRateHz() / 100;
    try (AudioDataPool pool = new AudioDataPool(layout, chunk, 1)) {
      for (long first = 0; ; first += chunk) {
        double at = fromSeconds + first / actualRateHz;
        if (at >= toSeconds - 1e-9) {
          return;
        }
        AudioDataBuffer buffer = pool.acquire().orElseThrow();
        for (int i = 0; i < chunk; i++) {
          float value = (float) sound.applyAsDouble(at + i / actualRateHz + 1e-9);
          for (int p = 0; p < layout.planeCount(); p++) {
            buffer.plane(p).setAtIndex(JAVA_FLOAT, i, value);
          }
        }
        double stamped = at + (random.nextDouble() - 0.5) * 2 * jitterSeconds;
        try (AudioData data = buffer.publish(chunk, Math.round(stamped * 1e6))) {
          timeline.place(data, data.timestampUs() * 0.048);
        }
      }
    }
  }

  private void collect(MemorySegment samples, long count) {
    while (length + count > made.length) {
      made = Arrays.copyOf(made, made.length * 2);
    }
    MemorySegment.copy(samples, JAVA_FLOAT, 0, made, length, (int) count);
    length += (int) count;
  }

  private void collectLeft(MemorySegment samples, long count) {
    while (length + count > made.length) {
      made = Arrays.copyOf(made, made.length * 2);
    }
    for (int i = 0; i < count; i++) {
      made[length++] = samples.getAtIndex(JAVA_FLOAT, 2L * i);
    }
  }

  private float[] sound() {
    return Arrays.copyOf(made, length);
  }

  /** How far the tone's pitch is ever off, as a share, measured over ten periods. */
  private double longestPeriodError(double frequency) {
    double previous = -1;
    double worst = 0;
    int crossings = 0;
    for (int i = 2_000; i < length - 1_000; i++) {
      if (made[i] < 0 && made[i + 1] >= 0 && crossings++ % 10 == 0) {
        double at = i + made[i] / (made[i] - made[i + 1]);
        if (previous >= 0) {
          double expected = 10 * RATE_HZ / frequency;
          worst = Math.max(worst, Math.abs(at - previous - expected) / expected);
        }
        previous = at;
      }
    }
    return worst;
  }
}
