package dev.usermedia.testkit.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.pattern.AudioPattern.Beep;
import dev.usermedia.testkit.pattern.PatternReport.Picture;
import dev.usermedia.testkit.pattern.VideoPattern.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PatternReportTest {
  @Test
  void nothingIsWrongWithWhatCameThroughWhole() {
    PatternReport report = PatternReport.of(pictures(100, 60, 0), beeps(5, 2, 0));
    assertThat(report)
        .isEqualTo(
            new PatternReport(
                60, 0, 100, 159, 0, 0, 0, 2, 0, 0, 0, OptionalLong.of(0), OptionalLong.of(0)));
  }

  @Test
  void countsWhatIsMissingRepeatedAndOutOfOrder() {
    List<Picture> pictures = new ArrayList<>(pictures(0, 30, 0));
    pictures.remove(10); // number 10 is missing
    pictures.add(20, pictures.get(19)); // number 20 twice
    pictures.add(new Picture(2_000_000, Optional.empty()));
    pictures.add(pictures.remove(3)); // number 3 at the end
    PatternReport report = PatternReport.of(pictures, List.of());
    assertThat(report.pictures()).isEqualTo(31);
    assertThat(report.missing()).isEqualTo(1);
    assertThat(report.repeated()).isEqualTo(1);
    assertThat(report.backwards()).isEqualTo(1);
    assertThat(report.unreadable()).isEqualTo(1);
    assertThat(report.minSkewUs()).isEmpty();
  }

  @Test
  void measuresHowMuchLaterThePictureIs() {
    PatternReport late = PatternReport.of(pictures(0, 90, 40_000), beeps(5, 3, 0));
    assertThat(late.maxSkewUs()).hasValue(40_000);
    assertThat(late.minSkewUs()).hasValue(40_000);
    List<Beep> drifting =
        List.of(
            new Beep(0, OptionalLong.of(5)),
            new Beep(1_005_000, OptionalLong.of(6)),
            new Beep(2_030_000, OptionalLong.of(7)));
    PatternReport drift = PatternReport.of(pictures(0, 90, 0), drifting);
    assertThat(drift.maxSkewUs()).hasValue(0);
    assertThat(drift.minSkewUs()).hasValue(-30_000);
    assertThat(drift.maxSpacingErrorUs()).isEqualTo(25_000);
  }

  @Test
  void aSecondWithoutABeepIsMissing() {
    List<Beep> beeps = new ArrayList<>(beeps(5, 4, 0));
    beeps.remove(1);
    beeps.add(new Beep(9_000_000, OptionalLong.empty()));
    PatternReport report = PatternReport.of(List.of(), beeps);
    assertThat(report.missingBeeps()).isEqualTo(1);
    assertThat(report.unreadableBeeps()).isEqualTo(1);
    assertThat(report.maxSpacingErrorUs()).isZero();
  }

  /** Pictures at 30 a second from second 5 of the clock on, shown from 0 on. */
  private static List<Picture> pictures(long firstNumber, int count, long lateUs) {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long timeMs = 5000 + i * 1000L / 30;
      Reading reading = new Reading(firstNumber + i, timeMs, 1, timeMs % 1000 < 100);
      pictures.add(new Picture((timeMs - 5000) * 1000 + lateUs, Optional.of(reading)));
    }
    return pictures;
  }

  private static List<Beep> beeps(long firstSecond, int count, long lateUs) {
    List<Beep> beeps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      beeps.add(new Beep(i * 1_000_000L + lateUs, OptionalLong.of(firstSecond + i)));
    }
    return beeps;
  }
}
