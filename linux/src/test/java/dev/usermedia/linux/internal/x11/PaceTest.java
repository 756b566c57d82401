package dev.usermedia.linux.internal.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final ManualClock clock = new ManualClock(5_000_000);

  @Test
  void theNthPictureIsDueNIntervalsAfterTheFirstForGood() {
    Pace pace = new Pace(clock, 30);
    for (int n = 0; n < 3_000; n++) {
      clock.jumpUs(5_000_000 + Math.round(n * 1e6 / 30) - clock.nowUs());
      assertThat(pace.await()).isTrue();
      assertThat(pace.take(clock.nowUs())).isZero();
    }
    assertThat(clock.nowUs()).isEqualTo(5_000_000 + 99_966_667);
  }

  @Test
  void gettingReadyForTheFirstPictureIsNoLoss() {
    Pace pace = new Pace(clock, 30);
    assertThat(pace.await()).isTrue();
    clock.jumpUs(900_000);
    assertThat(pace.take(clock.nowUs())).isZero();
    clock.jumpUs(33_333);
    assertThat(pace.await()).isTrue();
    assertThat(pace.take(clock.nowUs())).isZero();
  }

  @Test
  void takenAndMissedPicturesAddUpToTheRateHoweverLateTheThreadIs() {
    Random random = new Random(11);
    for (double rate : List.of(1.0, 7.5, 24.0, 30.0, 59.94, 60.0)) {
      Pace pace = new Pace(clock, rate);
      long firstUs = clock.nowUs();
      long pictures = 0;
      for (int i = 0; i < 10_000; i++) {
        pictures += pace.take(clock.nowUs()) + 1;
        double dueUs = firstUs + (pictures - 1) * 1e6 / rate;
        assertThat(clock.nowUs() - dueUs).isBetween(-1.0, 1e6 / rate + 1);
        double late = random.nextInt(4) == 0 ? random.nextDouble() * 4 : 0; // intervals
        clock.jumpUs((long) Math.ceil((1 + late) * 1e6 / rate));
      }
    }
  }

  @Test
  void anotherRateHoldsFromTheLastPictureOn() {
    Pace pace = new Pace(clock, 10);
    assertThat(pace.take(clock.nowUs())).isZero();
    pace.setFrameRate(100);
    clock.jumpUs(10_000);
    assertThat(pace.await()).isTrue();
    assertThat(pace.take(clock.nowUs())).isZero();
    pace.setFrameRate(4);
    clock.jumpUs(250_000);
    assertThat(pace.await()).isTrue();
    assertThat(pace.take(clock.nowUs())).isZero();
  }

  @Test
  void aWakeEndsTheWaitAtHandOrTheNextAndLeavesNoInterrupt() throws Exception {
    Pace pace = new Pace(clock, 1);
    assertThat(pace.take(clock.nowUs())).isZero();
    pace.wake();
    assertThat(pace.await()).isFalse();
    List<Boolean> results = new ArrayList<>();
    Thread waiting =
        new Thread(
            () -> {
              results.add(pace.await());
              results.add(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    clock.awaitWaiters(1);
    pace.wake();
    assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    assertThat(results).containsExactly(false, false);
  }
}
