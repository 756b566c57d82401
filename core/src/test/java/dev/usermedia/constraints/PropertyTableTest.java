package dev.usermedia.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the table has its accessors, and there is no accessor without a row. */
class PropertyTableTest {
  /** Settings that nothing can be asked of. */
  private static final Set<String> NOT_CONSTRAINABLE = Set.of("screenPixelRatio");

  private static final Set<String> NO_MEMBERS =
      Set.of(
          "members",
          "toMap",
          "get",
          "advanced",
          "hasAdvanced",
          "toBuilder",
          "properties",
          "supports",
          "equals",
          "hashCode",
          "toString",
          "builder",
          "fromMap");

  @Test
  void thereAreFortySixProperties() {
    assertThat(ConstrainableProperty.values()).hasSize(46);
  }

  @ParameterizedTest
  @EnumSource(ConstrainableProperty.class)
  void aPropertyHasItsAccessors(ConstrainableProperty property) throws Exception {
    String name = property.webName();
    assertThat(ConstrainableProperty.of(name)).contains(property);
    assertThat(MediaTrackSupportedConstraints.class.getMethod(name).getReturnType())
        .isEqualTo(boolean.class);
    assertThat(MediaTrackSettings.class.getMethod(name).getReturnType())
        .isIn(
            switch (property.type()) {
              case ULONG -> List.of(OptionalLong.class);
              case DOUBLE, BOOLEAN_OR_DOUBLE -> List.of(OptionalDouble.class);
              default -> List.of(Optional.class);
            });
    if (property.capabilityType() != ConstrainableProperty.CapabilityType.NONE) {
      assertThat(MediaTrackCapabilities.class.getMethod(name).getReturnType())
          .isIn(Optional.class, List.class);
    }
    if (property.hasConstraint()) {
      Method accessor = MediaTrackConstraintSet.class.getMethod(name);
      assertThat(((ParameterizedType) accessor.getGenericReturnType()).getActualTypeArguments())
          .containsExactly(property.type().constraint());
      assertThat(ConstraintSetBuilder.class.getMethod(name, property.type().constraint()))
          .isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(ConstrainableProperty.class)
  void theAccessorReadsItsOwnMember(ConstrainableProperty property) throws Exception {
    String name = property.webName();
    Object value =
        switch (property.type()) {
          case ULONG -> 7L;
          case DOUBLE, BOOLEAN_OR_DOUBLE -> 7.5;
          case BOOLEAN, BOOLEAN_OR_DOM_STRING -> true;
          case DOM_STRING -> "x";
          case POINT_2D -> List.of(new Point2D(0, 1));
        };
    MediaTrackSettings settings = MediaTrackSettings.builder().set(property, value).build();
    assertThat(MediaTrackSettings.class.getMethod(name).invoke(settings).toString())
        .contains(value.toString());
    assertThat(settings.toMap()).containsOnlyKeys(name);
    if (property.hasConstraint()) {
      Object tree = value instanceof List<?> ? List.of() : value;
      MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(Map.of(name, tree));
      Object bare = MediaTrackConstraintSet.class.getMethod(name).invoke(constraints);
      assertThat(bare).isEqualTo(constraints.get(property));
      assertThat(constraints.toMap()).isEqualTo(Map.of(name, tree));
      Method setter = ConstraintSetBuilder.class.getMethod(name, property.type().constraint());
      MediaTrackConstraints.Builder builder = MediaTrackConstraints.builder();
      setter.invoke(builder, constraints.get(property).orElseThrow());
      assertThat(builder.build()).isEqualTo(constraints);
    }
  }

  @Test
  void thereIsNoAccessorWithoutARow() {
    for (Class<?> dictionary :
        List.of(
            MediaTrackConstraintSet.class,
            MediaTrackSettings.class,
            MediaTrackCapabilities.class,
            MediaTrackSupportedConstraints.class)) {
      assertThat(
              Arrays.stream(dictionary.getDeclaredMethods())
                  .filter(method -> Modifier.isPublic(method.getModifiers()))
                  .map(Method::getName)
                  .filter(name -> !NO_MEMBERS.contains(name))
                  .filter(name -> ConstrainableProperty.of(name).isEmpty())
                  .filter(name -> !NOT_CONSTRAINABLE.contains(name))
                  .collect(Collectors.toSet()))
          .as(dictionary.getSimpleName())
          .isEmpty();
    }
  }

  @Test
  void onlyPointsOfInterestIsUnsupported() {
    assertThat(MediaTrackSupportedConstraints.SUPPORTED.pointsOfInterest()).isFalse();
    assertThat(MediaTrackSupportedConstraints.SUPPORTED.width()).isTrue();
    assertThat(MediaTrackSupportedConstraints.SUPPORTED.toMap())
        .hasSize(45)
        .containsEntry("zoom", true)
        .doesNotContainKey("pointsOfInterest");
  }
}
