package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.DelayProcessor;

/**
 * Passes sound on later. A cycle of nodes needs one, and there it delays by a render quantum at
 * least; a cycle without is silent.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#DelayNode">Web Audio API, DelayNode</a>
 */
public final class DelayNode extends AudioNode {
  private static final double MOST_SECONDS = 180;

  private final AudioParam delayTime;

  /**
   * A node that delays by nothing yet.
   *
   * @param maxDelayTime how many seconds it can delay by
   * @throws DOMException {@code NotSupportedError} unless that is above 0 and below 180
   */
  public DelayNode(BaseAudioContext context, double maxDelayTime) {
    this(context, maxDelayTime, AudioParam.of(context, 0, 0, checked(maxDelayTime)));
  }

  private DelayNode(BaseAudioContext context, double maxDelayTime, AudioParam delayTime) {
    super(
        context,
        new DelayProcessor(
            (int) Math.ceil(maxDelayTime * context.sampleRate()),
            rules(2, ChannelCountMode.MAX, ChannelInterpretation.SPEAKERS),
            delayTime.processor()),
        1,
        1,
        2,
        ChannelCountMode.MAX,
        ChannelInterpretation.SPEAKERS);
    this.delayTime = delayTime;
  }

  private static float checked(double maxDelayTime) {
    if (!(maxDelayTime > 0 && maxDelayTime < MOST_SECONDS)) {
      throw new DOMException("a delay of at most " + maxDelayTime + " s", "NotSupportedError");
    }
    return (float) maxDelayTime;
  }

  /** In seconds. */
  public AudioParam delayTime() {
    return delayTime;
  }
}
