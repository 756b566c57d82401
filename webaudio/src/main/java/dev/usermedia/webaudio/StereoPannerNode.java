package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.PannerProcessor;

/**
 * Moves sound between left (−1) and right (1).
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#StereoPannerNode">Web Audio API,
 *     StereoPannerNode</a>
 */
public final class StereoPannerNode extends AudioNode {
  private final AudioParam pan;

  /** A node that leaves sound in the middle. */
  public StereoPannerNode(BaseAudioContext context) {
    this(context, AudioParam.of(context, 0, -1, 1));
  }

  private StereoPannerNode(BaseAudioContext context, AudioParam pan) {
    super(
        context,
        new PannerProcessor(
            rules(2, ChannelCountMode.CLAMPED_MAX, ChannelInterpretation.SPEAKERS),
            pan.processor()),
        1,
        1,
        2,
        ChannelCountMode.CLAMPED_MAX,
        ChannelInterpretation.SPEAKERS);
    this.pan = pan;
  }

  /** From −1 to 1. */
  public AudioParam pan() {
    return pan;
  }

  @Override
  void checkChannelCount(int count) {
    if (count > 2) {
      throw new DOMException("at most two channels are panned", "NotSupportedError");
    }
  }

  @Override
  void checkChannelCountMode(ChannelCountMode mode) {
    if (mode == ChannelCountMode.MAX) {
      throw new DOMException("at most two channels are panned", "NotSupportedError");
    }
  }
}
