package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import java.util.Comparator;

/**
 * The sound of a stream: of the audio track that was the first of its ids when the node was made.
 * The sound is a little late, by two of the track's chunks and 10 ms, so that none is missing when
 * it is needed; the clocks of device and graph may drift apart.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#MediaStreamAudioSourceNode">Web Audio
 *     API, MediaStreamAudioSourceNode</a>
 */
public final class MediaStreamAudioSourceNode extends AudioNode {
  private final MediaStream mediaStream;

  /**
   * A source.
   *
   * @throws DOMException {@code InvalidStateError} if the stream has no audio track
   */
  public MediaStreamAudioSourceNode(AudioContext context, MediaStream mediaStream) {
    super(
        context,
        TrackInput.processor(context, first(mediaStream)),
        0,
        1,
        2,
        ChannelCountMode.MAX,
        ChannelInterpretation.SPEAKERS);
    this.mediaStream = mediaStream;
  }

  private static MediaStreamTrack first(MediaStream stream) {
    return stream.getAudioTracks().stream()
        .min(Comparator.comparing(MediaStreamTrack::id))
        .orElseThrow(() -> new DOMException("the stream has no audio", "InvalidStateError"));
  }

  public MediaStream mediaStream() {
    return mediaStream;
  }
}
