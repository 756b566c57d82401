package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.SplitterProcessor;

/**
 * Makes each channel an output of its own.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#ChannelSplitterNode">Web Audio API,
 *     ChannelSplitterNode</a>
 */
public final class ChannelSplitterNode extends AudioNode {
  /**
   * A node of so many outputs.
   *
   * @throws DOMException {@code IndexSizeError} unless there are 1 to 32
   */
  public ChannelSplitterNode(BaseAudioContext context, int outputs) {
    super(
        context,
        new SplitterProcessor(checked(outputs)),
        1,
        outputs,
        outputs,
        ChannelCountMode.EXPLICIT,
        ChannelInterpretation.DISCRETE);
  }

  private static int checked(int outputs) {
    if (outputs < 1 || outputs > MOST_CHANNELS) {
      throw new DOMException(outputs + " outputs; there are 1 to 32", "IndexSizeError");
    }
    return outputs;
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

  @Override
  void checkChannelInterpretation(ChannelInterpretation interpretation) {
    if (interpretation != ChannelInterpretation.DISCRETE) {
      throw new DOMException("channels are discrete for good", "InvalidStateError");
    }
  }
}
