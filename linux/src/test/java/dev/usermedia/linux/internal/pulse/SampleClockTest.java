package dev.usermedia.linux.internal.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleClockTest {
  private static final int RATE_HZ = 48_000;
  private static final int STEP_FRAMES = RATE_HZ / 20;
  private static final long SECOND_FRAMES = RATE_HZ;

  private final SampleClock clock = new SampleClock(RATE_HZ);

  /** Measures from one position to another at what the device's time is, and something late. */
  private void measure(long from, long to, LongUnaryOperator trueUs, LongUnaryOperator lateUs) {
    for (long position = from; position < to; position += STEP_FRAMES) {
      clock.measure(position, trueUs.applyAsLong(position) + lateUs.applyAsLong(position));
    }
  }

  private static LongUnaryOperator device(double driftPpm) {
    return position -> Math.round(position * 1e6 / RATE_HZ * (1 + driftPpm / 1e6));
  }

  @Test
  void isSetByTheEarliestOfTheFirstMeasurements() {
    clock.measure(0, 9_000);
    assertThat(clock.isSet()).isFalse();
    clock.measure(480, 11_000);
    clock.measure(960, 25_000);
    assertThat(clock.isSet()).isTrue();
    assertThat(clock.timeUs(480)).isEqualTo(11_000);
    assertThat(clock.timeUs(0)).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-300, -50, 0, 50, 300})
  void followsADriftingDeviceThroughNoise(double driftPpm) {
    Random random = new Random(7);
    measure(0, 60 * SECOND_FRAMES, device(driftPpm), position -> random.nextLong(3_000));
    for (long position = 50 * SECOND_FRAMES; position < 60 * SECOND_FRAMES; position += 480) {
      assertThat(clock.timeUs(position))
          .isCloseTo(device(driftPpm).applyAsLong(position) + 1_500, within(1_000L));
    }
  }

  @Test
  void hardlyMovesForAMeasurementThatIsLate() {
    measure(0, 20 * SECOND_FRAMES, device(0), position -> 0);
    clock.measure(20 * SECOND_FRAMES, 20_000_000 + 40_000);
    assertThat(clock.timeUs(20 * SECOND_FRAMES)).isCloseTo(20_000_000, within(250L));
    measure(20 * SECOND_FRAMES, 22 * SECOND_FRAMES, device(0), position -> 0);
    assertThat(clock.timeUs(22 * SECOND_FRAMES)).isCloseTo(22_000_000, within(100L));
  }

  @Test
  void timePassesEvenlyWhateverIsMeasured() {
    Random random = new Random(11);
    long previousUs = Long.MIN_VALUE;
    for (long position = 0; position < 30 * SECOND_FRAMES; position += 480) {
      if (position % STEP_FRAMES == 0) {
        long late = random.nextInt(4) == 0 ? random.nextLong(45_000) : random.nextLong(1_000);
        clock.measure(position, position * 1_000_000 / RATE_HZ + late);
      }
      long us = clock.timeUs(position);
      if (position > SECOND_FRAMES) {
        // a measurement moves the time of what comes next by what passed since the last
        assertThat(us - previousUs).isCloseTo(10_000, within(310L));
      }
      previousUs = us;
    }
  }

  @Test
  void jumpsWhenSoundIsMissing() {
    measure(0, 5 * SECOND_FRAMES, device(0), position -> 0);
    LongUnaryOperator later = position -> device(0).applyAsLong(position) + 700_000;
    measure(5 * SECOND_FRAMES, 6 * SECOND_FRAMES, later, position -> 0);
    assertThat(clock.timeUs(6 * SECOND_FRAMES)).isCloseTo(6_700_000, within(100L));
  }
}
