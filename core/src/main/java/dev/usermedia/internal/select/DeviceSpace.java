package dev.usermedia.internal.select;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.constraints.VideoResizeModeEnum;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All settings dictionaries that a device can have. Deviceid and groupid are what they are; what
 * modes give comes from one of the {@link ModeSpace}; every other property is independent of these.
 */
final class DeviceSpace {
  private static final ConstrainableProperty[] PROPERTIES = ConstrainableProperty.values();

  private final Candidate candidate;
  private final ModeSpace modes;
  private final Region everything;

  DeviceSpace(Candidate candidate, MediaKind kind) {
    this.candidate = candidate;
    SourceKind sourceKind = candidate.device().kind();
    List<SourceMode> sourceModes = candidate.device().modes();
    this.modes =
        kind == MediaKind.AUDIO
            ? new AudioModes(sourceModes)
            : new VideoModes(sourceModes, sourceKind == SourceKind.CAMERA);
    @Nullable Dimension[] dimensions = new Dimension[PROPERTIES.length];
    Capabilities.of(candidate.device(), kind)
        .forEach((property, capability) -> dimensions[property.ordinal()] = dimension(capability));
    dimensions[ConstrainableProperty.DEVICE_ID.ordinal()] =
        new Dimension.Choice(List.of(candidate.deviceId()));
    dimensions[ConstrainableProperty.GROUP_ID.ordinal()] =
        new Dimension.Choice(List.of(candidate.groupId()));
    if (kind == MediaKind.VIDEO) {
      dimensions[ConstrainableProperty.RESIZE_MODE.ordinal()] =
          new Dimension.Choice(
              List.of(
                  VideoResizeModeEnum.NONE.value(), VideoResizeModeEnum.CROP_AND_SCALE.value()));
    }
    this.everything = new Region(dimensions);
  }

  private static Dimension dimension(Capability capability) {
    return switch (capability) {
      case Capability.Choice choice -> new Dimension.Choice(choice.values());
      case Capability.Range range ->
          Dimension.Steps.of(range.min(), range.max(), range.step(), range.initial());
    };
  }

  Candidate candidate() {
    return candidate;
  }

  /** All of it. */
  Region everything() {
    return everything;
  }

  /** The part of a region that satisfies the required constraints of a set; null if it is empty. */
  @Nullable Region restrict(Region region, Demands demands) {
    Region part = region.copy();
    for (var member : demands.byProperty().entrySet()) {
      if (member.getValue().isRequired()
          && !part.restrict(member.getKey(), member.getValue(), modes.gives(member.getKey()))) {
        return null;
      }
    }
    return modes.isAnyWithin(part) ? part : null;
  }

  /** The settings of a region with the least distance from the basic set. */
  Selected best(Region region, Demands basic) {
    MediaTrackSettings.Builder settings = MediaTrackSettings.builder();
    Map<String, Object> controls = new HashMap<>();
    double[] distances = new double[PROPERTIES.length];
    for (ConstrainableProperty property : PROPERTIES) {
      Demand demand = basic.byProperty().get(property);
      Dimension dimension = region.dimension(property);
      if (modes.gives(property) || property == ConstrainableProperty.RESIZE_MODE) {
        continue;
      }
      Object value = dimension == null ? null : dimension.best(demand);
      distances[property.ordinal()] = demand == null ? 0 : demand.distance(value);
      if (value != null) {
        settings.set(property, value);
        Dimension all = everything.dimension(property);
        if (all != null && !value.equals(all.best(null))) {
          controls.put(property.webName(), value);
        }
      }
    }
    ModeSpace.Best best = modes.best(region, new Ideals(basic, distances), settings);
    return new Selected(
        candidate,
        new SourceSettings(best.mode(), controls),
        settings.build(),
        best.fitnessDistance());
  }

  /** Why the required constraints of the basic set rule out modes of the device. */
  List<Refusal> refusals(Demands basic) {
    for (var member : basic.byProperty().entrySet()) {
      if (member.getValue().isRequired()
          && !modes.gives(member.getKey())
          && !everything.copy().restrict(member.getKey(), member.getValue(), false)) {
        return List.of(new Refusal(candidate, Optional.empty(), member.getKey().webName()));
      }
    }
    List<Refusal> refusals = new ArrayList<>();
    for (int mode = 0; mode < modes.modes().size(); mode++) {
      String constraint = refusing(mode, basic);
      if (constraint != null) {
        refusals.add(new Refusal(candidate, Optional.of(modes.modes().get(mode)), constraint));
      }
    }
    return refusals;
  }

  private @Nullable String refusing(int mode, Demands basic) {
    Region region = everything.copy();
    for (var member : basic.byProperty().entrySet()) {
      ConstrainableProperty property = member.getKey();
      if (member.getValue().isRequired()
          && (!region.restrict(property, member.getValue(), modes.gives(property))
              || !modes.isWithin(mode, region))) {
        return property.webName();
      }
    }
    return null;
  }

  /** Whether any settings dictionary satisfies one required constraint alone. */
  boolean satisfies(ConstrainableProperty property, Demand demand) {
    Region region = everything.copy();
    return region.restrict(property, demand, modes.gives(property)) && modes.isAnyWithin(region);
  }
}
