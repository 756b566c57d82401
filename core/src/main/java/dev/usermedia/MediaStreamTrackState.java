package dev.usermedia;

/**
 * Whether a track's source still gives, or may give again.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrackstate">Media
 *     Capture and Streams, MediaStreamTrackState</a>
 */
public enum MediaStreamTrackState {
  LIVE("live"),
  ENDED("ended");

  private final String value;

  MediaStreamTrackState(String value) {
    this.value = value;
  }

  /** The name on the Web. */
  public String value() {
    return value;
  }
}
