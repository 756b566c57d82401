package dev.usermedia.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.MediaKind;
import dev.usermedia.TypeError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
  @Test
  void aBareValueIsNotAnIdeal() {
    assertThat(ConstrainULong.of(640)).isNotEqualTo(ConstrainULong.ideal(640));
    assertThat(ConstrainULong.of(640)).isEqualTo(ConstrainULong.of(640));
    assertThat(ConstrainULong.of(640).isBare()).isTrue();
    assertThat(ConstrainULong.ideal(640).isBare()).isFalse();
  }

  @Test
  void minMaxAndExactAreRequired() {
    assertThat(ConstrainULong.min(1).isRequired()).isTrue();
    assertThat(ConstrainDouble.max(1).isRequired()).isTrue();
    assertThat(ConstrainDOMString.exact("x").isRequired()).isTrue();
    assertThat(ConstrainULong.of(1).isRequired()).isFalse();
    assertThat(ConstrainBoolean.ideal(true).isRequired()).isFalse();
    assertThat(BooleanOrConstrainDouble.exists(true).isRequired()).isFalse();
  }

  @Test
  void theFullFormHasAllMembers() {
    assertThat(ConstrainULong.range(640, 1920).withIdeal(1280).withExact(1000))
        .hasToString("{\"min\":640,\"max\":1920,\"exact\":1000,\"ideal\":1280}");
  }

  @Test
  void unsignedLongsAreClamped() {
    assertThat(ConstrainULong.of(-1)).isEqualTo(ConstrainULong.of(0));
    assertThat(ConstrainULong.min(1L << 40)).hasToString("{\"min\":4294967295}");
  }

  @Test
  void doublesAreFinite() {
    assertThatThrownBy(() -> ConstrainDouble.of(Double.NaN)).isInstanceOf(TypeError.class);
    assertThatThrownBy(() -> ConstrainDouble.max(Double.POSITIVE_INFINITY))
        .isInstanceOf(TypeError.class)
        .hasMessageContaining("Infinity");
  }

  @Test
  void constraintsPrintAsTheWebsJson() {
    MediaTrackConstraints constraints =
        MediaTrackConstraints.builder()
            .frameRate(ConstrainDouble.min(29.97))
            .width(1280)
            .facingMode(ConstrainDOMString.exact(List.of("user", "left")))
            .echoCancellation("remote-only")
            .deviceId("a\"b\\c\n\u0001")
            .zoom(true)
            .torch(ConstrainBoolean.ideal(false))
            .pointsOfInterest(List.of(new Point2D(0.5, 1)))
            .advanced(MediaTrackConstraintSet.builder().height(720).build())
            .build();

    assertThat(constraints)
        .hasToString(
            "{\"width\":1280,\"frameRate\":{\"min\":29.97},"
                + "\"facingMode\":{\"exact\":[\"user\",\"left\"]},"
                + "\"echoCancellation\":\"remote-only\",\"deviceId\":\"a\\\"b\\\\c\\n\\u0001\","
                + "\"pointsOfInterest\":[{\"x\":0.5,\"y\":1}],\"zoom\":true,"
                + "\"torch\":{\"ideal\":false},\"advanced\":[{\"height\":720}]}");
  }

  @Test
  void aStreamAsksForEachKindOrNot() {
    MediaStreamConstraints constraints =
        MediaStreamConstraints.builder()
            .audio(true)
            .video(MediaTrackConstraints.builder().width(640).build())
            .build();
    assertThat(constraints).hasToString("{\"audio\":true,\"video\":{\"width\":640}}");
    assertThat(constraints.get(MediaKind.AUDIO)).contains(MediaTrackConstraints.EMPTY);
    assertThat(MediaStreamConstraints.builder().build())
        .hasToString("{\"audio\":false,\"video\":false}");
  }

  @Test
  void constraintsAreEqualByTheirMembers() {
    MediaTrackConstraints one = MediaTrackConstraints.builder().width(1).height(2).build();
    assertThat(one)
        .isEqualTo(MediaTrackConstraints.builder().height(2).width(1).build())
        .hasSameHashCodeAs(MediaTrackConstraints.builder().height(2).width(1).build())
        .isNotEqualTo(MediaTrackConstraints.builder().height(2).build())
        .isEqualTo(one.toBuilder().build());
    assertThat(one.toBuilder().remove(ConstrainableProperty.WIDTH).build())
        .isEqualTo(MediaTrackConstraints.builder().height(2).build());
  }

  @Test
  void anEmptyAdvancedListExists() {
    MediaTrackConstraints with = MediaTrackConstraints.builder().advanced(List.of()).build();
    assertThat(with.hasAdvanced()).isTrue();
    assertThat(with.advanced()).isEmpty();
    assertThat(with).isNotEqualTo(MediaTrackConstraints.EMPTY);
    assertThat(with.toBuilder().build()).isEqualTo(with).hasToString("{\"advanced\":[]}");
  }

  @Test
  void aBuilderCanGoOnWithoutChangingWhatItBuilt() {
    MediaTrackConstraints.Builder builder = MediaTrackConstraints.builder().width(1);
    MediaTrackConstraints before = builder.build();
    builder.width(2).advanced(MediaTrackConstraintSet.builder().build());
    assertThat(before).hasToString("{\"width\":1}");
  }

  @Test
  void aPropertyRefusesConstraintsAndValuesOfAnotherType() {
    MediaTrackConstraints.Builder constraints = MediaTrackConstraints.builder();
    assertThatThrownBy(
            () -> constraints.set(ConstrainableProperty.WIDTH, ConstrainDOMString.of("wide")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("width");
    assertThatThrownBy(
            () -> constraints.set(ConstrainableProperty.POWER_EFFICIENT, ConstrainBoolean.of(true)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MediaTrackSettings.builder().set(ConstrainableProperty.WIDTH, 640))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                MediaTrackCapabilities.builder()
                    .set(ConstrainableProperty.TORCH, List.of("bright")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void settingsAndCapabilitiesPrintAsTheWebsJson() {
    assertThat(
            MediaTrackSettings.builder()
                .set(ConstrainableProperty.FRAME_RATE, 30.0)
                .set(ConstrainableProperty.WIDTH, 640L)
                .set(ConstrainableProperty.ECHO_CANCELLATION, "all")
                .build())
        .hasToString("{\"width\":640,\"frameRate\":30,\"echoCancellation\":\"all\"}");
    assertThat(MediaTrackSettings.builder().screenPixelRatio(2).build())
        .hasToString("{\"screenPixelRatio\":2}")
        .isNotEqualTo(MediaTrackSettings.EMPTY);
    assertThat(
            MediaTrackCapabilities.builder()
                .set(ConstrainableProperty.WIDTH, new ULongRange(1, 640))
                .set(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 2, 0.5))
                .set(ConstrainableProperty.ECHO_CANCELLATION, List.of(true, "all"))
                .build())
        .hasToString(
            "{\"width\":{\"max\":640,\"min\":1},\"echoCancellation\":[true,\"all\"],"
                + "\"zoom\":{\"max\":2,\"min\":1,\"step\":0.5}}");
  }
}
