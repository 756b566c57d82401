package dev.usermedia.webaudio;

import dev.usermedia.webaudio.internal.graph.ConstantProcessor;

/**
 * The value of a parameter as sound.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#ConstantSourceNode">Web Audio API,
 *     ConstantSourceNode</a>
 */
public final class ConstantSourceNode extends AudioScheduledSourceNode {
  private final AudioParam offset;

  /** A source that was not started, of the value 1. */
  public ConstantSourceNode(BaseAudioContext context) {
    this(context, AudioParam.of(context, 1, -Float.MAX_VALUE, Float.MAX_VALUE));
  }

  private ConstantSourceNode(BaseAudioContext context, AudioParam offset) {
    super(context, new ConstantProcessor(offset.processor()));
    this.offset = offset;
  }

  public AudioParam offset() {
    return offset;
  }
}
