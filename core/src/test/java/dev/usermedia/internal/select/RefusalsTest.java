package dev.usermedia.internal.select;

import static dev.usermedia.internal.select.Devices.camera;
import static dev.usermedia.internal.select.Devices.mode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.VideoMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which constraint a failure names, and which ruled out what. */
class RefusalsTest {
  private static final Candidate SMALL = camera(mode(640, 480, 60), mode(800, 600, 30));
  private static final Candidate LARGE =
      Devices.device("large", SourceKind.CAMERA, Map.of(), mode(1920, 1080, 10));

  private static MediaTrackConstraints.Builder constraints() {
    return MediaTrackConstraints.builder();
  }

  private static Selection.Failed fail(MediaTrackConstraints.Builder constraints) {
    return (Selection.Failed) Devices.select(constraints.build(), SMALL, LARGE);
  }

  @Test
  void theFirstConstraintThatAloneRulesOutEverythingIsNamed() {
    assertThat(
            fail(constraints()
                    .deviceId(ConstrainDOMString.exact("none"))
                    .frameRate(ConstrainDouble.min(100))
                    .width(ConstrainULong.min(1000)))
                .constraint())
        .isEqualTo("frameRate");
  }

  @Test
  void noConstraintIsNamedIfEachAloneCanBeSatisfied() {
    Selection.Failed failed =
        fail(constraints().width(ConstrainULong.min(1000)).frameRate(ConstrainDouble.min(30)));
    assertThat(failed.constraint()).isEmpty();
    assertThat(failed.refusals())
        .containsExactly(
            new Refusal(SMALL, Optional.of(mode(640, 480, 60)), "width"),
            new Refusal(SMALL, Optional.of(mode(800, 600, 30)), "width"),
            new Refusal(LARGE, Optional.of(mode(1920, 1080, 10)), "frameRate"));
  }

  @Test
  void modesThatDifferOnlyInTheirFormatAreRefusedEachByItself() {
    VideoMode other = new VideoMode(VideoPixelFormat.YUY2, 640, 480, 60);
    Candidate camera = camera(mode(640, 480, 60), other);
    Selection selection =
        Devices.select(constraints().width(ConstrainULong.min(1000)).build(), camera);
    assertThat(((Selection.Failed) selection).refusals())
        .containsExactly(
            new Refusal(camera, Optional.of(mode(640, 480, 60)), "width"),
            new Refusal(camera, Optional.of(other), "width"));
  }

  @Test
  void constraintsThatRuleOutAModeOnlyTogetherAreNamedByTheLast() {
    assertThat(
            fail(constraints()
                    .width(ConstrainULong.exact(640))
                    .aspectRatio(ConstrainDouble.exact(0.1)))
                .refusals())
        .extracting(Refusal::constraint)
        .containsOnly("aspectRatio");
  }

  @Test
  void whatDoesNotDependOnTheModeRulesOutTheDevice() {
    Selection.Failed failed =
        fail(
            constraints()
                .width(ConstrainULong.min(5000))
                .facingMode(ConstrainDOMString.exact("environment"))
                .deviceId(ConstrainDOMString.exact("large")));
    assertThat(failed.refusals())
        .containsExactly(
            new Refusal(SMALL, Optional.empty(), "deviceId"),
            new Refusal(LARGE, Optional.empty(), "facingMode"));
  }

  @Test
  void refusalsAreToldThoughOthersFit() {
    List<Refusal> refusals =
        SelectSettings.refusals(
            List.of(SMALL, LARGE),
            constraints().width(ConstrainULong.min(700)).build(),
            MediaKind.VIDEO);
    assertThat(refusals)
        .containsExactly(new Refusal(SMALL, Optional.of(mode(640, 480, 60)), "width"));
  }
}
