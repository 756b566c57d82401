package dev.usermedia.constraints;

import dev.usermedia.MediaKind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a stream: for audio and for video, nothing ({@code false} on the Web), a track
 * without constraints ({@code true}) or a track with constraints.
 *
 * @param semantics who chooses where the constraints leave several devices
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamconstraints">
 *     MediaStreamConstraints</a>
 */
public record MediaStreamConstraints(
    Optional<MediaTrackConstraints> audio,
    Optional<MediaTrackConstraints> video,
    Optional<GetUserMediaSemantics> semantics) {

  /** Collects the members; neither kind is asked for to begin with. */
  public static final class Builder {
    private Optional<MediaTrackConstraints> audio = Optional.empty();
    private Optional<MediaTrackConstraints> video = Optional.empty();
    private Optional<GetUserMediaSemantics> semantics = Optional.empty();

    private Builder() {}

    public Builder audio(boolean wanted) {
      audio = wanted ? Optional.of(MediaTrackConstraints.EMPTY) : Optional.empty();
      return this;
    }

    public Builder audio(MediaTrackConstraints constraints) {
      audio = Optional.of(constraints);
      return this;
    }

    public Builder video(boolean wanted) {
      video = wanted ? Optional.of(MediaTrackConstraints.EMPTY) : Optional.empty();
      return this;
    }

    public Builder video(MediaTrackConstraints constraints) {
      video = Optional.of(constraints);
      return this;
    }

    public Builder semantics(GetUserMediaSemantics who) {
      semantics = Optional.of(who);
      return this;
    }

    public MediaStreamConstraints build() {
      return new MediaStreamConstraints(audio, video, semantics);
    }
  }

  /** Asks for neither. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Constraints from a tree of maps, lists, strings, numbers and booleans, as a JSON reader yields
   * it. Members that the dictionary does not have are dropped.
   *
   * @throws dev.usermedia.TypeError if a member has the wrong type; the message names its path
   */
  public static MediaStreamConstraints fromMap(Map<String, ? extends @Nullable Object> tree) {
    return TreeReader.streamConstraints(tree);
  }

  /** What is asked of one kind. */
  public Optional<MediaTrackConstraints> get(MediaKind kind) {
    return switch (kind) {
      case AUDIO -> audio;
      case VIDEO -> video;
    };
  }

  /** The same as a tree of maps, lists, strings, numbers and booleans. */
  public Map<String, Object> toMap() {
    return Tree.of(this);
  }

  /** The Web's JSON form. */
  @Override
  public String toString() {
    return Json.write(toMap());
  }
}
