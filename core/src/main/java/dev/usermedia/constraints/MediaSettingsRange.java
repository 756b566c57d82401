package dev.usermedia.constraints;

/**
 * A range of numbers in steps, as a capability of a camera's controls.
 *
 * @param step the distance between neighbouring values; 0 if there is none
 * @see <a
 *     href="https://www.w3.org/TR/image-capture/#dictdef-mediasettingsrange">MediaSettingsRange</a>
 */
public record MediaSettingsRange(double min, double max, double step) {
  @Override
  public String toString() {
    return Json.write(Tree.of(this));
  }
}
