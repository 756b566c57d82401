package dev.usermedia.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ManualClockTest {
  private final ManualClock clock = new ManualClock(1000);
  private final List<String> ticks = new CopyOnWriteArrayList<>();

  @Test
  void standsStillUntilMoved() {
    assertThat(clock.nowUs()).isEqualTo(1000);
    clock.advanceUs(500);
    assertThat(clock.nowUs()).isEqualTo(1500);
    clock.jumpUs(500);
    assertThat(clock.nowUs()).isEqualTo(2000);
  }

  @Test
  void stopsAtEachDeadlineInOrderAndSeesEachTickDone() throws Exception {
    Thread slow = ticker("slow", 300, 3);
    Thread fast = ticker("fast", 200, 5);
    clock.awaitWaiters(2);
    clock.advanceUs(599);
    assertThat(ticks).containsExactly("fast at 1200", "slow at 1300", "fast at 1400");
    clock.advanceUs(1);
    assertThat(ticks).hasSize(5);
    assertThat(ticks.subList(3, 5)).containsExactlyInAnyOrder("slow at 1600", "fast at 1600");
    clock.advanceUs(10_000);
    assertThat(ticks).hasSize(8);
    assertThat(clock.nowUs()).isEqualTo(11_600);
    slow.join();
    fast.join();
  }

  @Test
  void goesToTheNextWaiter() throws Exception {
    Thread thread = ticker("tick", 250, 2);
    clock.awaitWaiters(1);
    assertThat(clock.advanceToNextWaiterUs()).isEqualTo(1250);
    assertThat(clock.advanceToNextWaiterUs()).isEqualTo(1500);
    thread.join();
    assertThatThrownBy(clock::advanceToNextWaiterUs).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aJumpMakesWaitersLate() throws Exception {
    Thread thread = ticker("tick", 100, 1);
    clock.awaitWaiters(1);
    clock.jumpUs(5000);
    thread.join();
    assertThat(ticks).containsExactly("tick at 6000");
  }

  @Test
  void aDeadlineInThePastIsNoWait() throws Exception {
    clock.awaitUs(1000);
    clock.awaitUs(-1);
    clock.advanceUs(10);
    assertThat(clock.nowUs()).isEqualTo(1010);
  }

  @Test
  void anInterruptEndsAWaitAndTheThreadsEndIsNoticed() throws Exception {
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              try {
                clock.awaitUs(2000);
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
            });
    thread.start();
    clock.awaitWaiters(1);
    thread.interrupt();
    thread.join();
    assertThat(interrupted).isTrue();
    clock.advanceUs(5000);
    assertThat(clock.nowUs()).isEqualTo(6000);
  }

  private Thread ticker(String name, long intervalUs, int times) {
    Thread thread =
        new Thread(
            () -> {
              try {
                for (int i = 1; i <= times; i++) {
                  clock.awaitUs(1000 + i * intervalUs);
                  ticks.add(name + " at " + clock.nowUs());
                }
              } catch (InterruptedException e) {
                ticks.add("interrupted");
              }
            },
            name);
    thread.start();
    return thread;
  }
}
