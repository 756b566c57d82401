package dev.usermedia.constraints;

/**
 * A range of whole numbers, as a capability.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-ulongrange">ULongRange</a>
 */
public record ULongRange(long min, long max) {
  @Override
  public String toString() {
    return Json.write(Tree.of(this));
  }
}
