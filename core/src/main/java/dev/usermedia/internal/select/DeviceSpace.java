package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.DEVICE_ID;
import static dev.usermedia.constraints.ConstrainableProperty.GROUP_ID;
import static dev.usermedia.constraints.ConstrainableProperty.RESIZE_MODE;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.spi.SourceSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All settings dictionaries that a device can have. What modes give comes from a {@link ModeSpace};
 * every other property is independent of that.
 */
final class DeviceSpace {
  /** Displays have no scale that a driver knows: one of their pixels is one of CSS. */
  private static final double SCREEN_PIXEL_RATIO = 1;

  private final Candidate candidate;
  private final ModeSpace modes;
  private final Map<ConstrainableProperty, Object> initialControls;
  private final Region everything;

  DeviceSpace(Candidate candidate) {
    this.candidate = candidate;
    DeviceIndex.Contents contents = candidate.index().contents();
    this.modes = contents.modes();
    this.initialControls = contents.initialControls();
    this.everything =
        new Region(contents.dimensions())
            .with(DEVICE_ID, new Dimension.Choice(List.of(candidate.deviceId())))
            .with(GROUP_ID, new Dimension.Choice(List.of(candidate.groupId())));
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
      if (member.getValue().isRequired() && !part.restrict(member.getKey(), member.getValue())) {
        return null;
      }
    }
    return isAny(part) ? part : null;
  }

  /** The settings of a region with the least distance from the basic set. */
  Selected best(Region region, Demands basic) {
    MediaTrackSettings.Builder settings = MediaTrackSettings.builder();
    Map<String, Object> controls = new HashMap<>();
    Map<ConstrainableProperty, Double> distances = new EnumMap<>(ConstrainableProperty.class);
    basic
        .byProperty()
        .forEach(
            (property, demand) -> {
              if (region.dimension(property) == null) {
                distances.put(property, demand.distance(null));
              }
            });
    for (ConstrainableProperty property : ConstrainableProperty.values()) {
      if (property != RESIZE_MODE && region.dimension(property) instanceof Dimension.Free left) {
        Demand demand = basic.byProperty().get(property);
        Object value = left.best(demand);
        settings.set(property, value);
        if (demand != null) {
          distances.put(property, demand.distance(value));
        }
        Object initial = initialControls.get(property);
        if (initial != null && !value.equals(initial)) {
          controls.put(property.webName(), value);
        }
      }
    }
    if (candidate.device().kind().isDisplay()) {
      settings.screenPixelRatio(SCREEN_PIXEL_RATIO);
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
          && !modes.given().contains(member.getKey())
          && !everything.copy().restrict(member.getKey(), member.getValue())) {
        return List.of(new Refusal(candidate, Optional.empty(), member.getKey().webName()));
      }
    }
    // What each required constraint leaves together with those before it.
    List<String> constraints = new ArrayList<>();
    List<IntPredicate> left = new ArrayList<>();
    Region region = everything.copy();
    for (var member : basic.byProperty().entrySet()) {
      if (member.getValue().isRequired()) {
        constraints.add(member.getKey().webName());
        if (!region.restrict(member.getKey(), member.getValue())) {
          left.add(mode -> false);
          break;
        }
        left.add(modes.within(region));
      }
    }
    List<Refusal> refusals = new ArrayList<>();
    for (int mode = 0; mode < modes.modes().size(); mode++) {
      for (int i = 0; i < left.size(); i++) {
        if (!left.get(i).test(mode)) {
          refusals.add(
              new Refusal(candidate, Optional.of(modes.modes().get(mode)), constraints.get(i)));
          break;
        }
      }
    }
    return refusals;
  }

  /** Whether any settings dictionary satisfies one required constraint alone. */
  boolean satisfies(ConstrainableProperty property, Demand demand) {
    Region region = everything.copy();
    return region.restrict(property, demand) && isAny(region);
  }

  private boolean isAny(Region region) {
    int found = modes.find(region, region.witness());
    if (found >= 0) {
      region.witness(found);
    }
    return found >= 0;
  }
}
