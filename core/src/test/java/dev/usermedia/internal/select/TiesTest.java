package dev.usermedia.internal.select;

import static dev.usermedia.internal.select.Devices.best;
import static dev.usermedia.internal.select.Devices.camera;
import static dev.usermedia.internal.select.Devices.microphone;
import static dev.usermedia.internal.select.Devices.mode;
import static dev.usermedia.internal.select.Devices.screen;
import static dev.usermedia.internal.select.Devices.shape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaTrackConstraintSet;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.VideoMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the specification leaves to the user agent: decision 010. */
class TiesTest {
  private static final Candidate WEBCAM =
      camera(
          mode(1920, 1080, 30),
          mode(1280, 720, 60),
          mode(1280, 720, 30),
          mode(640, 480, 30),
          mode(640, 360, 30),
          mode(320, 240, 30));

  private static MediaTrackConstraints.Builder constraints() {
    return MediaTrackConstraints.builder();
  }

  private static String webcam(MediaTrackConstraints.Builder constraints) {
    return shape(best(constraints.build(), WEBCAM));
  }

  @Test
  void aWidthAloneKeepsThePictureWhole() {
    assertThat(webcam(constraints().width(1280))).isEqualTo("1280x720@30 none");
    assertThat(webcam(constraints().width(ConstrainULong.min(1000)))).isEqualTo("1280x720@30 none");
    assertThat(webcam(constraints().width(ConstrainULong.exact(700))))
        .isEqualTo("700x394@30 crop-and-scale");
    assertThat(webcam(constraints().width(ConstrainULong.max(600))))
        .isEqualTo("600x450@30 crop-and-scale");
  }

  @Test
  void aCameraWithOneModeIsLeftAsItIs() {
    assertThat(shape(best(MediaTrackConstraints.EMPTY, camera(mode(1920, 1080, 25)))))
        .isEqualTo("1920x1080@25 none");
  }

  @Test
  void theRateIsThirtyWhereTheModeLeavesIt() {
    assertThat(
            shape(
                best(
                    MediaTrackConstraints.EMPTY,
                    camera(new VideoMode(VideoPixelFormat.NV12, 640, 480, 5, 60)))))
        .isEqualTo("640x480@30 none");
    assertThat(webcam(constraints().frameRate(ConstrainDouble.min(40))))
        .isEqualTo("1280x720@60 none");
    assertThat(webcam(constraints().frameRate(ConstrainDouble.max(20))))
        .isEqualTo("640x480@20 crop-and-scale");
  }

  @Test
  void aDecimatedRateIsNoNativeMode() {
    assertThat(
            Devices.failed(
                constraints()
                    .resizeMode(ConstrainDOMString.exact("none"))
                    .frameRate(ConstrainDouble.exact(7))
                    .build(),
                WEBCAM))
        .isEmpty();
  }

  @Test
  void theDeviceRunsInTheCheapestModeThatKeepsThePictureWhole() {
    Selected small = best(constraints().width(320).height(180).build(), WEBCAM);
    assertThat(shape(small)).isEqualTo("320x180@30 crop-and-scale");
    assertThat(small.source().mode()).isEqualTo(mode(640, 360, 30));

    Selected square = best(constraints().aspectRatio(ConstrainDouble.exact(1)).build(), WEBCAM);
    assertThat(shape(square)).isEqualTo("480x480@30 crop-and-scale");
    assertThat(square.source().mode()).isEqualTo(mode(640, 480, 30));
  }

  @Test
  void aLowerRateIsDecimatedFromAMultiple() {
    Candidate camera = camera(new VideoMode(VideoPixelFormat.NV12, 640, 480, 20, 60));
    assertThat(best(constraints().frameRate(8).build(), camera).source().mode())
        .isEqualTo(mode(640, 480, 24));
    assertThat(best(constraints().frameRate(25).build(), camera).source().mode())
        .isEqualTo(mode(640, 480, 25));
  }

  @Test
  void theFirstFormatOfAModeIsTaken() {
    Candidate camera =
        camera(
            new VideoMode(VideoPixelFormat.YUY2, 640, 480, 30),
            new VideoMode(VideoPixelFormat.NV12, 640, 480, 30));
    assertThat(((VideoMode) best(MediaTrackConstraints.EMPTY, camera).source().mode()).format())
        .isEqualTo(VideoPixelFormat.YUY2);
  }

  @Test
  void aScreenKeepsItsSizeAndIsNeverCropped() {
    Candidate screen = screen(1920, 1080);
    assertThat(shape(best(MediaTrackConstraints.EMPTY, screen))).isEqualTo("1920x1080@30 none");
    assertThat(shape(best(constraints().width(1280).build(), screen)))
        .isEqualTo("1280x720@30 crop-and-scale");
    assertThat(shape(best(constraints().width(640).height(480).build(), screen)))
        .as("a pixel more of the width brings the height nearer")
        .isEqualTo("641x361@30 crop-and-scale");
    assertThat(Devices.failed(constraints().aspectRatio(ConstrainDouble.max(1.5)).build(), screen))
        .isEqualTo("aspectRatio");
  }

  @Test
  void aTallScreenIsScaledByItsHeight() {
    assertThat(
            shape(best(constraints().height(ConstrainULong.max(960)).build(), screen(1080, 1920))))
        .isEqualTo("540x960@30 crop-and-scale");
  }

  @Test
  void aMicrophoneHasFortyEightKilohertzItsOwnChannelsAndTenMilliseconds() {
    Selected selected = best(MediaTrackConstraints.EMPTY, microphone());
    assertThat(selected.settings())
        .hasToString(
            "{\"sampleRate\":48000,\"sampleSize\":16,\"echoCancellation\":false,"
                + "\"autoGainControl\":false,\"noiseSuppression\":false,\"latency\":0.01,"
                + "\"channelCount\":2,\"deviceId\":\"microphone\","
                + "\"groupId\":\"group of microphone\"}");
    assertThat(selected.source().mode()).isEqualTo(new AudioMode(48_000, 2, 16, 0.01, 0.01));
  }

  @Test
  void devicesAreRankedByAdvancedSetsThenDistanceThenTheSystemsDefault() {
    Candidate plain = named("plain", false, mode(640, 480, 30));
    Candidate preferred = named("preferred", true, mode(1280, 720, 30));
    Candidate sharp = named("sharp", false, mode(3840, 2160, 30));

    assertThat(ranked(MediaTrackConstraints.EMPTY, plain, preferred, sharp))
        .containsExactly("preferred", "plain", "sharp");
    assertThat(ranked(constraints().width(3840).build(), plain, preferred, sharp))
        .containsExactly("sharp", "preferred", "plain");
    assertThat(
            ranked(
                constraints()
                    .width(1280)
                    .advanced(MediaTrackConstraintSet.builder().deviceId("plain").build())
                    .build(),
                plain,
                preferred,
                sharp))
        .containsExactly("plain", "preferred", "sharp");
  }

  private static List<String> ranked(MediaTrackConstraints constraints, Candidate... candidates) {
    return ((Selection.Ranked) Devices.select(constraints, candidates))
        .bestFirst().stream().map(selected -> selected.candidate().deviceId()).toList();
  }

  private static Candidate named(String id, boolean isDefault, VideoMode mode) {
    return new Candidate(
        new SourceDevice(
            "test",
            id,
            SourceKind.CAMERA,
            id,
            "",
            isDefault,
            List.of(mode),
            Map.of(),
            Optional.empty()),
        id,
        id);
  }
}
