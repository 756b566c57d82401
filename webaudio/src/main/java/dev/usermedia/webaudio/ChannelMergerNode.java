package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.MergerProcessor;

/**
 * Makes one output of several inputs, of which each is a channel.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#ChannelMergerNode">Web Audio API,
 *     ChannelMergerNode</a>
 */
public final class ChannelMergerNode extends AudioNode {
  /**
   * A node of so many inputs.
   *
   * @throws DOMException {@code IndexSizeError} unless there are 1 to 32
   */
  public ChannelMergerNode(BaseAudioContext context, int inputs) {
    super(
        context,
        new MergerProcessor(checked(inputs)),
        inputs,
        1,
        1,
        ChannelCountMode.EXPLICIT,
        ChannelInterpretation.SPEAKERS);
  }

  private static int checked(int inputs) {
    if (inputs < 1 || inputs > MOST_CHANNELS) {
      throw new DOMException(inputs + " inputs; there are 1 to 32", "IndexSizeError");
    }
    return inputs;
  }

  @Override
  void checkChannelCount(int count) {
    if (count != channelCount()) {
      throw new DOMException("the count is " + channelCount() + " for good", "InvalidStateError");
    }
  }

  @Override
  void checkChannelCountMode(ChannelCountMode mode) {
    if (mode != ChannelCountMode.EXPLICIT) {
      throw new DOMException("the mode is explicit for good", "InvalidStateError");
    }
  }
}
