package dev.usermedia.legacy;

import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.MediaTrackConstraints;

/**
 * A track of audio that may be made before its source is opened.
 *
 * @see <a
 *     href="https://www.w3.org/TR/2013/WD-mediacapture-streams-20130903/#idl-def-AudioStreamTrack">
 *     Media Capture and Streams of September 2013, AudioStreamTrack</a>
 * @deprecated {@link MediaStreamTrack}, which {@code getUserMedia} makes
 */
@Deprecated
public final class AudioStreamTrack extends StreamTrack {
  /** A new track without constraints. */
  public AudioStreamTrack() {
    this(MediaTrackConstraints.EMPTY);
  }

  /** A new track that is to be opened with constraints. */
  public AudioStreamTrack(MediaTrackConstraints constraints) {
    super(constraints);
  }

  /** A track that is live already; whoever listens by the next task is told that it has started. */
  public static AudioStreamTrack of(MediaContext context, MediaStreamTrack track) {
    AudioStreamTrack adopted = new AudioStreamTrack(track.getConstraints());
    adopted.adopt(context, track, "audio");
    return adopted;
  }
}
