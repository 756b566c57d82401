package dev.usermedia.constraints;

/**
 * Who chooses where constraints leave several devices.
 *
 * @see <a href="https://w3c.github.io/mediacapture-extensions/#getusermediasemantics-enum">Media
 *     Capture and Streams Extensions, GetUserMediaSemantics</a>
 */
public enum GetUserMediaSemantics {
  /** This library: the device that fits best. */
  BROWSER_CHOOSES("browser-chooses"),
  /** Somebody who is asked, each time. */
  USER_CHOOSES("user-chooses");

  private final String value;

  GetUserMediaSemantics(String value) {
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
