package dev.usermedia.constraints;

/**
 * A place in the picture, from {@code (0, 0)} at the upper left to {@code (1, 1)} at the lower
 * right.
 *
 * @see <a href="https://www.w3.org/TR/image-capture/#dictdef-point2d">Point2D</a>
 */
public record Point2D(double x, double y) {
  public Point2D {
    WebIdl.finite(x);
    WebIdl.finite(y);
  }

  @Override
  public String toString() {
    return Json.write(Tree.of(this));
  }
}
