package dev.usermedia.internal.select;

import static dev.usermedia.internal.select.Devices.best;
import static dev.usermedia.internal.select.Devices.browserCamera;
import static dev.usermedia.internal.select.Devices.failed;
import static dev.usermedia.internal.select.Devices.shape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaTrackConstraintSet;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser answers on its fake camera, wherever the specification agrees with it. */
class BrowserOraclesTest {
  private static MediaTrackConstraints.Builder constraints() {
    return MediaTrackConstraints.builder();
  }

  @ParameterizedTest
  @CsvSource({
    "320, 200, 320x200@20 crop-and-scale",
    "800, 600, 800x600@20 crop-and-scale",
    "1280, 720, 1280x720@20 none",
    "5000, 5000, 3840x2160@20 none"
  })
  void idealSizes(int width, int height, String expected) {
    assertThat(shape(best(constraints().width(width).height(height).build(), browserCamera())))
        .isEqualTo(expected);
  }

  @Test
  void noConstraintsGiveTheUsualSize() {
    assertThat(shape(best(MediaTrackConstraints.EMPTY, browserCamera())))
        .isEqualTo("640x480@20 none");
  }

  @Test
  void aSquareIsCutFromTheUsualSize() {
    assertThat(
            shape(
                best(constraints().aspectRatio(ConstrainDouble.exact(1)).build(), browserCamera())))
        .isEqualTo("480x480@20 crop-and-scale");
  }

  @Test
  void anExactSizeIsCropped() {
    assertThat(
            shape(
                best(
                    constraints()
                        .width(ConstrainULong.exact(700))
                        .height(ConstrainULong.exact(500))
                        .build(),
                    browserCamera())))
        .isEqualTo("700x500@20 crop-and-scale");
  }

  @Test
  void withoutCroppingTheNearestSizeIsTaken() {
    assertThat(
            shape(
                best(
                    constraints().resizeMode(ConstrainDOMString.exact("none")).width(700).build(),
                    browserCamera())))
        .isEqualTo("640x480@20 none");
  }

  @Test
  void theFirstSatisfiableAdvancedSetsOfTheSpecificationsExampleWin() {
    MediaTrackConstraints example =
        constraints()
            .width(ConstrainULong.min(640).withIdeal(1280))
            .height(ConstrainULong.min(480).withIdeal(720))
            .advanced(
                List.of(
                    MediaTrackConstraintSet.builder().width(1920).height(1280).build(),
                    MediaTrackConstraintSet.builder().aspectRatio(4.0 / 3).build(),
                    MediaTrackConstraintSet.builder().frameRate(ConstrainDouble.min(50)).build(),
                    MediaTrackConstraintSet.builder().frameRate(ConstrainDouble.min(40)).build()))
            .build();
    assertThat(shape(best(example, browserCamera()))).isEqualTo("1920x1280@20 crop-and-scale");
  }

  @Test
  void aFailureNamesItsConstraint() {
    assertThat(failed(constraints().width(ConstrainULong.min(100_000)).build(), browserCamera()))
        .isEqualTo("width");
    assertThat(
            failed(
                constraints().deviceId(ConstrainDOMString.exact("bad")).build(), browserCamera()))
        .isEqualTo("deviceId");
    assertThat(
            failed(
                constraints().facingMode(ConstrainDOMString.exact("user")).build(),
                browserCamera()))
        .isEqualTo("facingMode");
  }

  @Test
  void anEmptyListAnUnknownIdealAndAPropertyOfSoundAskForNothing() {
    String usual = "640x480@20 none";
    assertThat(
            shape(
                best(
                    constraints().facingMode(ConstrainDOMString.exact(List.of())).build(),
                    browserCamera())))
        .isEqualTo(usual);
    assertThat(shape(best(constraints().facingMode("bogus").build(), browserCamera())))
        .isEqualTo(usual);
    assertThat(
            shape(best(constraints().sampleRate(ConstrainULong.exact(1)).build(), browserCamera())))
        .isEqualTo(usual);
  }
}
