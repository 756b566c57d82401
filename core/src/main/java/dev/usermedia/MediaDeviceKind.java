package dev.usermedia;

/**
 * What a device is for.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediadevicekind">Media Capture and
 *     Streams, MediaDeviceKind</a>
 */
public enum MediaDeviceKind {
  AUDIOINPUT("audioinput"),
  AUDIOOUTPUT("audiooutput"),
  VIDEOINPUT("videoinput");

  private final String value;

  MediaDeviceKind(String value) {
    this.value = value;
  }

  /** The name on the Web. */
  public String value() {
    return value;
  }
}
