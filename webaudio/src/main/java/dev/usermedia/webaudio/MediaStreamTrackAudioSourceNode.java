package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStreamTrack;

/**
 * The sound of a track, as late as a {@link MediaStreamAudioSourceNode} is.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#MediaStreamTrackAudioSourceNode">Web
 *     Audio API, MediaStreamTrackAudioSourceNode</a>
 */
public final class MediaStreamTrackAudioSourceNode extends AudioNode {
  /**
   * A source.
   *
   * @throws DOMException {@code InvalidStateError} if it is a video track
   */
  public MediaStreamTrackAudioSourceNode(AudioContext context, MediaStreamTrack track) {
    super(
        context,
        TrackInput.processor(context, checked(track)),
        0,
        1,
        2,
        ChannelCountMode.MAX,
        ChannelInterpretation.SPEAKERS);
  }

  private static MediaStreamTrack checked(MediaStreamTrack track) {
    if (!track.kind().equals(MediaKind.AUDIO.value())) {
      throw new DOMException("a track of pictures", "InvalidStateError");
    }
    return track;
  }
}
