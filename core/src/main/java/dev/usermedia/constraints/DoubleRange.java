package dev.usermedia.constraints;

/**
 * A range of numbers, as a capability.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-doublerange">DoubleRange</a>
 */
public record DoubleRange(double min, double max) {
  @Override
  public String toString() {
    return Json.write(Tree.of(this));
  }
}
