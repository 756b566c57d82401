package dev.usermedia;

/**
 * What a track carries: the values of {@code MediaStreamTrack.kind}.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-kind">kind</a>
 */
public enum MediaKind {
  AUDIO("audio"),
  VIDEO("video");

  private final String value;

  MediaKind(String value) {
    this.value = value;
  }

  /** The Web's name: {@code "audio"} or {@code "video"}. */
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }
}
