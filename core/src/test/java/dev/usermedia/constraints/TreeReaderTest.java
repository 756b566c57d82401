package dev.usermedia.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.TypeError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TreeReaderTest {
  private static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void everyFormOfEveryTypeIsRead() {
    Map<String, Object> tree =
        members(
            "width", 640,
            "height", members("min", 1, "max", 2, "exact", 3, "ideal", 4),
            "aspectRatio", 1.5,
            "frameRate", members("min", 1.5, "max", 2.5, "exact", 3.5, "ideal", 4.5),
            "facingMode", "user",
            "resizeMode", List.of("none", "crop-and-scale"),
            "deviceId", members("exact", List.of("a", "b"), "ideal", "c"),
            "echoCancellation", "all",
            "autoGainControl", false,
            "noiseSuppression", members("exact", true, "ideal", false),
            "pan", true,
            "tilt", 2,
            "zoom", members("min", 1),
            "pointsOfInterest", List.of(members("x", 0.25)),
            "advanced", List.of(members("width", 1), members()));

    assertThat(MediaTrackConstraints.fromMap(tree))
        .isEqualTo(
            MediaTrackConstraints.builder()
                .width(640)
                .height(ConstrainULong.range(1, 2).withExact(3).withIdeal(4))
                .aspectRatio(1.5)
                .frameRate(ConstrainDouble.range(1.5, 2.5).withExact(3.5).withIdeal(4.5))
                .facingMode("user")
                .resizeMode(ConstrainDOMString.of(List.of("none", "crop-and-scale")))
                .deviceId(ConstrainDOMString.exact(List.of("a", "b")).withIdeal("c"))
                .echoCancellation("all")
                .autoGainControl(false)
                .noiseSuppression(ConstrainBoolean.exact(true).withIdeal(false))
                .pan(true)
                .tilt(2)
                .zoom(ConstrainDouble.min(1))
                .pointsOfInterest(List.of(new Point2D(0.25, 0)))
                .advanced(MediaTrackConstraintSet.builder().width(1).build())
                .advanced(MediaTrackConstraintSet.builder().build())
                .build());
  }

  @Test
  void whatIsReadIsWrittenAgain() {
    Map<String, Object> tree =
        members("width", members("ideal", 7L), "deviceId", List.of("a"), "advanced", List.of());
    assertThat(MediaTrackConstraints.fromMap(tree).toMap()).isEqualTo(tree);
  }

  @Test
  void whoChoosesIsReadAndWrittenByItsName() {
    Map<String, Object> tree = members("audio", false, "video", true, "semantics", "user-chooses");
    MediaStreamConstraints read = MediaStreamConstraints.fromMap(tree);
    assertThat(read.semantics()).hasValue(GetUserMediaSemantics.USER_CHOOSES);
    assertThat(read.toMap()).isEqualTo(tree);
    assertThatThrownBy(() -> MediaStreamConstraints.fromMap(members("semantics", "USER_CHOOSES")))
        .isInstanceOf(TypeError.class)
        .hasMessageContaining("semantics");
  }

  @Test
  void unknownMembersAreDropped() {
    assertThat(
            MediaTrackConstraints.fromMap(
                members(
                    "widht",
                    members("exact", 1),
                    "powerEfficient",
                    true,
                    "width",
                    members("about", "x"))))
        .isEqualTo(MediaTrackConstraints.builder().width(ConstrainULongRange.EMPTY).build());
  }

  @Test
  void unsignedLongsAreClampedAndRoundedToEven() {
    assertThat(width(2.5)).isEqualTo(2);
    assertThat(width(3.5)).isEqualTo(4);
    assertThat(width(-7)).isZero();
    assertThat(width(1e300)).isEqualTo(4294967295L);
    assertThat(width(new BigDecimal("1e999"))).isEqualTo(4294967295L);
    assertThat(width(Double.NaN)).isZero();
  }

  private static long width(Number value) {
    return switch (MediaTrackConstraints.fromMap(members("width", value)).width().orElseThrow()) {
      case ConstrainULong.Bare bare -> bare.value();
      case ConstrainULongRange range -> throw new AssertionError(range);
    };
  }

  @Test
  void nullIsADictionaryWithoutMembersWhereOneMayStand() {
    assertThat(MediaTrackConstraints.fromMap(members("width", null, "deviceId", null)))
        .hasToString("{\"width\":{},\"deviceId\":{}}");
    assertThat(MediaStreamConstraints.fromMap(members("video", null)))
        .hasToString("{\"audio\":false,\"video\":true}");
    List<Object> sets = new ArrayList<>();
    sets.add(null);
    assertThat(MediaTrackConstraints.fromMap(members("advanced", sets)))
        .hasToString("{\"advanced\":[{}]}");
  }

  @Test
  void aStreamTakesBooleansOrConstraints() {
    assertThat(
            MediaStreamConstraints.fromMap(
                members("audio", false, "video", members("width", 1), "peerIdentity", 5)))
        .hasToString("{\"audio\":false,\"video\":{\"width\":1}}");
    assertThat(MediaStreamConstraints.fromMap(members()))
        .isEqualTo(MediaStreamConstraints.builder().build());
  }

  static List<Arguments> wrong() {
    return List.of(
        Arguments.of(
            members("width", "640"),
            "width: expected a number or a dictionary, got the string \"640\""),
        Arguments.of(
            members("width", true),
            "width: expected a number or a dictionary, got the boolean true"),
        Arguments.of(
            members("height", members("min", List.of())),
            "height.min: expected a number, got a list"),
        Arguments.of(
            members("height", members("max", null)), "height.max: expected a number, got null"),
        Arguments.of(
            members("frameRate", Double.POSITIVE_INFINITY),
            "frameRate: expected a finite number, got the number Infinity"),
        Arguments.of(
            members("frameRate", members("ideal", new BigDecimal("1e999"))),
            "frameRate.ideal: expected a finite number, got the number 1E+999"),
        Arguments.of(
            members("facingMode", 5),
            "facingMode: expected a string, a list of strings or a dictionary, got the number 5"),
        Arguments.of(
            members("facingMode", members("exact", Arrays.asList("user", null))),
            "facingMode.exact[1]: expected a string, got null"),
        Arguments.of(
            members("deviceId", members("ideal", false)),
            "deviceId.ideal: expected a string or a list of strings, got the boolean false"),
        Arguments.of(
            members("torch", "on"),
            "torch: expected a boolean or a dictionary, got the string \"on\""),
        Arguments.of(
            members("torch", members("exact", 1)),
            "torch.exact: expected a boolean, got the number 1"),
        Arguments.of(
            members("echoCancellation", 1),
            "echoCancellation: expected a boolean, a string or a dictionary, got the number 1"),
        Arguments.of(
            members("echoCancellation", members("ideal", members())),
            "echoCancellation.ideal: expected a boolean or a string, got a dictionary"),
        Arguments.of(
            members("zoom", "2"),
            "zoom: expected a boolean, a number or a dictionary, got the string \"2\""),
        Arguments.of(
            members("pointsOfInterest", List.of(members("x", "left"))),
            "pointsOfInterest[0].x: expected a number, got the string \"left\""),
        Arguments.of(members("advanced", members()), "advanced: expected a list, got a dictionary"),
        Arguments.of(members("advanced", null), "advanced: expected a list, got null"),
        Arguments.of(
            members("advanced", List.of(members(), 3)),
            "advanced[1]: expected a dictionary, got the number 3"),
        Arguments.of(
            members("advanced", List.of(members("width", members("min", "x")))),
            "advanced[0].width.min: expected a number, got the string \"x\""));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aValueOfAnotherTypeIsATypeErrorThatNamesIt(Map<String, Object> tree, String message) {
    assertThatThrownBy(() -> MediaTrackConstraints.fromMap(tree))
        .isInstanceOf(TypeError.class)
        .hasMessage(message);
    assertThatThrownBy(() -> MediaStreamConstraints.fromMap(Map.of("video", tree)))
        .isInstanceOf(TypeError.class)
        .hasMessage("video." + message);
  }

  @Test
  void aStreamMemberOfAnotherTypeIsATypeError() {
    assertThatThrownBy(() -> MediaStreamConstraints.fromMap(members("audio", "yes")))
        .isInstanceOf(TypeError.class)
        .hasMessage("audio: expected a boolean or constraints, got the string \"yes\"");
  }
}
