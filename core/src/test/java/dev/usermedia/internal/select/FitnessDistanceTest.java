package dev.usermedia.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackConstraintSet;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.constraints.Point2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps of the fitness distance, one by one. */
class FitnessDistanceTest {
  private static final MediaTrackSettings SETTINGS =
      MediaTrackSettings.builder()
          .set(ConstrainableProperty.WIDTH, 640L)
          .set(ConstrainableProperty.ASPECT_RATIO, 1.3333333333)
          .set(ConstrainableProperty.FACING_MODE, "user")
          .set(ConstrainableProperty.PAN, -20.0)
          .set(ConstrainableProperty.EXPOSURE_COMPENSATION, 0.0)
          .build();

  private static MediaTrackConstraintSet.Builder set() {
    return MediaTrackConstraintSet.builder();
  }

  private static double basic(MediaTrackConstraintSet.Builder set) {
    return FitnessDistance.ofBasic(set.build(), SETTINGS, MediaKind.VIDEO);
  }

  private static double advanced(MediaTrackConstraintSet.Builder set) {
    return FitnessDistance.ofAdvanced(set.build(), SETTINGS, MediaKind.VIDEO);
  }

  @Test
  void step1AnUnsupportedConstraintCountsNothing() {
    assertThat(advanced(set().pointsOfInterest(List.of(new Point2D(0, 0))))).isZero();
  }

  @Test
  void step2ARequiredConstraintThatFailsIsInfinite() {
    assertThat(basic(set().width(ConstrainULong.min(641)))).isInfinite();
    assertThat(basic(set().width(ConstrainULong.max(639)))).isInfinite();
    assertThat(basic(set().width(ConstrainULong.exact(641)))).isInfinite();
    assertThat(basic(set().width(ConstrainULong.range(640, 640)))).isZero();
    assertThat(basic(set().zoom(ConstrainDouble.min(0)))).isInfinite();
    assertThat(basic(set().width(641))).isFinite();
    assertThat(advanced(set().width(641))).isInfinite();
    assertThat(advanced(set().width(640))).isZero();
  }

  @Test
  void step3AConstraintOfTheOtherKindCountsNothingThoughRequired() {
    assertThat(basic(set().sampleRate(ConstrainULong.exact(1)))).isZero();
  }

  @Test
  void step4ABooleanOnANumberAsksWhetherItExists() {
    assertThat(basic(set().pan(true))).isZero();
    assertThat(basic(set().pan(false))).isEqualTo(1);
    assertThat(basic(set().tilt(true))).isEqualTo(1);
    assertThat(basic(set().tilt(false))).isZero();
    assertThat(advanced(set().pan(true))).isZero();
    assertThat(advanced(set().tilt(true))).isInfinite();
    assertThat(advanced(set().tilt(false))).isInfinite();
  }

  @Test
  void step5AMissingSettingIsOne() {
    assertThat(basic(set().zoom(2))).isEqualTo(1);
    assertThat(basic(set().zoom(ConstrainDouble.ideal(2)))).isEqualTo(1);
  }

  @Test
  void step6WithoutAnIdealThereIsNoDistance() {
    assertThat(basic(set().width(ConstrainULong.min(1)))).isZero();
  }

  @Test
  void step7NumbersAreAsFarAsTheirDifferenceToTheLarger() {
    assertThat(basic(set().width(320))).isEqualTo(0.5);
    assertThat(basic(set().width(1280))).isEqualTo(0.5);
    assertThat(basic(set().width(640))).isZero();
    assertThat(basic(set().width(0))).isEqualTo(1);
    assertThat(basic(set().pan(20))).isEqualTo(2);
    assertThat(basic(set().pan(-10))).isEqualTo(0.5);
    assertThat(basic(set().exposureCompensation(0))).isZero();
    assertThat(basic(set().exposureCompensation(-3))).isEqualTo(1);
  }

  @Test
  void step8StringsAreEqualOrNot() {
    assertThat(basic(set().facingMode("user"))).isZero();
    assertThat(basic(set().facingMode("left"))).isEqualTo(1);
    assertThat(basic(set().facingMode(ConstrainDOMString.of(List.of("left", "user"))))).isZero();
  }

  @Test
  void anAspectRatioIsComparedAtTheTenthDecimal() {
    assertThat(advanced(set().aspectRatio(4.0 / 3))).isZero();
    assertThat(basic(set().aspectRatio(4.0 / 3))).isZero();
    assertThat(advanced(set().aspectRatio(1.333333333))).isInfinite();
  }

  @Test
  void anEmptyListAsksForNothing() {
    assertThat(advanced(set().facingMode(ConstrainDOMString.of(List.of())))).isZero();
    assertThat(basic(set().deviceId(ConstrainDOMString.exact(List.of())))).isZero();
    assertThat(basic(set().facingMode(ConstrainDOMString.exact(List.of()).withIdeal("left"))))
        .isEqualTo(1);
  }

  @Test
  void distancesAddUp() {
    assertThat(basic(set().width(320).facingMode("left").zoom(true))).isEqualTo(2.5);
  }
}
