package dev.usermedia.constraints;

/**
 * Which sounds are cancelled: values of {@code echoCancellation} besides booleans.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-echocancellationmodeenum">EchoCancellationModeEnum</a>
 */
public enum EchoCancellationModeEnum {
  ALL("all"),
  REMOTE_ONLY("remote-only");

  private final String value;

  EchoCancellationModeEnum(String value) {
    this.value = value;
  }

  /** The Web's string. */
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }
}
