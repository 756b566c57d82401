package dev.usermedia.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimatorTest {
  @Test
  void halfTheRateKeepsEverySecondFrame() {
    assertThat(kept(15, 30, 10, 0)).containsExactly(0, 2, 4, 6, 8);
  }

  @Test
  void twoThirdsOfTheRateKeepTwoOfThree() {
    assertThat(kept(20, 30, 9, 0)).containsExactly(0, 2, 3, 5, 6, 8);
  }

  @Test
  void jitterNeitherDoublesNorSkipsFramesWhereTheRatesDivide() {
    assertThat(kept(10, 30, 3000, 6_000)).hasSize(1000);
    assertThat(kept(15, 30, 3000, 6_000)).hasSize(1500);
  }

  @Test
  void anyRateIsMetOverTime() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      double source = 5 + random.nextInt(56);
      double rate = source * (0.05 + 0.95 * random.nextDouble());
      int frames = (int) (source * 20);
      int wanted = (int) Math.round(rate * 20);
      assertThat(kept(rate, source, frames, 0)).hasSizeBetween(wanted - 2, wanted + 2);
    }
  }

  private static List<Integer> kept(double rate, double source, int frames, int jitterUs) {
    Random random = new Random(1);
    Decimator decimator = new Decimator(rate);
    List<Integer> kept = new ArrayList<>();
    for (int n = 0; n < frames; n++) {
      long jitter = n == 0 || jitterUs == 0 ? 0 : random.nextInt(-jitterUs, jitterUs);
      if (decimator.keeps(1_000_000 + Math.round(n * 1e6 / source) + jitter)) {
        kept.add(n);
      }
    }
    return kept;
  }
}
