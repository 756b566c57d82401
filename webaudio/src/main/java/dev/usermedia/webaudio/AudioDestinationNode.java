package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.DestinationProcessor;

/**
 * The end of a graph.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioDestinationNode">Web Audio API,
 *     AudioDestinationNode</a>
 */
public final class AudioDestinationNode extends AudioNode {
  private final int maxChannelCount;
  private final boolean offline;
  private final DestinationProcessor rendered;

  AudioDestinationNode(BaseAudioContext context, int channels, boolean offline) {
    this(
        context,
        channels,
        offline,
        new DestinationProcessor(
            rules(channels, ChannelCountMode.EXPLICIT, ChannelInterpretation.SPEAKERS)));
  }

  private AudioDestinationNode(
      BaseAudioContext context, int channels, boolean offline, DestinationProcessor processor) {
    super(
        context,
        processor,
        1,
        1,
        channels,
        ChannelCountMode.EXPLICIT,
        ChannelInterpretation.SPEAKERS);
    this.maxChannelCount = channels;
    this.offline = offline;
    this.rendered = processor;
  }

  DestinationProcessor rendered() {
    return rendered;
  }

  /** How many channels there can be. */
  public int maxChannelCount() {
    return maxChannelCount;
  }

  @Override
  void checkChannelCount(int count) {
    if (offline && count != channelCount()) {
      throw new DOMException("what is rendered has its channels", "InvalidStateError");
    }
    if (count > maxChannelCount) {
      throw new DOMException(
          count + " channels; there are at most " + maxChannelCount, "IndexSizeError");
    }
  }
}
