package dev.usermedia.internal.select;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The SelectSettings algorithm. All that it leaves to the user agent is decided in {@code
 * docs/decisions/010-selection.md}; the same request on the same devices has the same answer.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings">SelectSettings</a>
 */
public final class SelectSettings {
  private SelectSettings() {}

  /** A device's answer with what ranks it among devices. */
  private record Ranked(Selected selected, BitSet satisfied) {}

  /** More of the earlier advanced sets first, then the nearer, then the system's default. */
  private static int bestFirst(Ranked one, Ranked other) {
    int bySatisfied = compareSatisfied(one.satisfied, other.satisfied);
    if (bySatisfied != 0) {
      return bySatisfied;
    }
    int byDistance =
        Double.compare(one.selected.fitnessDistance(), other.selected.fitnessDistance());
    return byDistance != 0
        ? byDistance
        : Boolean.compare(isSystemDefault(other), isSystemDefault(one));
  }

  private static boolean isSystemDefault(Ranked ranked) {
    return ranked.selected.candidate().device().systemDefault();
  }

  /**
   * Chooses the best settings of each candidate that can satisfy the constraints. For a live track
   * there is one candidate: its device.
   *
   * @param candidates devices of the kind, in the system's order
   */
  public static Selection selectSettings(
      List<Candidate> candidates, MediaTrackConstraints constraints, MediaKind kind) {
    Demands basic = Demands.basic(constraints, kind);
    List<Demands> advanced =
        constraints.advanced().stream().map(set -> Demands.advanced(set, kind)).toList();
    List<DeviceSpace> spaces = spaces(candidates);
    List<Ranked> ranked = new ArrayList<>();
    for (DeviceSpace space : spaces) {
      Ranked answer = selectSettings(space, basic, advanced);
      if (answer != null) {
        ranked.add(answer);
      }
    }
    if (ranked.isEmpty()) {
      return new Selection.Failed(failedConstraint(spaces, basic), refusals(spaces, basic));
    }
    ranked.sort(SelectSettings::bestFirst);
    return new Selection.Ranked(ranked.stream().map(Ranked::selected).toList());
  }

  /** Why required constraints rule out modes of the candidates, whether or not others are left. */
  public static List<Refusal> refusals(
      List<Candidate> candidates, MediaTrackConstraints constraints, MediaKind kind) {
    return refusals(spaces(candidates), Demands.basic(constraints, kind));
  }

  /** What a device can do: the dictionary that {@code getCapabilities} answers. */
  public static MediaTrackCapabilities capabilities(Candidate candidate) {
    return Capabilities.dictionary(candidate);
  }

  /** Whether a setting is within what the basic set requires of a property. */
  public static boolean isSatisfied(
      MediaTrackConstraints constraints, ConstrainableProperty property, Optional<Object> setting) {
    Demand demand =
        constraints.get(property).map(it -> Demand.of(property, it, false)).orElse(null);
    return demand == null || demand.isSatisfiedBy(setting.orElse(null));
  }

  /** What a device's controls are while nobody has turned them. */
  public static Map<ConstrainableProperty, Object> initialControls(Candidate candidate) {
    return candidate.index().contents().initialControls();
  }

  private static @Nullable Ranked selectSettings(
      DeviceSpace space, Demands basic, List<Demands> advanced) {
    // 1. Empty lists ask for nothing: Demand.of has left them out.
    // 2. The candidate is unconstrained.
    // 3. The settings dictionaries at a finite distance from the basic set.
    Region region = space.restrict(space.everything(), basic);
    // 4. None: undefined.
    if (region == null) {
      return null;
    }
    // 5. In their order, keep what satisfies each advanced set, or skip the set if nothing does.
    BitSet satisfied = new BitSet(advanced.size());
    for (int i = 0; i < advanced.size(); i++) {
      Region part = space.restrict(region, advanced.get(i));
      if (part != null) {
        region = part;
        satisfied.set(i);
      }
    }
    // 6. One of those with the smallest distance, as calculated in step 3.
    return new Ranked(space.best(region, basic), satisfied);
  }

  private static List<DeviceSpace> spaces(List<Candidate> candidates) {
    return candidates.stream().map(DeviceSpace::new).toList();
  }

  /**
   * The first required constraint that all settings dictionaries are infinitely far from, or "".
   */
  private static String failedConstraint(List<DeviceSpace> spaces, Demands basic) {
    for (var member : basic.byProperty().entrySet()) {
      ConstrainableProperty property = member.getKey();
      Demand demand = member.getValue();
      if (demand.isRequired()
          && spaces.stream().noneMatch(space -> space.satisfies(property, demand))) {
        return property.webName();
      }
    }
    return "";
  }

  private static List<Refusal> refusals(List<DeviceSpace> spaces, Demands basic) {
    return spaces.stream().flatMap(space -> space.refusals(basic).stream()).toList();
  }

  /** Those that satisfy the first set in which they differ come first. */
  private static int compareSatisfied(BitSet one, BitSet other) {
    BitSet difference = (BitSet) one.clone();
    difference.xor(other);
    int first = difference.nextSetBit(0);
    return first < 0 ? 0 : one.get(first) ? -1 : 1;
  }
}
