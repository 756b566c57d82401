package dev.usermedia.constraints;

import java.util.List;
import java.util.Optional;

/**
 * A constraint on a list of places in the picture, in full. Every {@code with} returns a copy with
 * that member set.
 *
 * @see <a
 *     href="https://www.w3.org/TR/image-capture/#typedefdef-constrainpoint2dparameters">ConstrainPoint2DParameters</a>
 */
public record ConstrainPoint2DParameters(
    Optional<List<Point2D>> exact, Optional<List<Point2D>> ideal) implements ConstrainPoint2D {

  /** No members: asks for nothing. */
  public static final ConstrainPoint2DParameters EMPTY =
      new ConstrainPoint2DParameters(Optional.empty(), Optional.empty());

  public ConstrainPoint2DParameters {
    exact = exact.map(List::copyOf);
    ideal = ideal.map(List::copyOf);
  }

  public ConstrainPoint2DParameters withExact(List<Point2D> value) {
    return new ConstrainPoint2DParameters(Optional.of(value), ideal);
  }

  public ConstrainPoint2DParameters withIdeal(List<Point2D> value) {
    return new ConstrainPoint2DParameters(exact, Optional.of(value));
  }

  @Override
  public boolean isBare() {
    return false;
  }

  @Override
  public boolean isRequired() {
    return exact.isPresent();
  }

  @Override
  public String toString() {
    return Json.write(Tree.of(this));
  }
}
