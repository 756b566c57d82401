package dev.usermedia.webaudio;

import dev.usermedia.AudioTrackGenerator;
import dev.usermedia.MediaStream;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.webaudio.internal.graph.TrackFeedProcessor;
import java.util.List;

/**
 * An end of a graph whose sound is a track: of a stream that can be recorded, cloned, constrained
 * and stopped like any other. While the context is suspended, the track is live and gets nothing;
 * when the context is closed, it ends.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#MediaStreamAudioDestinationNode">Web
 *     Audio API, MediaStreamAudioDestinationNode</a>
 */
public final class MediaStreamAudioDestinationNode extends AudioNode {
  private static final int STEREO = 2;

  private final MediaStream stream;

  /** A destination of two channels. */
  public MediaStreamAudioDestinationNode(AudioContext context) {
    this(
        context,
        new AudioTrackGenerator(
            context.media(),
            "MediaStreamAudioDestinationNode",
            AudioLayout.f32Planar(Math.round(context.sampleRate()), STEREO)));
  }

  private MediaStreamAudioDestinationNode(AudioContext context, AudioTrackGenerator generator) {
    super(
        context,
        processor(context, generator),
        1,
        0,
        STEREO,
        ChannelCountMode.EXPLICIT,
        ChannelInterpretation.SPEAKERS);
    this.stream = new MediaStream(List.of(generator.track()));
  }

  private static TrackFeedProcessor processor(AudioContext context, AudioTrackGenerator generator) {
    TrackFeedProcessor processor =
        new TrackFeedProcessor(
            generator,
            Math.round(context.sampleRate()),
            rules(STEREO, ChannelCountMode.EXPLICIT, ChannelInterpretation.SPEAKERS));
    var _ = generator.writable().closed().thenRun(processor::ended);
    return processor;
  }

  /** A stream of one audio track. Always the same. */
  public MediaStream stream() {
    return stream;
  }
}
