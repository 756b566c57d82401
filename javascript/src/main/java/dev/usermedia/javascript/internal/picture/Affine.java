package dev.usermedia.javascript.internal.picture;

/**
 * A transformation of the plane: {@code x' = a x + c y + e}, {@code y' = b x + d y + f}.
 *
 * @see <a href="https://html.spec.whatwg.org/#transformations">HTML, Transformations</a>
 */
public record Affine(double a, double b, double c, double d, double e, double f) {
  public static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

  /** First the given transformation, then this one. */
  public Affine with(Affine first) {
    return new Affine(
        a * first.a + c * first.b,
        b * first.a + d * first.b,
        a * first.c + c * first.d,
        b * first.c + d * first.d,
        a * first.e + c * first.f + e,
        b * first.e + d * first.f + f);
  }

  /** The way back; of no use where {@link #isFlat}. */
  Affine inverse() {
    double det = a * d - b * c;
    return new Affine(
        d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det);
  }

  /** Whether all goes to a line or a point, or nowhere. */
  boolean isFlat() {
    double det = a * d - b * c;
    return det == 0 || !Double.isFinite(det) || !Double.isFinite(e) || !Double.isFinite(f);
  }

  double x(double x, double y) {
    return a * x + c * y + e;
  }

  double y(double x, double y) {
    return b * x + d * y + f;
  }

  /** The corners of a rectangle, one after the other. */
  double[] corners(double x, double y, double width, double height) {
    return new double[] {
      x(x, y), y(x, y),
      x(x + width, y), y(x + width, y),
      x(x + width, y + height), y(x + width, y + height),
      x(x, y + height), y(x, y + height)
    };
  }
}
