package dev.usermedia.constraints;

/**
 * A constraint on {@code pan}, {@code tilt} or {@code zoom}: a constraint on the number, or a wish
 * that the camera has the control at all.
 *
 * @see <a href="https://www.w3.org/TR/image-capture/#mediatrackconstraintset-section">
 *     MediaTrackConstraintSet</a>
 */
public sealed interface BooleanOrConstrainDouble extends Constraint
    permits BooleanOrConstrainDouble.Exists, ConstrainDouble {

  /** Favours cameras with the control, or without it. */
  record Exists(boolean value) implements BooleanOrConstrainDouble {
    @Override
    public boolean isBare() {
      return true;
    }

    @Override
    public boolean isRequired() {
      return false;
    }

    @Override
    public String toString() {
      return Json.write(Tree.of(this));
    }
  }

  /** Favours cameras with the control ({@code true}) or without it. */
  static BooleanOrConstrainDouble exists(boolean value) {
    return new Exists(value);
  }
}
