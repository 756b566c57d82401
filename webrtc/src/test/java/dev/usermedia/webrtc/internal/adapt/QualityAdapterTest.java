package dev.usermedia.webrtc.internal.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.ContentHint;
import dev.usermedia.webrtc.RTCDegradationPreference;
import dev.usermedia.webrtc.internal.adapt.QualityAdapter.Sample;
import dev.usermedia.webrtc.internal.media.SendLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter before a model of an encoder whose bits halve with every so many steps of QP. */
class QualityAdapterTest {
  private static final long SEED = 130;
  private static final int ROUNDS = 50;
  private static final QpRange VP8 = QpRange.of("video/VP8").orElseThrow();
  private static final long STEP_US = 500_000;
  private static final double FINEST_QP = 4;
  private static final double COARSEST_QP = 127;
  private static final double QP_OF_HALF = 24;

  /** Pictures of so many pixels, that take so many bits each at the finest. */
  private static final class Encoder {
    final RTCDegradationPreference preference;
    final QualityAdapter adapter = new QualityAdapter();
    final Random random;
    final double pixels;
    final double framerate;
    final double bitsOfPixel;
    final List<Integer> levels = new ArrayList<>();
    long timeUs = 1_000_000;
    double given;
    double coded;
    double qpSum;
    double qp;
    double codedShare;

    Encoder(RTCDegradationPreference preference, Random random) {
      this.preference = preference;
      this.random = random;
      this.pixels = 76_800 * (1 + random.nextInt(12));
      this.framerate = 8 + random.nextInt(53);
      this.bitsOfPixel = 0.5 + 6 * random.nextDouble();
    }

    double bitrateAtFinest() {
      return pixels * framerate * bitsOfPixel;
    }

    void run(double bitrate, int seconds) {
      for (int i = 0; i < seconds * 2; i++) {
        SendLimits limits = Degradation.limits(preference, adapter.level(), framerate);
        double rate = Math.min(framerate, limits.maxFramerate());
        double size = pixels / (limits.scaleDownBy() * limits.scaleDownBy());
        double finest = size * rate * bitsOfPixel * (0.9 + 0.2 * random.nextDouble());
        double wanted = FINEST_QP + QP_OF_HALF * Math.log(finest / bitrate) / Math.log(2);
        qp = Math.clamp(wanted, FINEST_QP, COARSEST_QP);
        codedShare = Math.min(1, bitrate / (finest * Math.pow(0.5, (qp - FINEST_QP) / QP_OF_HALF)));
        timeUs += STEP_US;
        given += rate / 2;
        coded += rate / 2 * codedShare;
        qpSum += qp * rate / 2 * codedShare;
        levels.add(
            adapter.learn(
                new Sample(timeUs, Math.round(given), Math.round(coded), qpSum),
                VP8,
                Degradation.highestLevel(preference)));
      }
    }

    long changesOfLast(int seconds) {
      List<Integer> late = levels.subList(levels.size() - seconds * 2, levels.size());
      long changes = 0;
      for (int i = 1; i < late.size(); i++) {
        if (!late.get(i).equals(late.get(i - 1))) {
          changes++;
        }
      }
      return changes;
    }
  }

  @ParameterizedTest
  @EnumSource(RTCDegradationPreference.class)
  void givesUpUntilWhatIsLeftIsGoodOrNothingIsLeft(RTCDegradationPreference preference) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Encoder encoder = new Encoder(preference, random);
      encoder.run(encoder.bitrateAtFinest() / Math.pow(2, random.nextDouble() * 8), 60);
      assertThat(
              encoder.adapter.level() == Degradation.highestLevel(preference)
                  || encoder.qp <= VP8.high() + QP_OF_HALF / 2)
          .as("round %d: level %d, QP %.0f", round, encoder.adapter.level(), encoder.qp)
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(RTCDegradationPreference.class)
  void takesEverythingBackOnceThereIsEnough(RTCDegradationPreference preference) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Encoder encoder = new Encoder(preference, random);
      encoder.run(encoder.bitrateAtFinest() / 200, 60);
      encoder.run(encoder.bitrateAtFinest() * 2, 180);
      assertThat(encoder.adapter.level()).as("round %d", round).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(RTCDegradationPreference.class)
  void comesToRest(RTCDegradationPreference preference) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Encoder encoder = new Encoder(preference, random);
      encoder.run(encoder.bitrateAtFinest() / Math.pow(2, random.nextDouble() * 8), 900);
      assertThat(encoder.changesOfLast(300)).as("round %d", round).isLessThanOrEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource(RTCDegradationPreference.class)
  void leavesGoodPicturesAlone(RTCDegradationPreference preference) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Encoder encoder = new Encoder(preference, random);
      encoder.run(encoder.bitrateAtFinest(), 300);
      assertThat(encoder.levels).as("round %d", round).containsOnly(0);
    }
  }

  @ParameterizedTest
  @EnumSource(RTCDegradationPreference.class)
  void keepsWhatIsPreferred(RTCDegradationPreference preference) {
    SendLimits before = SendLimits.NONE;
    for (int level = 0; level <= Degradation.highestLevel(preference); level++) {
      SendLimits limits = Degradation.limits(preference, level, 30);
      assertThat(limits.scaleDownBy()).isGreaterThanOrEqualTo(before.scaleDownBy());
      assertThat(limits.maxFramerate()).isLessThanOrEqualTo(before.maxFramerate());
      assertThat(level == 0 || !limits.equals(before)).isTrue();
      switch (preference) {
        case MAINTAIN_FRAMERATE -> assertThat(limits.maxFramerate()).isInfinite();
        case MAINTAIN_RESOLUTION -> assertThat(limits.scaleDownBy()).isEqualTo(1);
        case MAINTAIN_FRAMERATE_AND_RESOLUTION -> assertThat(limits).isEqualTo(SendLimits.NONE);
        case BALANCED -> {}
      }
      before = limits;
    }
  }

  @Test
  void prefersWhatItWasToldElseWhatTheContentCallsFor() {
    assertThat(Degradation.preference(Optional.empty(), ContentHint.NONE))
        .isEqualTo(RTCDegradationPreference.BALANCED);
    assertThat(Degradation.preference(Optional.empty(), ContentHint.MOTION))
        .isEqualTo(RTCDegradationPreference.MAINTAIN_FRAMERATE);
    assertThat(Degradation.preference(Optional.empty(), ContentHint.TEXT))
        .isEqualTo(RTCDegradationPreference.MAINTAIN_RESOLUTION);
    assertThat(
            Degradation.preference(
                Optional.of(RTCDegradationPreference.BALANCED), ContentHint.DETAIL))
        .isEqualTo(RTCDegradationPreference.BALANCED);
  }
}
