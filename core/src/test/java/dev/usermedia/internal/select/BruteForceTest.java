package dev.usermedia.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random requests on random devices. {@code ./check select} takes the million that is promised,
 * other runs fewer. Seeds are fixed, so that a request that fails does so again.
 */
@Tag("select")
@Timeout(300)
class BruteForceTest {
  private static final int SETS = Integer.getInteger("select.sets", 20_000);

  /** Each with a seed of its own, on as many threads as there are processors. */
  private static final int SHARES = 10;

  @Test
  void theSearchAgreesWithBruteForceOnPictures() {
    check(1, 550, 'v', 3, 1);
  }

  @Test
  void theSearchAgreesWithBruteForceOnLargerPictures() {
    check(2, 50, 'v', 12, 0);
  }

  @Test
  void theSearchAgreesWithBruteForceOnMuchLargerPictures() {
    check(3, 3, 'v', 60, 0);
  }

  @Test
  void theSearchAgreesWithBruteForceOnCameraControls() {
    check(4, 197, 'v', 2, 3);
  }

  @Test
  void theSearchAgreesWithBruteForceOnMicrophones() {
    check(5, 200, 'a', 1, 2);
  }

  private static void check(long seed, int perThousand, char kind, int largest, int mostControls) {
    int sets = SETS / 1000 * perThousand;
    Tally tally =
        IntStream.range(0, SHARES)
            .parallel()
            .mapToObj(
                share -> new RandomRequests(seed * SHARES + share, kind, largest, mostControls))
            .map(requests -> check(requests, sets / SHARES, kind))
            .reduce(new Tally(0, 0, 0), Tally::plus);
    // Random requests that all fail, or never fail, would prove little.
    assertThat(tally.requests).isEqualTo(sets / SHARES * SHARES).isPositive();
    assertThat(tally.satisfied).isBetween(sets / 5, sets * 19 / 20);
    assertThat(tally.withoutName).isBetween(sets / 200, sets / 4);
  }

  /** How many requests were made, were satisfied, and failed for no constraint alone. */
  private record Tally(int requests, int satisfied, int withoutName) {
    Tally plus(Tally other) {
      return new Tally(
          requests + other.requests, satisfied + other.satisfied, withoutName + other.withoutName);
    }
  }

  private static Tally check(RandomRequests requests, int sets, char kind) {
    int satisfied = 0;
    int withoutName = 0;
    List<Candidate> devices = List.of();
    for (int i = 0; i < sets; i++) {
      // The second request on the same devices finds what the first left of them.
      devices = i % 2 == 0 ? requests.devices() : devices;
      Map<String, Object> tree = requests.constraints();
      BruteForce.Outcome expected = new BruteForce(tree, kind).select(devices);
      BruteForce.Outcome actual = select(tree, devices, kind);
      if (!actual.equals(expected)) {
        assertThat(actual).as("%s on %s", tree, devices).isEqualTo(expected);
      }
      satisfied += expected.devices().isEmpty() ? 0 : 1;
      withoutName += expected.devices().isEmpty() && expected.failedConstraint().isEmpty() ? 1 : 0;
    }
    return new Tally(sets, satisfied, withoutName);
  }

  private static BruteForce.Outcome select(
      Map<String, Object> tree, List<Candidate> devices, char letter) {
    MediaKind kind = letter == 'a' ? MediaKind.AUDIO : MediaKind.VIDEO;
    MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(tree);
    Selection selection = SelectSettings.selectSettings(devices, constraints, kind);
    if (selection instanceof Selection.Ranked ranked) {
      Selected best = ranked.best();
      // What is measured afterwards, of settings, is what the search went by.
      double measured = FitnessDistance.ofBasic(constraints, best.settings(), kind);
      if (measured != best.fitnessDistance()) {
        assertThat(measured).as("%s of %s", best, tree).isEqualTo(best.fitnessDistance());
      }
    }
    return BruteForce.outcome(selection);
  }
}
