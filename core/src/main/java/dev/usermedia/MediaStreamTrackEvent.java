package dev.usermedia;

/**
 * A track came to a stream or left it without the application having asked for it.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastreamtrackevent">Media Capture
 *     and Streams, MediaStreamTrackEvent</a>
 */
public final class MediaStreamTrackEvent extends Event {
  private final MediaStreamTrack track;

  /** An event of type {@code "addtrack"} or {@code "removetrack"}. */
  public MediaStreamTrackEvent(String type, MediaStream target, MediaStreamTrack track) {
    super(type, target);
    this.track = track;
  }

  public MediaStreamTrack track() {
    return track;
  }
}
