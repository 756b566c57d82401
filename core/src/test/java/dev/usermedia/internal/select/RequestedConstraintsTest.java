package dev.usermedia.internal.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.MediaKind;
import dev.usermedia.TypeError;
import dev.usermedia.constraints.ConstrainBoolean;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackConstraintSet;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RequestedConstraintsTest {
  private static MediaTrackConstraints.Builder constraints() {
    return MediaTrackConstraints.builder();
  }

  @Test
  void membersOfTheOtherKindAreDropped() {
    MediaTrackConstraints mixed =
        constraints()
            .width(ConstrainULong.exact(1))
            .sampleRate(ConstrainULong.exact(2))
            .groupId("g")
            .advanced(MediaTrackConstraintSet.builder().height(3).latency(4).build())
            .build();
    assertThat(RequestedConstraints.applicable(mixed, MediaKind.VIDEO))
        .hasToString("{\"width\":{\"exact\":1},\"groupId\":\"g\",\"advanced\":[{\"height\":3}]}");
    assertThat(RequestedConstraints.applicable(mixed, MediaKind.AUDIO))
        .hasToString(
            "{\"sampleRate\":{\"exact\":2},\"groupId\":\"g\",\"advanced\":[{\"latency\":4}]}");
  }

  @Test
  void anEmptyDeviceIdStandsForAnyDevice() {
    for (ConstrainDOMString any :
        List.of(
            ConstrainDOMString.of(""),
            ConstrainDOMString.exact(""),
            ConstrainDOMString.exact(List.of("a", "")),
            ConstrainDOMString.ideal(""))) {
      assertThat(
              RequestedConstraints.applicable(constraints().deviceId(any).build(), MediaKind.AUDIO))
          .isEqualTo(MediaTrackConstraints.EMPTY);
    }
    MediaTrackConstraints one = constraints().deviceId(ConstrainDOMString.exact("a")).build();
    assertThat(RequestedConstraints.applicable(one, MediaKind.AUDIO)).isEqualTo(one);
  }

  @Test
  void fifteenPropertiesMayBeRequiredToChooseADevice() {
    Set<String> allowed = new TreeSet<>();
    for (ConstrainableProperty property : ConstrainableProperty.values()) {
      if (property.hasConstraint() && mayBeRequired(property)) {
        allowed.add(property.webName());
      }
    }
    assertThat(allowed)
        .containsExactlyInAnyOrder(
            "width",
            "height",
            "aspectRatio",
            "frameRate",
            "facingMode",
            "resizeMode",
            "sampleRate",
            "sampleSize",
            "echoCancellation",
            "autoGainControl",
            "noiseSuppression",
            "latency",
            "channelCount",
            "deviceId",
            "groupId");
  }

  private static boolean mayBeRequired(ConstrainableProperty property) {
    Object exact =
        switch (property.type()) {
          case ULONG, DOUBLE, BOOLEAN_OR_DOUBLE -> 1;
          case BOOLEAN, BOOLEAN_OR_DOM_STRING -> true;
          case DOM_STRING -> "x";
          case POINT_2D -> List.of();
        };
    MediaTrackConstraints constraints =
        MediaTrackConstraints.fromMap(Map.of(property.webName(), Map.of("exact", exact)));
    try {
      RequestedConstraints.checkAllowedRequired(constraints);
      return true;
    } catch (TypeError e) {
      assertThat(e).hasMessageStartingWith(property.webName());
      return false;
    }
  }

  @Test
  void othersMayBeIdealOrAdvanced() {
    assertThatCode(
            () ->
                RequestedConstraints.checkAllowedRequired(
                    constraints()
                        .pan(true)
                        .zoom(ConstrainDouble.ideal(2))
                        .advanced(
                            MediaTrackConstraintSet.builder()
                                .torch(ConstrainBoolean.exact(true))
                                .build())
                        .build()))
        .doesNotThrowAnyException();
  }

  @Test
  void aDisplayTakesNoMinNoExactAndNoAdvanced() {
    for (MediaTrackConstraints refused :
        List.of(
            constraints().width(ConstrainULong.min(1)).build(),
            constraints().frameRate(ConstrainDouble.exact(1)).build(),
            constraints().cursor(ConstrainDOMString.exact("never")).build(),
            constraints().advanced(List.of()).build())) {
      assertThatThrownBy(() -> RequestedConstraints.displayMedia(refused, MediaKind.VIDEO))
          .isInstanceOf(TypeError.class)
          .hasMessageContaining("getDisplayMedia takes no");
    }
  }

  @Test
  void aDisplayIgnoresWhatDoesNotApplyToIt() {
    MediaTrackConstraints mixed =
        constraints()
            .width(ConstrainULong.max(640))
            .cursor("never")
            .facingMode(ConstrainDOMString.exact("user"))
            .restrictOwnAudio(true)
            .echoCancellation(true)
            .build();
    assertThat(RequestedConstraints.displayMedia(mixed, MediaKind.VIDEO))
        .hasToString("{\"width\":{\"max\":640},\"cursor\":\"never\"}");
    assertThat(RequestedConstraints.displayMedia(mixed, MediaKind.AUDIO))
        .hasToString("{\"restrictOwnAudio\":true}");
  }

  @Test
  void aDisplayHasFloors() {
    assertThat(RequestedConstraints.belowFloor(constraints().width(ConstrainULong.max(0)).build()))
        .contains("width");
    assertThat(
            RequestedConstraints.belowFloor(
                constraints().frameRate(ConstrainDouble.max(0)).build()))
        .contains("frameRate");
    assertThat(
            RequestedConstraints.belowFloor(
                constraints()
                    .width(ConstrainULong.max(1))
                    .aspectRatio(ConstrainDouble.max(1))
                    .build()))
        .isEmpty();
  }
}
