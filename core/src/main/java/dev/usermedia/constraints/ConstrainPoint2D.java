package dev.usermedia.constraints;

import java.util.List;

/**
 * A constraint on a list of places in the picture.
 *
 * @see <a
 *     href="https://www.w3.org/TR/image-capture/#typedefdef-constrainpoint2d">ConstrainPoint2D</a>
 */
public sealed interface ConstrainPoint2D extends Constraint
    permits ConstrainPoint2D.Bare, ConstrainPoint2DParameters {

  /** A bare value. */
  record Bare(List<Point2D> value) implements ConstrainPoint2D {
    public Bare {
      value = List.copyOf(value);
    }

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

  /** A bare value: ideal in the basic set, exact in an advanced one. */
  static ConstrainPoint2D of(List<Point2D> value) {
    return new Bare(value);
  }

  /** Exactly this. */
  static ConstrainPoint2DParameters exact(List<Point2D> value) {
    return ConstrainPoint2DParameters.EMPTY.withExact(value);
  }

  /** This if possible. */
  static ConstrainPoint2DParameters ideal(List<Point2D> value) {
    return ConstrainPoint2DParameters.EMPTY.withIdeal(value);
  }
}
