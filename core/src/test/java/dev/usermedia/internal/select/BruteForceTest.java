package dev.usermedia.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@code -Dselect.sets=1000000} takes a million requests in all instead of twenty thousand. */
class BruteForceTest {
  private static final int SETS = Integer.getInteger("select.sets", 20_000);

  @Test
  void theSearchAgreesWithBruteForceOnSizes() {
    check(1, SETS * 5 / 10, 12, MediaKind.VIDEO, false);
  }

  @Test
  void theSearchAgreesWithBruteForceOnLargerSizes() {
    check(2, SETS / 50, 60, MediaKind.VIDEO, false);
  }

  @Test
  void theSearchAgreesWithBruteForceOnCameraControls() {
    check(3, SETS * 2 / 10, 3, MediaKind.VIDEO, true);
  }

  @Test
  void theSearchAgreesWithBruteForceOnMicrophones() {
    check(4, SETS * 3 / 10, 1, MediaKind.AUDIO, true);
  }

  private static void check(long seed, int sets, int largest, MediaKind kind, boolean extras) {
    RandomRequests requests = new RandomRequests(seed, largest);
    int satisfied = 0;
    for (int i = 0; i < sets; i++) {
      List<Candidate> devices = requests.devices(kind, extras);
      MediaTrackConstraints constraints = requests.constraints(kind);
      satisfied += check(devices, constraints, kind) ? 1 : 0;
    }
    // Random requests that all fail, or never fail, would prove little.
    assertThat(satisfied).isBetween(sets / 5, sets * 19 / 20);
  }

  private static boolean check(
      List<Candidate> devices, MediaTrackConstraints constraints, MediaKind kind) {
    Supplier<String> request = () -> constraints + " on " + devices;
    BruteForce oracle = new BruteForce(constraints, kind);
    List<BruteForce.Answer> expected = oracle.select(devices);
    switch (SelectSettings.selectSettings(devices, constraints, kind)) {
      case Selection.Failed failed -> {
        assertThat(expected).as(request).isEmpty();
        assertThat(failed.constraint()).as(request).isEqualTo(oracle.failedConstraint(devices));
      }
      case Selection.Ranked ranked -> {
        assertThat(ranked.bestFirst()).as(request).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
          checkAnswer(ranked.bestFirst().get(i), expected.get(i), request);
        }
        Selected best = ranked.best();
        assertThat(FitnessDistance.ofBasic(constraints, best.settings(), kind))
            .as(request)
            .isEqualTo(best.fitnessDistance());
      }
    }
    return !expected.isEmpty();
  }

  private static void checkAnswer(
      Selected actual, BruteForce.Answer expected, Supplier<String> request) {
    Map<String, Object> settings = actual.settings().toMap();
    assertThat(settings).as(request).isEqualTo(expected.settings());
    assertThat(actual.candidate()).as(request).isEqualTo(expected.candidate());
    assertThat(actual.fitnessDistance()).as(request).isEqualTo(expected.distance());
    List<SourceMode> modes = expected.candidate().device().modes();
    switch (modes.get(expected.mode())) {
      case VideoMode mode ->
          assertThat(actual.source().mode())
              .as(request)
              .isEqualTo(mode.at(BruteForce.delivered((Double) settings.get("frameRate"), mode)));
      case AudioMode mode ->
          assertThat(actual.source().mode())
              .as(request)
              .isEqualTo(mode.with((Double) settings.get("latency")));
    }
  }
}
