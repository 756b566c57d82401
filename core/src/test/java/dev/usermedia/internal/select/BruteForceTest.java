package dev.usermedia.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A million requests in all; {@code -Dselect.sets=20000} takes fewer. Seeds are fixed, so that a
 * request that fails does so again.
 */
class BruteForceTest {
  private static final int SETS = Integer.getInteger("select.sets", 1_000_000);

  @Test
  void theSearchAgreesWithBruteForceOnPictures() {
    check(1, SETS / 100 * 42, 'v', 4, 1);
  }

  @Test
  void theSearchAgreesWithBruteForceOnLargerPictures() {
    check(2, SETS / 100 * 5, 'v', 12, 0);
  }

  @Test
  void theSearchAgreesWithBruteForceOnMuchLargerPictures() {
    check(3, SETS / 1000 * 3, 'v', 60, 0);
  }

  @Test
  void theSearchAgreesWithBruteForceOnCameraControls() {
    check(4, SETS / 1000 * 197, 'v', 2, 4);
  }

  @Test
  void theSearchAgreesWithBruteForceOnMicrophones() {
    check(5, SETS / 100 * 33, 'a', 1, 3);
  }

  private static void check(long seed, int sets, char kind, int largest, int mostControls) {
    RandomRequests requests = new RandomRequests(seed, kind, largest, mostControls);
    int satisfied = 0;
    int withoutName = 0;
    for (int i = 0; i < sets; i++) {
      List<Candidate> devices = requests.devices();
      Map<String, Object> tree = requests.constraints();
      BruteForce.Outcome expected = new BruteForce(tree, kind).select(devices);
      BruteForce.Outcome actual = select(tree, devices, kind);
      if (!actual.equals(expected)) {
        assertThat(actual).as("%s on %s", tree, devices).isEqualTo(expected);
      }
      satisfied += expected.devices().isEmpty() ? 0 : 1;
      withoutName += expected.devices().isEmpty() && expected.failedConstraint().isEmpty() ? 1 : 0;
    }
    // Random requests that all fail, or never fail, would prove little.
    assertThat(satisfied).isBetween(sets / 5, sets * 19 / 20);
    assertThat(withoutName).isBetween(sets / 100, sets / 4);
  }

  private static BruteForce.Outcome select(
      Map<String, Object> tree, List<Candidate> devices, char letter) {
    MediaKind kind = letter == 'a' ? MediaKind.AUDIO : MediaKind.VIDEO;
    MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(tree);
    Selection selection = SelectSettings.selectSettings(devices, constraints, kind);
    if (selection instanceof Selection.Ranked ranked) {
      Selected best = ranked.best();
      // What is measured afterwards, of settings, is what the search went by.
      assertThat(FitnessDistance.ofBasic(constraints, best.settings(), kind))
          .isEqualTo(best.fitnessDistance());
    }
    return BruteForce.outcome(selection);
  }
}
