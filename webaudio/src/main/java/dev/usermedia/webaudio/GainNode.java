package dev.usermedia.webaudio;

import dev.usermedia.webaudio.internal.graph.GainProcessor;

/**
 * Makes sound louder or softer.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#GainNode">Web Audio API, GainNode</a>
 */
public final class GainNode extends AudioNode {
  private final AudioParam gain;

  /** A node that changes nothing yet. */
  public GainNode(BaseAudioContext context) {
    this(context, AudioParam.of(context, 1, -Float.MAX_VALUE, Float.MAX_VALUE));
  }

  private GainNode(BaseAudioContext context, AudioParam gain) {
    super(
        context,
        new GainProcessor(
            rules(2, ChannelCountMode.MAX, ChannelInterpretation.SPEAKERS), gain.processor()),
        1,
        1,
        2,
        ChannelCountMode.MAX,
        ChannelInterpretation.SPEAKERS);
    this.gain = gain;
  }

  /** What each sample is multiplied with. */
  public AudioParam gain() {
    return gain;
  }
}
