package dev.usermedia;

/**
 * A track came to a stream or left it without the application having asked for it.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastreamtrackevent">Media Capture
 *     and Streams, MediaStreamTrackEvent</a>
 */
public final class MediaStreamTrackEvent extends Event {
  private final MediaStreamTrack track;

  /** An event about a track. */
  public MediaStreamTrackEvent(String type, MediaStreamTrackEventInit eventInitDict) {
    super(type);
    this.track = eventInitDict.track();
  }

  public MediaStreamTrack track() {
    return track;
  }
}
