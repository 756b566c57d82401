package dev.usermedia.codecs.internal.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InterleaverTest {
  private final Interleaver<String> interleaver = new Interleaver<>(2);

  @Test
  void aPacketWaitsUntilTheOtherTrackHasOneThatIsNotEarlier() {
    interleaver.add(0, "a0", 0);
    interleaver.add(0, "a20", 20);
    assertThat(interleaver.poll()).isNull();

    interleaver.add(1, "b10", 10);
    assertThat(polled()).containsExactly("a0", "b10");

    interleaver.add(1, "b30", 30);
    assertThat(polled()).containsExactly("a20");
  }

  @Test
  void aTrackThatHasEndedIsNotWaitedFor() {
    interleaver.add(0, "a0", 0);
    interleaver.add(1, "b5", 5);
    interleaver.add(0, "a20", 20);
    interleaver.end(1);

    assertThat(polled()).containsExactly("a0", "b5", "a20");
    interleaver.end(0);
    assertThat(interleaver.poll()).isNull();
  }

  @Test
  void whatIsLeftCanBeTakenInAnyCase() {
    interleaver.add(0, "a0", 0);

    assertThat(interleaver.drain()).isEqualTo("a0");
    assertThat(interleaver.drain()).isNull();
  }

  @Test
  void packetsOfManyTracksComeOutInTheOrderOfTime() {
    Random random = new Random(7);
    Interleaver<Long> many = new Interleaver<>(5);
    long[] last = new long[5];
    List<Long> out = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      int track = random.nextInt(5);
      last[track] += random.nextInt(40);
      many.add(track, last[track], last[track]);
      for (Long next = many.poll(); next != null; next = many.poll()) {
        out.add(next);
      }
    }
    for (int track = 0; track < 5; track++) {
      many.end(track);
    }
    for (Long next = many.poll(); next != null; next = many.poll()) {
      out.add(next);
    }

    assertThat(out).hasSize(10_000).isSorted();
  }

  private List<String> polled() {
    List<String> out = new ArrayList<>();
    for (String next = interleaver.poll(); next != null; next = interleaver.poll()) {
      out.add(next);
    }
    return out;
  }
}
