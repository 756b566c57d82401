package dev.usermedia.constraints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a track: the basic set, which is required where it says {@code min}, {@code max}
 * or {@code exact}, and a list of advanced sets, each of which is satisfied as a whole or skipped.
 * Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatrackconstraints">
 *     MediaTrackConstraints</a>
 */
public final class MediaTrackConstraints implements MediaTrackConstraintSet {
  /** Asks for nothing. */
  public static final MediaTrackConstraints EMPTY = builder().build();

  private final Map<ConstrainableProperty, Constraint> members;
  private final Optional<List<MediaTrackConstraintSet>> advanced;

  private MediaTrackConstraints(
      Map<ConstrainableProperty, Constraint> members,
      Optional<List<MediaTrackConstraintSet>> advanced) {
    this.members = members;
    this.advanced = advanced;
  }

  /** Collects members and advanced sets. */
  public static final class Builder extends ConstraintSetBuilder<Builder> {
    private @Nullable List<MediaTrackConstraintSet> advanced;

    private Builder() {}

    /** Appends an advanced set. */
    public Builder advanced(MediaTrackConstraintSet set) {
      return advanced(List.of(set));
    }

    /** Appends advanced sets; an empty list makes the member exist. */
    public Builder advanced(List<? extends MediaTrackConstraintSet> sets) {
      if (advanced == null) {
        advanced = new ArrayList<>();
      }
      advanced.addAll(sets);
      return this;
    }

    /** The constraints so far. */
    public MediaTrackConstraints build() {
      return new MediaTrackConstraints(members(), Optional.ofNullable(advanced).map(List::copyOf));
    }
  }

  /** Constraints without members. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Constraints from a tree of maps, lists, strings, numbers and booleans, as a JSON reader yields
   * it. Members that the dictionary does not have are dropped.
   *
   * @throws dev.usermedia.TypeError if a member has the wrong type; the message names its path
   */
  public static MediaTrackConstraints fromMap(Map<String, ? extends @Nullable Object> tree) {
    return TreeReader.constraints(tree, "");
  }

  @Override
  public Map<ConstrainableProperty, Constraint> members() {
    return members;
  }

  /** The advanced sets in order of importance. */
  public List<MediaTrackConstraintSet> advanced() {
    return advanced.orElse(List.of());
  }

  /** Whether the member {@code advanced} exists, be it empty. */
  public boolean hasAdvanced() {
    return advanced.isPresent();
  }

  /** A builder that starts from these constraints. */
  public Builder toBuilder() {
    Builder builder = builder();
    builder.setAll(members());
    advanced.ifPresent(builder::advanced);
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MediaTrackConstraints that
        && that.members.equals(members)
        && that.advanced.equals(advanced);
  }

  @Override
  public int hashCode() {
    return 31 * members.hashCode() + advanced.hashCode();
  }

  /** The Web's JSON form. */
  @Override
  public String toString() {
    return Json.write(toMap());
  }
}
