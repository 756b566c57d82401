package dev.usermedia;

/**
 * A stream whose tracks another peer decides about: it has the name that it has there, and tells of
 * tracks that come and go. For whoever receives tracks; on the event loop of the context.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtctrackevent">WebRTC, RTCTrackEvent.streams</a>
 */
public final class RemoteMediaStream {
  private final MediaContext context;
  private final MediaStream stream;

  /** A stream without tracks, by the name that the other peer gave it. */
  public RemoteMediaStream(MediaContext context, String id) {
    this.context = context;
    this.stream = new MediaStream(id);
  }

  /** What an application gets. Always the same. */
  public MediaStream stream() {
    return stream;
  }

  /** Adds a track, with an event if it was not there. */
  public void add(MediaStreamTrack track) {
    if (!stream.getTracks().contains(track)) {
      stream.addTrack(track);
      stream.fireAdded(track, context.loop());
    }
  }

  /** Takes a track out, with an event if it was there. */
  public void remove(MediaStreamTrack track) {
    if (stream.getTracks().contains(track)) {
      stream.removeTrack(track);
      stream.fireRemoved(track, context.loop());
    }
  }
}
