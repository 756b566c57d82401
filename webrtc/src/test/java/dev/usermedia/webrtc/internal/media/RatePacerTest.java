package dev.usermedia.webrtc.internal.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RatePacerTest {
  private static final long SEED = 20261123;
  private static final double US_OF_SECOND = 1e6;

  @Test
  void letsThroughTheRateThatIsAskedForHoweverUnevenThePictures() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      double captured = 5 + random.nextDouble() * 55;
      double wanted = 1 + random.nextDouble() * 60;
      double jitterUs = random.nextDouble() * 0.2 * US_OF_SECOND / captured;
      RatePacer pacer = new RatePacer();
      int passed = 0;
      double seconds = 60;
      for (int i = 0; i < captured * seconds; i++) {
        long timestampUs =
            Math.round(1e9 + i * US_OF_SECOND / captured + random.nextDouble() * jitterUs);
        if (pacer.passes(timestampUs, wanted)) {
          passed++;
        }
      }
      double expected = Math.min(captured, wanted);
      assertThat(passed / seconds)
          .as("%.1f of %.1f a second", wanted, captured)
          .isEqualTo(expected, within(expected * 0.1));
    }
  }

  @Test
  void goesOnWhereTimeJumpsBack() {
    RatePacer pacer = new RatePacer();
    assertThat(pacer.passes(10_000_000, 10)).isTrue();
    assertThat(pacer.passes(10_020_000, 10)).isFalse();
    assertThat(pacer.passes(1_000, 10)).isTrue();
    assertThat(pacer.passes(21_000, 10)).isFalse();
    assertThat(pacer.passes(101_000, 10)).isTrue();
    assertThat(pacer.passes(300_000, 0)).isFalse();
  }
}
